package dev.xeroauth.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.TokenSet;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakerTest {

    private static final RefreshOutcome WRONG_SECRET = new RefreshOutcome.AppRejected("invalid_client");
    private static final RefreshOutcome NOT_ALLOWED = new RefreshOutcome.AppRejected("unauthorized_client");
    private static final RefreshOutcome ISSUED = new RefreshOutcome.Issued(
            new TokenSet("AT", Optional.of("RT"), Duration.ofMinutes(30), Set.of(), Optional.empty()));

    @Test
    void after_wrongSecret_opensAtOnceForTenSeconds() {
        Breaker breaker = Breaker.CLOSED.after(grant(1), WRONG_SECRET, at(0));

        assertThat(breaker.at(at(9))).contains(new Rejection("invalid_client", at(10).now()));
        assertThat(breaker.at(at(10))).isEmpty();
    }

    @Test
    void after_otherErrors_opensWithTheThirdGrant() {
        Breaker two = Breaker.CLOSED
                .after(grant(1), NOT_ALLOWED, at(0))
                .after(grant(1), NOT_ALLOWED, at(1))
                .after(grant(2), NOT_ALLOWED, at(2));

        assertThat(two.at(at(3))).isEmpty();
        assertThat(two.after(grant(3), NOT_ALLOWED, at(3)).at(at(4))).isPresent();
    }

    @Test
    void after_anAnswerAboutAGrant_closes() {
        Breaker two = Breaker.CLOSED.after(grant(1), NOT_ALLOWED, at(0)).after(grant(2), NOT_ALLOWED, at(0));
        Breaker open = Breaker.CLOSED.after(grant(1), WRONG_SECRET, at(0));

        assertThat(two.after(grant(9), ISSUED, at(1))
                        .after(grant(3), NOT_ALLOWED, at(2))
                        .open())
                .isFalse();
        assertThat(open.after(grant(9), new RefreshOutcome.Refused("invalid_grant"), at(1))
                        .open())
                .isFalse();
    }

    @Test
    void after_noAnswer_changesNothing() {
        Breaker open = Breaker.CLOSED.after(grant(1), WRONG_SECRET, at(0));

        assertThat(open.after(grant(1), new RefreshOutcome.Ambiguous("timeout"), at(5)))
                .isEqualTo(open);
        assertThat(open.after(grant(1), new RefreshOutcome.NotSent("dns"), at(5)))
                .isEqualTo(open);
    }

    @Test
    void probed_open_holdsTheOthersBackForTenSecondsMore() {
        Breaker probed = Breaker.CLOSED.after(grant(1), WRONG_SECRET, at(0)).probed(at(10));

        assertThat(probed.at(at(19))).isPresent();
        assertThat(probed.at(at(20))).isEmpty();
        assertThat(Breaker.CLOSED.probed(at(10))).isEqualTo(Breaker.CLOSED);
    }

    @Test
    void begin_appRejected_presentsNothingAndStillAdopts() {
        Rejection rejection = new Rejection("invalid_client", at(10).now());
        OneFlight old = OneFlight.over(Grants.fresh()).begins(Need.another("A0", true), rejection);
        OneFlight fresh = OneFlight.over(Grants.fresh()
                        .edit()
                        .access(Grants.access("A1", Grants.NOW))
                        .done())
                .begins(Need.another("A0", true), rejection);

        assertThat(old.goes().ending(Ending.AppRejected.class))
                .isEqualTo(new Ending.AppRejected("invalid_client", at(10).now()));
        fresh.goes().ending(Ending.Adopted.class);
    }

    private static GrantId grant(int number) {
        return GrantId.of("customer-" + number);
    }

    private static Moment at(int seconds) {
        Duration since = Duration.ofSeconds(seconds);
        return new Moment(Instant.parse("2026-11-21T10:00:00Z").plus(since), since.toNanos());
    }
}
