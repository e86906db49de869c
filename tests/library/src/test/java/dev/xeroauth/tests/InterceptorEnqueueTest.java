package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.GrantId;
import dev.xeroauth.TenantId;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroIOException;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every failure of the interceptor reaches a callback, and kills no thread of OkHttp's dispatcher. */
class InterceptorEnqueueTest {

    private final Connected at = new Connected();
    private final Requests requests = new Requests(at);
    private final Queue<Throwable> uncaught = new ConcurrentLinkedQueue<>();
    private final ExecutorService oneThread = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task);
        thread.setUncaughtExceptionHandler((where, e) -> uncaught.add(e));
        return thread;
    });
    private final OkHttpClient http =
            new OkHttpClient.Builder().dispatcher(new Dispatcher(oneThread)).build();

    @AfterEach
    void close() {
        oneThread.shutdownNow();
        at.close();
    }

    @ParameterizedTest
    @EnumSource
    void enqueue_trouble_reachesTheCallbackAndTheDispatcherGoesOn(Trouble trouble) throws Exception {
        try (XeroAuth auth = trouble.begin(at)) {
            Thread before = oneThread.submit(Thread::currentThread).get(10, TimeUnit.SECONDS);

            assertThatThrownBy(() -> enqueued(auth, trouble.grant(), trouble.tenant(at), requests.request()))
                    .isInstanceOf(XeroIOException.class)
                    .hasCauseExactlyInstanceOf(trouble.problem());

            assertThat(oneThread.submit(Thread::currentThread).get(10, TimeUnit.SECONDS))
                    .isSameAs(before);
            assertThat(uncaught).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void xeroClient_trouble_throwsItUnwrapped(Trouble trouble) {
        try (XeroAuth auth = trouble.begin(at);
                XeroClient client =
                        XeroClient.builder().auth(auth).httpClient(http).build()) {
            assertThatThrownBy(() -> client.tenant(trouble.grant(), trouble.tenant(at))
                            .invoices()
                            .get(UUID.randomUUID()))
                    .isExactlyInstanceOf(trouble.problem());
        }
    }

    @Test
    void enqueue_anotherHost_reachesTheCallback() {
        at.connect();
        Request elsewhere = new Request.Builder().url("http://127.0.0.1:9/").build();

        assertThatThrownBy(() -> enqueued(at.auth, Connected.GRANT, at.bakery(), elsewhere))
                .isInstanceOf(XeroIOException.class)
                .hasCauseExactlyInstanceOf(XeroConfigurationException.class);
        assertThat(uncaught).isEmpty();
    }

    @Test
    void enqueue_dispatcherInterruptedWhileWaiting_reachesTheCallback() throws InterruptedException {
        at.connect();
        at.time.advance(Duration.ofMinutes(30));
        at.xero.next(Endpoint.TOKEN, Fault.holdUp());

        CompletableFuture<Response> answer = send(at.auth, Connected.GRANT, at.bakery(), requests.request());
        at.xero.awaitHeldUp(1);
        oneThread.shutdownNow();

        assertThatThrownBy(() -> arrived(answer))
                .isInstanceOf(XeroIOException.class)
                .hasCauseExactlyInstanceOf(TokenUnavailableException.class);
        assertThat(oneThread.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(uncaught).isEmpty();
        at.xero.releaseHeldUp();
    }

    private void enqueued(XeroAuth auth, GrantId grantId, TenantId tenantId, Request request) throws Throwable {
        arrived(send(auth, grantId, tenantId, request));
    }

    private static void arrived(CompletableFuture<Response> answer) throws Throwable {
        try (Response response = answer.get(20, TimeUnit.SECONDS)) {
            throw new AssertionError("No problem but status " + response.code());
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private CompletableFuture<Response> send(XeroAuth auth, GrantId grantId, TenantId tenantId, Request request) {
        CompletableFuture<Response> answer = new CompletableFuture<>();
        OkHttpClient client = http.newBuilder()
                .addInterceptor(auth.interceptor(grantId, tenantId))
                .build();
        client.newCall(request).enqueue(new Callback() {
            @Override
            public void onFailure(Call call, IOException e) {
                answer.completeExceptionally(e);
            }

            @Override
            public void onResponse(Call call, Response response) {
                answer.complete(response);
            }
        });
        return answer;
    }
}
