package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A custom connection whose token requests fail. */
class OrganisationTroubleTest {

    private static final RefreshOutcome NO_ANSWER = new RefreshOutcome.Ambiguous("status 503");

    private final OrganisationBench bench = new OrganisationBench();

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void accessToken_noAnswer_failsForEverybodyUntilTheNextAttempt() {
        bench.xero.answer(NO_ANSWER);
        Instant next = Bench.START.plusMillis(251);

        for (int caller = 0; caller < 3; caller++) {
            assertThatThrownBy(bench::token)
                    .asInstanceOf(type(TokenUnavailableException.class))
                    .satisfies(e -> assertThat(e.retryAt()).contains(next))
                    .satisfies(e -> assertThat(e.grantId()).isEmpty())
                    .extracting(Throwable::getMessage, STRING)
                    .contains("custom connection", "status 503", next.toString())
                    .doesNotContain("grant");
        }
        assertThat(bench.requests()).isEqualTo(1);

        bench.time.advance(Duration.ofMillis(251));
        assertThat(bench.issues(1).token()).isEqualTo("AT-1");
    }

    @Test
    void accessToken_failsAgainAndAgain_waitsTwiceAsLongUpToAMinute() {
        List<Long> pauses = List.of(251L, 501L, 1001L, 2001L, 4001L, 8001L, 16001L, 30001L, 30001L);
        for (int i = 0; i < pauses.size(); i++) {
            bench.xero.answer(i % 2 == 0 ? NO_ANSWER : new RefreshOutcome.NotSent("UnknownHostException"));
            assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
            bench.time.advance(Duration.ofMillis(pauses.get(i) - 1));
            assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
            assertThat(bench.requests()).isEqualTo(i + 1);
            bench.time.advance(Duration.ofMillis(1));
        }
    }

    @Test
    void accessToken_issuedMeanwhile_beginsBackingOffAnew() {
        bench.xero.answer(NO_ANSWER);
        assertThatThrownBy(bench::token).isInstanceOf(TokenUnavailableException.class);
        bench.time.advance(Duration.ofSeconds(1));
        bench.issues(1).token();
        bench.time.advance(OrganisationBench.EXPIRED);
        bench.xero.answer(NO_ANSWER);

        assertThatThrownBy(bench::token)
                .asInstanceOf(type(TokenUnavailableException.class))
                .satisfies(
                        e -> assertThat(e.retryAt()).contains(bench.time.now().plusMillis(251)));
    }

    @Test
    void accessToken_stillGoodWhileXeroIsDown_isHandedOutAndAskedForAtItsPauses() {
        bench.issues(1).token();
        bench.time.advance(OrganisationBench.DUE);
        bench.xero.answer(NO_ANSWER).answer(NO_ANSWER);

        for (int i = 0; i < 10; i++) {
            assertThat(bench.token()).isEqualTo("AT-1");
        }
        assertThat(bench.requests()).isEqualTo(2);
        bench.time.advance(Duration.ofMillis(251));
        assertThat(bench.token()).isEqualTo("AT-1");
        assertThat(bench.token()).isEqualTo("AT-1");

        assertThat(bench.requests()).isEqualTo(3);
    }

    @Test
    void accessToken_xeroNamesAPause_keepsIt() {
        bench.xero.answer(new RefreshOutcome.Throttled(Optional.of(Duration.ofSeconds(90))));
        assertThatThrownBy(bench::token).hasMessageContaining("429");
        bench.time.advance(Duration.ofMillis(89_999));
        assertThatThrownBy(bench::token)
                .asInstanceOf(type(TokenUnavailableException.class))
                .satisfies(e -> assertThat(e.retryAt()).contains(Bench.START.plusSeconds(90)));
        assertThat(bench.requests()).isEqualTo(1);

        bench.time.advance(Duration.ofMillis(1));
        assertThat(bench.issues(1).token()).isEqualTo("AT-1");
    }

    @ParameterizedTest
    @CsvSource({
        "invalid_client, client secret",
        "unauthorized_client, organisation was disconnected",
        "invalid_scope, leave them out",
    })
    void accessToken_appRejected_saysWhatToMendAndAsksEveryTenSeconds(String error, String advice) {
        bench.xero.answer(new RefreshOutcome.AppRejected(error));
        assertRejected(error, advice);
        bench.time.advance(Duration.ofMillis(9_999));
        assertRejected(error, advice);
        assertThat(bench.requests()).isEqualTo(1);

        bench.time.advance(Duration.ofMillis(1));
        bench.xero.answer(new RefreshOutcome.AppRejected(error));
        assertRejected(error, advice);
        bench.time.advance(Duration.ofSeconds(10));

        assertThat(bench.issues(1).token()).isEqualTo("AT-1");
    }

    @Test
    void accessToken_invalidGrant_saysThatTheOrganisationWasDisconnected() {
        bench.xero.answer(new RefreshOutcome.Refused("invalid_grant"));

        assertRejected("invalid_grant", "organisation was disconnected");
    }

    private void assertRejected(String error, String advice) {
        assertThatThrownBy(bench::token)
                .asInstanceOf(type(AppRejectedException.class))
                .satisfies(e -> assertThat(e.error()).isEqualTo(error))
                .extracting(Throwable::getMessage, STRING)
                .contains(error, advice)
                .doesNotContain("grant was touched");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void accessToken_refresherThrowsOrNoThread_isUnavailable(boolean noThread) {
        OwnThreads none = new OwnThreads(task -> {
            throw new OutOfMemoryError("unable to create native thread");
        });
        try (OrganisationBench poor = noThread ? new OrganisationBench(none) : new OrganisationBench()) {
            poor.xero.answer(() -> {
                throw new IllegalStateException("secret words");
            });

            assertThatThrownBy(poor::token)
                    .isInstanceOf(TokenUnavailableException.class)
                    .hasMessageContaining(noThread ? "OutOfMemoryError" : "IllegalStateException")
                    .message()
                    .doesNotContain("secret words");
        }
    }
}
