package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a grant is asked for again after a failure. */
class BackOffTest {

    @ParameterizedTest
    @CsvSource({"0, 500", "1, 1000", "2, 2000", "6, 32000", "7, 60000", "8, 60000", "70, 60000", "2000000000, 60000"})
    void answers_ambiguous_waitsTwiceAsLongEachTimeButAMinuteAtMost(int failures, long most) {
        assertThat(longest(Grants.AMBIGUOUS, failed(failures))).isEqualTo(Duration.ofMillis(most));
    }

    @ParameterizedTest
    @CsvSource({"0, 500", "1, 1000", "6, 32000", "9, 256000", "10, 300000", "11, 300000", "70, 300000"})
    void answers_nothingOutstanding_waitsTwiceAsLongEachTimeButFiveMinutesAtMost(int failures, long most) {
        assertThat(longest(Grants.THROTTLED, failed(failures))).isEqualTo(Duration.ofMillis(most));
        assertThat(longest(Grants.APP_REJECTED, failed(failures))).isEqualTo(Duration.ofMillis(most));
    }

    @Test
    void answers_anEarlierAnswerIsOutstanding_waitsAMinuteAtMost() {
        GrantRecord unanswered = failed(20);
        unanswered = unanswered
                .edit()
                .current(unanswered.current().presented(NOW.minusSeconds(200)))
                .done();

        assertThat(longest(Grants.THROTTLED, unanswered)).isEqualTo(Duration.ofMinutes(1));
        assertThat(longest(Grants.APP_REJECTED, unanswered)).isEqualTo(Duration.ofMinutes(1));
        assertThat(longest(Grants.NOT_SENT, unanswered)).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void answers_anyDraw_waitsBetweenNothingAndThat() {
        assertThat(waits(Grants.AMBIGUOUS, failed(4), 0)).isEqualTo(Duration.ofMillis(1));
        assertThat(waits(Grants.AMBIGUOUS, failed(4), 0.5)).isBetween(Duration.ofMillis(4000), Duration.ofMillis(4001));
    }

    @Test
    void begins_failedBefore_waitsUntilThenToTheMillisecond() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes().draws(0.5);
        flight.answers(Grants.AMBIGUOUS).goes();
        Duration wait = Duration.between(NOW, flight.ending(Ending.NotNow.class).next());

        flight.passes(wait.minusMillis(1)).begins(Need.ANY).goes();
        assertThat(flight.ending(Ending.NotNow.class).reason()).contains("status 503");
        flight.passes(Duration.ofMillis(1)).begins(Need.ANY).goes();
        assertThat(flight.presents()).isEqualTo("R0");
    }

    @Test
    void answers_notSent_waitsAMinuteAtMost() {
        assertThat(longest(Grants.NOT_SENT, failed(20))).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void answers_afterAWhile_waitsFromTheAnswerOn() {
        RefreshOutcome throttled = new RefreshOutcome.Throttled(Optional.of(Duration.ofSeconds(60)));
        OneFlight flight = OneFlight.over(Grants.fresh()).goes();

        flight.passes(Duration.ofSeconds(9)).answers(throttled).goes();

        assertThat(flight.ending(Ending.NotNow.class).next()).isEqualTo(NOW.plusSeconds(69));
    }

    /** The largest draw stays a millisecond below. */
    private static Duration longest(RefreshOutcome outcome, GrantRecord record) {
        return waits(outcome, record, OneFlight.MOST).plusMillis(1);
    }

    private static Duration waits(RefreshOutcome outcome, GrantRecord record, double share) {
        OneFlight flight =
                OneFlight.over(record).draws(share).goes().answers(outcome).goes();
        return Duration.between(NOW, flight.record().setback().nextAttempt().orElseThrow());
    }

    private static GrantRecord failed(int times) {
        return Grants.fresh()
                .edit()
                .setback(new Setback(times, 0, Optional.empty(), Optional.empty()))
                .done();
    }
}
