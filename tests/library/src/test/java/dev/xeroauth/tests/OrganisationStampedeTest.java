package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many callers who wait for one request for a custom connection's token. */
class OrganisationStampedeTest {

    private final OrganisationBench bench = new OrganisationBench(OwnThreads.daemons());
    private final HeldRefresher held = new HeldRefresher();

    @AfterEach
    void close() {
        held.allow(100);
        bench.close();
    }

    @Test
    void accessToken_thousandThreads_askXeroOnce() throws InterruptedException {
        bench.xero.answer(held::answer);

        Crowd<AccessToken> crowd = new Crowd<AccessToken>(Thread::new).ask(1000, bench.tokens::accessToken);
        crowd.awaitAllWaiting();
        held.allow(1);

        List<AccessToken> tokens = crowd.answers();
        assertThat(tokens).hasSize(1000);
        assertThat(Set.copyOf(tokens)).hasSize(1);
        assertThat(bench.requests()).isEqualTo(1);
    }

    @Test
    void accessToken_noAnswer_isOneFailureForAllWithTheStackOfEach() throws InterruptedException {
        bench.xero.answer(() -> {
            held.answer();
            return new RefreshOutcome.Ambiguous("SocketTimeoutException");
        });

        Crowd<AccessToken> crowd = new Crowd<AccessToken>(Thread::new).ask(100, bench.tokens::accessToken);
        crowd.awaitAllWaiting();
        held.allow(1);

        List<Exception> failures = crowd.failures();
        assertThat(failures).hasSize(100).hasOnlyElementsOfType(TokenUnavailableException.class);
        assertThat(Set.copyOf(failures)).hasSize(100);
        assertThat(bench.requests()).isEqualTo(1);
    }

    @Test
    @Timeout(15)
    void accessToken_limitReached_saysSoAndTheRequestGoesOn() throws Exception {
        bench.xero.answer(held::answer);

        assertThatThrownBy(() -> bench.tokens.accessToken(Duration.ofMillis(20)))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining("waited for it no longer");

        CompletableFuture<AccessToken> next = bench.tokens.accessTokenAsync();
        held.allow(1);
        assertThat(next.get(10, TimeUnit.SECONDS).value()).isEqualTo("AT-2");
        assertThat(bench.requests()).isEqualTo(1);
    }

    @Test
    void accessToken_interrupted_keepsTheFlagAndTheRequestGoesOn() throws Exception {
        bench.xero.answer(held::answer);
        Crowd<AccessToken> crowd = new Crowd<AccessToken>(Thread::new).ask(2, bench.tokens::accessToken);
        crowd.awaitAllWaiting();

        crowd.threads().get(0).interrupt();
        Crowd.end(crowd.threads().subList(0, 1));
        held.allow(1);

        assertThat(crowd.answers()).hasSize(1);
        assertThat(crowd.failures()).hasSize(1);
        assertThat(crowd.interrupted()).containsExactly(crowd.threads().get(0));
        assertThat(bench.requests()).isEqualTo(1);
    }

    @Test
    void accessTokenAsync_cancelled_harmsNobody() throws Exception {
        bench.xero.answer(held::answer);
        CompletableFuture<AccessToken> cancelled = bench.tokens.accessTokenAsync();
        CompletableFuture<AccessToken> other = bench.tokens.accessTokenAsync();
        held.awaitArrived(1);

        cancelled.cancel(true);
        held.allow(1);

        assertThat(other.get(10, TimeUnit.SECONDS).value()).isEqualTo("AT-2");
    }

    @Test
    void intercept_refusedManyTimes_fetchesOneOtherToken() throws Exception {
        bench.issues(1).token();
        bench.time.advance(Duration.ofMinutes(5));
        bench.xero.answer(held::answer);
        CannedApi api = bench.api();
        api.answers = token ->
                token.equals("AT-1") ? new CannedApi.Answer(401, CannedApi.REFUSED) : new CannedApi.Answer(200, "{}");

        Crowd<CannedApi.Answer> crowd = new Crowd<CannedApi.Answer>(Thread::new).ask(50, api::get);
        crowd.awaitAllWaiting();
        held.allow(1);

        assertThat(crowd.answers())
                .hasSize(50)
                .allSatisfy(answer -> assertThat(answer.status()).isEqualTo(200));
        assertThat(bench.requests()).isEqualTo(2);
    }

    @Test
    void close_requestInTheAir_isAwaitedByNobodyAndItsCallerGetsTheToken() throws Exception {
        bench.xero.answer(held::answer);
        CompletableFuture<AccessToken> asked = bench.tokens.accessTokenAsync();
        held.awaitArrived(1);

        bench.tokens.close();
        held.allow(1);

        assertThat(asked.get(10, TimeUnit.SECONDS).value()).isEqualTo("AT-2");
    }

    @Test
    void close_threadsOfAPool_endSoon() throws Exception {
        var pool = Executors.newCachedThreadPool();
        try (OrganisationBench other = new OrganisationBench(new OwnThreads(pool))) {
            other.xero.answer(held::answer);
            CompletableFuture<AccessToken> asked = other.tokens.accessTokenAsync();
            held.awaitArrived(1);
            other.tokens.close();
            assertThat(pool.isShutdown()).isFalse();

            held.allow(1);
            asked.get(10, TimeUnit.SECONDS);

            assertThat(pool.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        }
    }
}
