package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.IssuedAccess;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Which token found in the store will do. */
class NeedTest {

    private static final Duration YOUNG = Duration.ofMinutes(1);
    private static final IssuedAccess A1 = Grants.access("A1", NOW);

    @Test
    void isMetBy_anyToken_isMetUntilAMinuteBeforeItsEnd() {
        Instant end = NOW.plus(Duration.ofMinutes(29));

        assertThat(Need.ANY.isMetBy(A1, end.minusNanos(1))).isTrue();
        assertThat(Need.ANY.isMetBy(A1, end)).isFalse();
    }

    @Test
    void isMetBy_due_isMetByAnotherThatIsNotDueItself() {
        Instant due = NOW.plus(Duration.ofMinutes(17));
        Need need = Need.notDue("A0");

        assertThat(need.isMetBy(A1, due.minusNanos(1))).isTrue();
        assertThat(need.isMetBy(A1, due)).isFalse();
        assertThat(Need.notDue("A1").isMetBy(A1, NOW)).isFalse();
    }

    @Test
    void isMetBy_dueAfterItsEnd_isMetUntilItsEndAtMost() {
        IssuedAccess odd = new IssuedAccess("A1", NOW, Grants.HALF_HOUR, NOW.plus(Duration.ofHours(9)));

        assertThat(Need.notDue("A0").isMetBy(odd, NOW.plus(Duration.ofMinutes(29))))
                .isFalse();
    }

    @Test
    void isMetBy_expiredByTheCounter_isMetByAnotherOnly() {
        assertThat(Need.notExpired("A1").isMetBy(A1, NOW)).isFalse();
        assertThat(Need.notExpired("A0").isMetBy(A1, NOW.plus(Duration.ofMinutes(28))))
                .isTrue();
    }

    @Test
    void isMetBy_refusedYoungToken_isMetForAMinute() {
        Need need = Need.another("A1", false);

        assertThat(need.isMetBy(A1, NOW.plus(YOUNG).minusNanos(1))).isTrue();
        assertThat(need.isMetBy(A1, NOW.plus(YOUNG))).isFalse();
    }

    @Test
    void isMetBy_refusedTokenFromAHostWhoseClockIsAhead_isNotMet() {
        Need need = Need.another("A1", false);

        assertThat(need.isMetBy(A1, NOW.minus(YOUNG))).isFalse();
        assertThat(need.isMetBy(A1, NOW.minus(YOUNG).plusNanos(1))).isTrue();
    }

    @Test
    void isMetBy_refusedYoungTokenThatSaidExpired_isNotMet() {
        assertThat(Need.another("A1", true).isMetBy(A1, NOW)).isFalse();
        assertThat(Need.another("A0", true).isMetBy(A1, NOW)).isTrue();
    }

    @Test
    void isMetBy_refusedByTheApi_isMetByAnotherThatIsDue() {
        assertThat(Need.another("A0", true).isMetBy(A1, NOW.plus(Duration.ofMinutes(28))))
                .isTrue();
    }
}
