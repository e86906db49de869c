package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.internal.engine.Grants;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What follows a 401 of Xero's API. */
class RefusedTokenTest {

    private static final int MANY = 200;

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void after_refusedTokenIsOld_refreshesOnceForAllCallers() throws InterruptedException {
        bench.connect();
        AccessToken refused = bench.grants.accessToken(Bench.ID);
        bench.time.advance(Duration.ofMinutes(5));
        bench.refresher.answer(Bench.issued(2));
        Set<String> tokens = ConcurrentHashMap.newKeySet();

        Threads.inParallel(
                MANY,
                () -> tokens.add(bench.grants
                        .after(Bench.ID, refused, false)
                        .orElseThrow()
                        .value()));

        assertThat(tokens).containsExactly("AT-2");
        assertThat(bench.refresher.presented()).hasSize(1);
        assertThat(bench.event(GrantRefreshed.class).why()).isEqualTo(RefreshReason.REFUSED_BY_API);
    }

    @Test
    void after_refusedTokenIsYoung_isTheSameAgain() {
        bench.connect();
        AccessToken refused = bench.grants.accessToken(Bench.ID);
        bench.time.advance(Duration.ofSeconds(59));

        assertThat(bench.grants.after(Bench.ID, refused, false).orElseThrow().value())
                .isEqualTo("AT-1");
        assertThat(bench.refresher.presented()).isEmpty();
    }

    @Test
    void after_refusedTokenIsFromAHostWhoseClockIsAhead_refreshes() {
        bench.connect();
        AccessToken refused = bench.grants.accessToken(Bench.ID);
        bench.time.skewWallClock(Duration.ofMinutes(-10));
        bench.refresher.answer(Bench.issued(2));

        assertThat(bench.grants.after(Bench.ID, refused, false).orElseThrow().value())
                .isEqualTo("AT-2");
    }

    @Test
    void after_refusedTokenIsYoungButExpiredAtXero_refreshes() {
        bench.connect();
        AccessToken refused = bench.grants.accessToken(Bench.ID);
        bench.refresher.answer(Bench.issued(2));

        assertThat(bench.grants.after(Bench.ID, refused, true).orElseThrow().value())
                .isEqualTo("AT-2");
    }

    @Test
    void after_anotherProcessHasANewerToken_takesIt() {
        bench.connect();
        AccessToken refused = bench.grants.accessToken(Bench.ID);
        bench.time.advance(Duration.ofMinutes(5));
        bench.refresher.answer(Bench.issued(2));
        Grants other = bench.process();
        other.after(Bench.ID, refused, false);

        assertThat(bench.grants.after(Bench.ID, refused, false).orElseThrow().value())
                .isEqualTo("AT-2");
        assertThat(bench.refresher.presented()).hasSize(1);
    }

    @Test
    void after_refreshWasTooSoon_getsTheSameTokenAndAsksNobody() {
        bench.connectLongAgo();
        bench.refresher.answer(Bench.issued(2));
        AccessToken young = bench.grants.accessToken(Bench.ID);
        bench.time.advance(Duration.ofSeconds(61));

        assertThat(bench.grants.after(Bench.ID, young, false).orElseThrow().value())
                .isEqualTo("AT-2");
        bench.time.advance(Duration.ofSeconds(75));
        bench.refresher.answer(Bench.issued(3));
        assertThat(bench.grants.after(Bench.ID, young, false).orElseThrow().value())
                .isEqualTo("AT-3");
    }
}
