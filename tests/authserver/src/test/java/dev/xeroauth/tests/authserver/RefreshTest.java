package dev.xeroauth.tests.authserver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.tests.authserver.TokenTraffic.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RefreshTest {

    private static final int ROUNDS = 5;
    private static final int THREADS = 8;
    private static final Exchange REFRESH = new Exchange("refresh_token", 200);

    private final Connected at = new Connected(Apps.WEB);

    @BeforeEach
    void connect() {
        at.connect();
        at.server.traffic().clear();
    }

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void accessToken_dueAgainAndAgain_presentsTheNewestTokenEachTime() {
        Set<String> accessTokens = new LinkedHashSet<>(Set.of(at.token()));
        Set<String> refreshTokens = new LinkedHashSet<>(Set.of(at.server.refreshToken(at.token())));
        for (int round = 0; round < ROUNDS; round++) {
            accessTokens.add(at.nextToken());
            refreshTokens.add(at.server.refreshToken(at.token()));
        }

        assertThat(accessTokens).hasSize(ROUNDS + 1);
        assertThat(refreshTokens).hasSize(ROUNDS + 1);
        assertThat(at.server.traffic().exchanges()).hasSize(ROUNDS).containsOnly(REFRESH);
        Line.ok("refreshes with rotation, " + ROUNDS + " in a row");
    }

    @Test
    void accessToken_manyThreadsOfTwoInstancesAtExpiry_areOneTokenRequest() throws InterruptedException {
        try (XeroAuth other = at.instance(Apps.WEB, at.store).build()) {
            String before = other.accessToken(Connected.GRANT).value();
            at.time.advance(Connected.UNTIL_DUE);
            Set<String> tokens = ConcurrentHashMap.newKeySet();
            List<Thread> threads = new ArrayList<>();
            at.server.traffic().holdUp();
            for (int i = 0; i < THREADS; i++) {
                XeroAuth auth = i % 2 == 0 ? at.auth : other;
                threads.add(new Thread(
                        () -> tokens.add(auth.accessToken(Connected.GRANT).value())));
            }
            threads.forEach(Thread::start);
            at.server.traffic().awaitHeldUp();
            awaitWaiting(threads);
            at.server.traffic().release();
            for (Thread thread : threads) {
                thread.join(TimeUnit.SECONDS.toMillis(20));
            }

            assertThat(tokens).hasSize(1).doesNotContain(before);
            assertThat(at.server.traffic().exchanges()).containsExactly(REFRESH);
        }
        Line.ok(THREADS + " threads of 2 instances at expiry are one token request");
    }

    @Test
    void retry_operatorInsists_rotatesThoughTheTokenIsGood() {
        String before = at.token();
        at.time.advance(Duration.ofMinutes(3));

        assertThat(at.auth.retry(Connected.GRANT).status()).isEqualTo(GrantStatus.CONNECTED);

        assertThat(at.token()).isNotEqualTo(before);
        assertThat(at.server.traffic().exchanges()).containsExactly(REFRESH);
        Line.ok("a forced refresh");
    }

    private static void awaitWaiting(List<Thread> threads) throws InterruptedException {
        Set<Thread.State> waiting = Set.of(Thread.State.WAITING, Thread.State.TIMED_WAITING);
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!threads.stream().map(Thread::getState).allMatch(waiting::contains)) {
            assertThat(System.nanoTime() - end).isNegative();
            threads.get(0).join(1);
        }
    }
}
