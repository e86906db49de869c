package dev.xeroauth.tests.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.tests.simulation.ClockSkew.Outcome;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Hosts whose clocks are wrong. */
class ClockSkewTest {

    private static final Duration SIX_HOURS = Duration.ofHours(6);
    private static final int ONE_A_MINUTE = 3 * 6 * 60;
    private static final List<Duration> WRONG = List.of(Duration.ofMinutes(-10), Duration.ZERO, Duration.ofMinutes(10));
    private static final List<Duration> RIGHT = Collections.nCopies(3, Duration.ZERO);

    @Test
    void sixHours_storeWithAClock_areThoseOfHostsWhoseClocksAreRight() {
        Outcome right = new ClockSkew(RIGHT, true).pass(SIX_HOURS).outcome();
        Outcome wrong = new ClockSkew(WRONG, true).pass(SIX_HOURS).outcome();
        print("yes", "no", wrong, right);

        assertThat(wrong).isEqualTo(right);
        assertThat(right.refused()).isZero();
        assertThat(right.without()).isZero();
        assertThat(right.requests()).isLessThanOrEqualTo(6 * 4 + 1);
        assertThat(right.answers()).isEqualTo(ONE_A_MINUTE);
        assertSafe(right);
    }

    @Test
    void sixHours_storeWithoutAClock_takeMoreRequestsAndLoseNothing() {
        Outcome right = new ClockSkew(RIGHT, false).pass(SIX_HOURS).outcome();
        Outcome wrong = new ClockSkew(WRONG, false).pass(SIX_HOURS).outcome();
        print("no", "no", wrong, right);

        assertThat(wrong.answers()).isEqualTo(ONE_A_MINUTE);
        assertThat(right.answers()).isEqualTo(ONE_A_MINUTE);
        assertSafe(wrong);
        assertSafe(right);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sleep_oneHostForAnHour_losesNothing(boolean storeHasClock) {
        Outcome right = asleep(RIGHT, storeHasClock);
        Outcome wrong = asleep(WRONG, storeHasClock);
        print(storeHasClock ? "yes" : "no", "1h", wrong, right);

        assertSafe(wrong);
        assertSafe(right);
        if (storeHasClock) {
            assertThat(wrong).isEqualTo(right);
        }
    }

    private static Outcome asleep(List<Duration> skews, boolean storeHasClock) {
        ClockSkew world = new ClockSkew(skews, storeHasClock).pass(Duration.ofMinutes(125));
        world.sleep(0, Duration.ofHours(1));
        return world.pass(SIX_HOURS.minusMinutes(125)).outcome();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void leaseOfTheDead_isNotTakenBeforeItIsOver(boolean storeHasClock) {
        ClockSkew world = new ClockSkew(WRONG, storeHasClock).pass(Duration.ofHours(1));
        world.passQuietly(Duration.ofHours(1));
        int before = world.requests();
        world.leaseOfTheDead();

        world.askAll();
        world.pass(Duration.ofSeconds(25));
        world.askAll();
        world.pass(Duration.ofMillis(4500));
        assertThat(world.requests()).isEqualTo(before);

        world.pass(Duration.ofMinutes(2));
        // Where the store has no clock, a token that a host obtained whose clock is behind looks old to one whose clock
        // is ahead.
        assertThat(world.requests()).isBetween(before + 1, before + (storeHasClock ? 1 : 2));
        assertSafe(world.outcome());
    }

    /** Xero takes each token once here: whoever presents it a second time loses the grant. */
    private static void assertSafe(Outcome outcome) {
        assertThat(outcome.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(outcome.alive()).isTrue();
        assertThat(outcome.requests()).isEqualTo(outcome.accepted());
        assertThat(outcome.answers()).isPositive();
    }

    private static void print(String clock, String slept, Outcome wrong, Outcome right) {
        System.out.println("clock-skew: hosts=±10min store-clock=" + clock + " slept=" + slept + " token-requests="
                + wrong.requests() + " unskewed=" + right.requests() + " handed-out=" + wrong.answers()
                + " refused-by-xero=" + wrong.refused() + " unskewed-refused=" + right.refused() + " without="
                + wrong.without() + " status=" + wrong.status());
    }
}
