package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xeroauth.XeroApp;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fault at the token endpoint and at the API: what its client sees, and that the ledger tells the truth. */
class FakeFaultsTest extends FakeXeroCalls {

    private static final int NO_ANSWER = 0;
    private static final int NOTHING_DONE = 0;

    static Stream<Arguments> faults() {
        Fault html = Fault.answer(200, "text/html", "<h1>Sign in to the proxy</h1>");
        return Stream.of(
                arguments(Fault.dropBeforeWork(), NO_ANSWER, NOTHING_DONE),
                arguments(Fault.dropBeforeWork().afterWork(), NO_ANSWER, 200),
                arguments(Fault.dropAfterWork(), NO_ANSWER, 200),
                arguments(Fault.cutAnswer(), NO_ANSWER, 200),
                arguments(Fault.tooManyRequests("minute", Duration.ofSeconds(7)), 429, NOTHING_DONE),
                arguments(Fault.tooManyRequests("concurrent"), 429, NOTHING_DONE),
                arguments(Fault.answer(500, "text/html", "<h1>Oops</h1>"), 500, NOTHING_DONE),
                arguments(Fault.answer(500, "text/html", "<h1>Oops</h1>").afterWork(), 500, 200),
                arguments(Fault.answer(503, "text/plain", "The Organisation is offline"), 503, NOTHING_DONE),
                arguments(html, 200, NOTHING_DONE),
                arguments(html.afterWork(), 200, 200),
                arguments(Fault.delay(Duration.ofMillis(1)), 200, 200),
                arguments(Fault.delay(Duration.ofMillis(1)).afterWork(), 200, 200),
                arguments(Fault.answerWithout("Id"), 200, 200));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void next_faultAtTheTokenEndpoint_isInTheLedgerAsItWas(Fault fault, int seen, int done) throws IOException {
        String own = connect().text("refresh_token");
        xero().next(Endpoint.TOKEN, fault);

        assertThat(status(() -> refresh(own))).isEqualTo(seen);

        assertThat(last()).isEqualTo(new Ledger.Entry(START, Endpoint.TOKEN, "refresh_token", done));
        assertThat(xero().ledger().presentations()).hasSize(done == 200 ? 1 : 0);
        assertThat(refresh(own).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @MethodSource("faults")
    void next_faultAtTheApi_isInTheLedgerAsItWas(Fault fault, int seen, int done) throws IOException {
        String token = connect().text("access_token");
        xero().next(Endpoint.API, fault);

        assertThat(status(() -> invoices(token, "page=1"))).isEqualTo(seen);

        assertThat(last()).isEqualTo(new Ledger.Entry(START, Endpoint.API, "GET /api.xro/2.0/Invoices", done));
        assertThat(invoices(token, "page=1").status()).isEqualTo(200);
    }

    @Test
    void next_lateArrivalAtTheApi_isInTheLedgerWhenItArrives() throws IOException {
        String token = connect().text("access_token");
        xero().next(Endpoint.API, Fault.lateArrival());

        assertThat(status(() -> invoices(token, "page=1"))).isEqualTo(NO_ANSWER);
        assertThat(xero().ledger().requests(Endpoint.API)).isZero();
        time.advance(Duration.ofMinutes(30));
        assertThat(xero().deliverLateRequests()).isEqualTo(1);

        assertThat(last().status()).isEqualTo(401);
        assertThat(last().at()).isEqualTo(time.now());
    }

    @Test
    void next_cutAnswer_comesInPart() throws IOException {
        String token = connect().text("access_token");
        xero().next(Endpoint.API, Fault.cutAnswer());

        assertThatThrownBy(() -> invoices(token, "page=1"))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("unexpected end of stream on http");
    }

    @Test
    void next_heldUp_hasItsEffectWhenItIsLetGo() throws Exception {
        String own = connect().text("refresh_token");
        xero().next(Endpoint.TOKEN, Fault.holdUp());

        CompletableFuture<Integer> answered = CompletableFuture.supplyAsync(() -> status(() -> refresh(own)));
        xero().awaitHeldUp(1);
        assertThat(xero().ledger().presentations()).isEmpty();
        assertThat(xero().releaseHeldUp()).isEqualTo(1);

        assertThat(answered.get(10, TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(xero().ledger().presentations()).hasSize(1);
        assertThat(xero().releaseHeldUp()).isZero();
    }

    @Test
    void next_heldUpAfterWork_hasItsEffectBefore() throws Exception {
        String own = connect().text("refresh_token");
        xero().next(Endpoint.TOKEN, Fault.holdUp().afterWork());

        CompletableFuture<Integer> answered = CompletableFuture.supplyAsync(() -> status(() -> refresh(own)));
        xero().awaitHeldUp(1);
        assertThat(xero().ledger().presentations()).hasSize(1);
        assertThat(answered).isNotDone();
        xero().releaseHeldUp();

        assertThat(answered.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void close_requestHeldUpOrDelayed_doesNotWait() throws Exception {
        String own = connect().text("refresh_token");
        xero().next(Endpoint.TOKEN, Fault.holdUp(), Fault.delay(Duration.ofDays(1)));
        List<CompletableFuture<Integer>> answered = Stream.of(1, 2)
                .map(each -> CompletableFuture.supplyAsync(() -> status(() -> refresh(own))))
                .toList();
        xero().awaitHeldUp(1);

        xero().close();

        for (CompletableFuture<Integer> each : answered) {
            each.get(5, TimeUnit.SECONDS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "99999999999999", "1.5", "\"1800\"", "\"soon\"", "null"})
    void next_answerWith_saysSomethingElseAboutLiveTokens(String json) throws IOException {
        String own = connect().text("refresh_token");
        xero().next(Endpoint.TOKEN, Fault.answerWith("expires_in", json));

        JsonNode answer = refresh(own).body();

        assertThat(answer.get("expires_in").toString()).isEqualTo(json);
        assertThat(get("/connections", answer.path("access_token").asText()).status())
                .isEqualTo(200);
    }

    @Test
    void next_answerWithout_hidesAFieldAndRotatesAllTheSame() throws IOException {
        String own = connect().text("refresh_token");
        xero().next(Endpoint.TOKEN, Fault.answerWithout("refresh_token"), Fault.answerWithout("expires_in"));

        assertThat(refresh(own).body().has("refresh_token")).isFalse();
        assertThat(refresh(own).body().has("expires_in")).isFalse();
        assertThat(xero().ledger().presentations())
                .extracting(Ledger.Presentation::issued)
                .containsExactly(1, 1);
    }

    @Test
    void accessTokenLifetime_set_isWhatTheAnswerSaysAndTheApiKeeps() throws IOException {
        try (FakeXero xero = FakeXero.builder()
                .time(time)
                .accessTokenLifetime(Duration.ofSeconds(90))
                .start()) {
            Answered connected = connect(xero);
            okhttp3.Request connections = api(connected.text("access_token"), "/connections", bakery())
                    .url(xero.endpoints().connections().toString())
                    .build();

            assertThat(connected.body().path("expires_in").asInt()).isEqualTo(90);
            xero.advance(Duration.ofSeconds(90).minusMillis(1));
            assertThat(call(connections).status()).isEqualTo(200);
            xero.advance(Duration.ofMillis(1));
            assertThat(call(connections).detail()).startsWith("TokenExpired");
        }
    }

    @Test
    void fault_thatMakesNoSense_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Fault.answerWith("expires_in", "soon"));
        assertThatIllegalStateException().isThrownBy(() -> Fault.lateArrival().afterWork());
    }

    @Test
    void work_thatFails_isAnswered() throws IOException {
        XeroApp broken = XeroApp.web("broken", () -> {
            throw new IllegalStateException("no vault");
        });
        try (FakeXero xero = FakeXero.builder().time(time).app(broken).start()) {
            okhttp3.Request page = new okhttp3.Request.Builder()
                    .url(consentUrl(xero, url -> url.setQueryParameter("client_id", "broken"))
                            .toString())
                    .build();

            assertThat(call(page).raw()).isEqualTo("The fake failed: java.lang.IllegalStateException");
        }
    }

    private interface Exchange {
        Answered run() throws IOException;
    }

    private static int status(Exchange exchange) {
        try {
            return exchange.run().status();
        } catch (IOException e) {
            return NO_ANSWER;
        }
    }

    private Ledger.Entry last() {
        List<Ledger.Entry> entries = xero().ledger().entries();
        return entries.get(entries.size() - 1);
    }
}
