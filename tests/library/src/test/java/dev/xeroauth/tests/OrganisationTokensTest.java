package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.internal.engine.OrganisationTokens;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The life of a custom connection's tokens while Xero is well. */
class OrganisationTokensTest {

    private final OrganisationBench bench = new OrganisationBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void accessToken_askedAgain_isTheSameWithoutARequest() {
        bench.issues(1);

        AccessToken first = bench.tokens.accessToken();

        assertThat(bench.tokens.accessToken()).isSameAs(first);
        assertThat(first.expiresAt()).isEqualTo(Bench.START.plus(Bench.LIFETIME));
        assertThat(bench.requests()).isEqualTo(1);
    }

    @Test
    void accessToken_due_isHandedOutAndTheNextOneFetched() {
        bench.issues(1).issues(2);
        bench.token();
        bench.time.advance(OrganisationBench.DUE.minusMillis(1));
        assertThat(bench.token()).isEqualTo("AT-1");
        assertThat(bench.requests()).isEqualTo(1);

        bench.time.advance(Duration.ofMillis(1));

        assertThat(bench.token()).isEqualTo("AT-1");
        assertThat(bench.requests()).isEqualTo(2);
        assertThat(bench.token()).isEqualTo("AT-2");
    }

    @Test
    void accessToken_lastMinute_isFetchedWhileTheCallerWaits() {
        bench.issues(1).issues(2);
        bench.token();
        bench.time.advance(OrganisationBench.EXPIRED);

        assertThat(bench.token()).isEqualTo("AT-2");
    }

    @Test
    void accessToken_hostsClockIsSet_countsByItsCounter() {
        bench.issues(1);
        bench.token();

        bench.time.skewWallClock(Duration.ofDays(1));
        assertThat(bench.token()).isEqualTo("AT-1");
        bench.time.skewWallClock(Duration.ofDays(-2));

        assertThat(bench.token()).isEqualTo("AT-1");
        assertThat(bench.requests()).isEqualTo(1);
    }

    @Test
    void accessToken_dueAtDifferentTimes_isBetweenHalfAndThreeQuarters() {
        long seed = System.nanoTime();
        System.out.println("due: seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            OrganisationTokens tokens = new OrganisationTokens(
                    deadline -> Bench.issued(1), bench.time, new OwnThreads(Runnable::run), random);
            AccessToken first = tokens.accessToken();
            bench.time.advance(Bench.LIFETIME.dividedBy(2).minusMillis(1));
            assertThat(tokens.accessToken()).isSameAs(first);
            assertThat(tokens.accessToken()).isSameAs(first);
            bench.time.advance(Bench.LIFETIME.dividedBy(4).plusMillis(1));
            tokens.accessToken();
            assertThat(tokens.accessToken()).isNotSameAs(first);
        }
    }

    @Test
    void accessTokenAsync_freshAndNone_isDone() {
        bench.issues(1);

        assertThat(bench.tokens.accessTokenAsync())
                .isCompletedWithValueMatching(token -> token.value().equals("AT-1"));
        assertThat(bench.tokens.accessTokenAsync())
                .isCompletedWithValueMatching(token -> token.value().equals("AT-1"));
    }

    @Test
    void close_tokenAtHand_isHandedOutAndNoOtherFetched() {
        bench.issues(1);
        bench.token();

        bench.tokens.close();
        bench.time.advance(OrganisationBench.DUE);
        assertThat(bench.token()).isEqualTo("AT-1");
        bench.time.advance(OrganisationBench.EXPIRED);

        assertThatThrownBy(bench::token)
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("closed");
        assertThat(bench.requests()).isEqualTo(1);
    }

    /** The other flight lands between this caller's look and its own flight. */
    @Test
    void accessToken_anotherCallerWasFaster_asksXeroOnce() {
        AtomicInteger requests = new AtomicInteger();
        AtomicReference<@Nullable Runnable> between = new AtomicReference<>();
        OrganisationTokens tokens = new OrganisationTokens(
                deadline -> Bench.issued(requests.incrementAndGet()),
                new InBetween(between),
                new OwnThreads(Runnable::run),
                () -> 0);
        between.set(tokens::accessToken);

        assertThat(tokens.accessToken().value()).isEqualTo("AT-1");

        assertThat(requests).hasValue(1);
    }

    /** Does something the next time somebody reads the counter. */
    private record InBetween(AtomicReference<@Nullable Runnable> task) implements TimeSource {

        @Override
        public Instant now() {
            return Bench.START;
        }

        @Override
        public long nanoTime() {
            Optional.ofNullable(task.getAndSet(null)).ifPresent(Runnable::run);
            return 0;
        }
    }
}
