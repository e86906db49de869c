package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.ConnectionLost;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeOrganisation;
import dev.xeroauth.testkit.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes on behind the back of a caller whose tenant Xero refused. */
class ConnectionCheckTest {

    private static final int MANY = 20;
    /** Less than one silent request for the list of connections takes. */
    private static final Duration SOON = Duration.ofSeconds(8);

    private final InMemoryTokenStore store = new InMemoryTokenStore();
    private final Connected at = new Connected(store, MANY);
    private final Requests requests = new Requests(at);

    @AfterEach
    void close() {
        at.xero.releaseHeldUp();
        at.close();
    }

    private static void soon(Runnable task) throws Exception {
        CompletableFuture.runAsync(task).get(SOON.toSeconds(), TimeUnit.SECONDS);
    }

    private void refused(GrantId grant, TenantId tenant) {
        try (Response response = Requests.client(at.auth, grant, tenant)
                .newCall(requests.request())
                .execute()) {
            assertThat(response.code()).isEqualTo(403);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void intercept_connectionsHang_callerGetsThe403AtOnce() throws Exception {
        at.connect(at.bakery());
        at.xero.disconnect(at.bakery());
        at.xero.next(Endpoint.CONNECTIONS, Fault.holdUp());

        soon(() -> refused(Connected.GRANT, at.bakery()));

        at.xero.awaitHeldUp(1);
        at.xero.releaseHeldUp();
        assertThat(at.event(ConnectionLost.class).connection().tenantId()).isEqualTo(at.bakery());
    }

    @Test
    void intercept_manyGrantsLoseTheirTenants_areToldOfAllAndTwoAtATimeAskXero() throws Exception {
        List<FakeOrganisation> shops = at.xero.organisations().subList(2, MANY + 2);
        List<GrantId> grants = new ArrayList<>();
        for (FakeOrganisation shop : shops) {
            GrantId grant = GrantId.of("customer-of-" + shop.tenantId());
            ConsentRequest request = at.auth.consent().begin(grant, Connected.CALLBACK, Connected.SCOPES);
            at.auth.consent().complete(request, at.xero.approve(request.url(), shop.tenantId()));
            grants.add(grant);
        }
        shops.forEach(shop -> at.xero.disconnect(shop.tenantId()));
        at.xero.next(
                Endpoint.CONNECTIONS, Collections.nCopies(MANY, Fault.holdUp()).toArray(Fault[]::new));

        soon(() -> {
            for (int i = 0; i < MANY; i++) {
                refused(grants.get(i), shops.get(i).tenantId());
            }
        });

        at.xero.awaitHeldUp(2);
        for (int released = 0; released < MANY; ) {
            at.xero.awaitHeldUp(1);
            int held = at.xero.releaseHeldUp();
            assertThat(held).isLessThanOrEqualTo(2);
            released += held;
        }
        List<GrantId> lost = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            lost.add(at.event(ConnectionLost.class).grantId());
        }
        assertThat(lost).containsExactlyInAnyOrderElementsOf(grants);
    }

    @Test
    void close_checkAsksXero_isNotHeldUpAndAnotherInstanceTells() throws Exception {
        at.connect(at.bakery());
        at.xero.disconnect(at.bakery());
        at.xero.next(Endpoint.CONNECTIONS, Fault.holdUp());
        soon(() -> refused(Connected.GRANT, at.bakery()));
        at.xero.awaitHeldUp(1);

        soon(at.auth::close);

        at.xero.releaseHeldUp();
        assertThat(at.events).noneMatch(ConnectionLost.class::isInstance);
        try (XeroAuth other = at.instance().build()) {
            assertThat(requests.status(other, at.bakery())).isEqualTo(403);
            assertThat(at.event(ConnectionLost.class).connection().tenantId()).isEqualTo(at.bakery());
        }
    }

    @Test
    void close_listIsBeingStored_tellsWhatWasLost() throws Exception {
        at.connect(at.bakery());
        at.auth.accessToken(Connected.GRANT);
        at.xero.disconnect(at.bakery());
        Revision before = revision();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        at.store.after = call -> {
            if (!revision().equals(before)) {
                written.countDown();
                Threads.await(goOn);
            }
        };
        refused(Connected.GRANT, at.bakery());
        Threads.await(written);

        Crowd<Boolean> closing = new Crowd<Boolean>(Thread::new).ask(1, () -> {
            at.auth.close();
            return true;
        });
        closing.awaitAllWaiting();
        goOn.countDown();

        assertThat(closing.answers()).containsExactly(true);
        assertThat(at.event(ConnectionLost.class).connection().tenantId()).isEqualTo(at.bakery());
    }

    private Revision revision() {
        return store.find(Connected.GRANT).orElseThrow().revision();
    }
}
