package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.IssuedAccess;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long an access token counts as good, and when it is due. */
class LifetimeTest {

    @ParameterizedTest
    @ValueSource(strings = {"PT-30M", "PT0S", "PT0.999S", "PT24H0.001S", "PT876000H"})
    void answers_absurdLifetime_countsAsFiveMinutes(String lifetime) {
        OneFlight flight = flown(Duration.parse(lifetime), 0);

        assertThat(flight.record().access().lifetime()).isEqualTo(Duration.ofMinutes(5));
        assertThat(flight.record().current().token()).isEqualTo("R1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT1S", "PT30M", "PT24H"})
    void answers_credibleLifetime_isKept(String lifetime) {
        assertThat(flown(Duration.parse(lifetime), 0).record().access().lifetime())
                .isEqualTo(Duration.parse(lifetime));
    }

    @Test
    void answers_lifetime_countsFromBeforeThePresentation() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds().passes(Duration.ofSeconds(4));
        flight.writes().passes(Duration.ofSeconds(9));

        flight.answers(Grants.issued("1")).passes(Duration.ofSeconds(2)).goes();

        IssuedAccess access = flight.record().access();
        assertThat(access.obtainedAt()).isEqualTo(NOW.plusSeconds(4));
        assertThat(access.refreshAt()).isEqualTo(NOW.plusSeconds(4).plus(Duration.ofMinutes(15)));
    }

    @Test
    void answers_anyDraw_isDueBetweenHalfAndThreeQuarters() {
        Duration half = Duration.ofMinutes(15);

        assertThat(dueAfter(0)).isEqualTo(half);
        assertThat(dueAfter(0.5)).isEqualTo(half.plus(half.dividedBy(4)));
        assertThat(dueAfter(OneFlight.MOST))
                .isLessThan(half.plus(half.dividedBy(2)))
                .isGreaterThan(half.plus(half.dividedBy(2)).minusSeconds(1));
    }

    private static Duration dueAfter(double share) {
        return Duration.between(
                NOW, flown(Grants.HALF_HOUR, share).record().access().refreshAt());
    }

    private static OneFlight flown(Duration lifetime, double share) {
        return OneFlight.over(Grants.fresh())
                .draws(share)
                .goes()
                .answers(Grants.issued("1", Optional.of("R1"), lifetime))
                .goes();
    }
}
