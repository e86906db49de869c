package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.GrantRecord;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Leases over a store without a clock: every host has its own time, and nobody's counts. */
class OwnCounterTest {

    private static final Memory NOTHING = new Memory(Optional.empty(), Optional.empty(), false);
    private static final Duration LEASE = Duration.ofSeconds(30);
    /** By the clock of whoever took it, which is far behind. */
    private static final GrantRecord LEASED = Grants.leased(Grants.fresh(), "another", NOW.minusSeconds(600));

    private static OneFlight seen() {
        OneFlight flight = OneFlight.over(LEASED).begins(Need.ANY, NOTHING).goes();
        flight.action(Action.ReadLater.class);
        return flight;
    }

    private static OneFlight laterBy(Duration time) {
        OneFlight flight = seen().passes(Duration.ofSeconds(21)).finds();
        flight.ending(Ending.NotNow.class);
        return flight.passes(time.minusSeconds(21)).begins(Need.ANY).goes();
    }

    @Test
    void begins_leaseIsOverByTheClock_isNotTaken() {
        assertThat(seen().record()).isEqualTo(LEASED);
    }

    @Test
    void begins_seenForAsLongAsALeaseLasts_isTaken() {
        laterBy(LEASE.minusNanos(1)).action(Action.ReadLater.class);

        assertThat(laterBy(LEASE).presents()).isEqualTo("R0");
    }

    @Test
    void begins_leaseOfAHostWhoseClockIsAhead_isTakenAllTheSame() {
        GrantRecord ahead = Grants.leased(Grants.fresh(), "another", NOW.plusSeconds(600));
        OneFlight flight = OneFlight.over(ahead).begins(Need.ANY, NOTHING).goes();

        flight.passes(LEASE).begins(Need.ANY).goes();

        assertThat(flight.presents()).isEqualTo("R0");
    }

    @Test
    void begins_clockWasSetForward_isNotTaken() {
        OneFlight flight = seen().passes(Duration.ofHours(1), Duration.ofSeconds(29));

        flight.begins(Need.ANY).goes().action(Action.ReadLater.class);
    }

    @Test
    void begins_anotherLeaseSince_countsFromThatOne() {
        OneFlight flight = seen().passes(Duration.ofSeconds(29));
        flight.stores(was -> Grants.leased(was, "third", NOW.minusSeconds(600)));

        flight.begins(Need.ANY).goes().passes(Duration.ofSeconds(29));
        flight.begins(Need.ANY).goes().action(Action.ReadLater.class);

        assertThat(flight.passes(Duration.ofSeconds(1)).begins(Need.ANY).goes().presents())
                .isEqualTo("R0");
    }

    @Test
    void ends_leaseOfAnother_saysWhenItMakesSenseToAskAgain() {
        OneFlight flight = seen().passes(Duration.ofSeconds(21)).finds();

        assertThat(flight.ending(Ending.NotNow.class).next())
                .isEqualTo(flight.now().plusSeconds(9));
    }

    @Test
    void answers_refused_goesOnUnderItsOwnLease() {
        OneFlight flight = OneFlight.over(Grants.refreshed(NOW.minus(Grants.HALF_HOUR)))
                .begins(Need.ANY, NOTHING)
                .goes();

        flight.answers(Grants.REFUSED).goes();

        assertThat(flight.presents()).isEqualTo("R0");
    }

    @Test
    void begins_ownLeaseOfAnEarlierFlight_isAForeignOne() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).begins(Need.ANY, NOTHING).goes();
        assertThat(flight.presents()).isEqualTo("R0");

        flight.begins(Need.ANY).goes().action(Action.ReadLater.class);

        assertThat(flight.passes(LEASE).begins(Need.ANY).goes().presents()).isEqualTo("R0");
    }

    @Test
    void begins_storeWentBackToALeaseThatMayBeHeld_addsASpare() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).begins(Need.ANY, NOTHING).goes();
        flight.answers(Grants.issued("1")).goes().stores(was -> LEASED);

        flight.begins(Need.ANY).goes();

        assertThat(flight.record().isLeasedBy("another")).isTrue();
        assertThat(flight.record().spares()).hasSize(1);
    }

    @Test
    void begins_sharedClock_remembersNoLease() {
        assertThat(OneFlight.over(LEASED).goes().memory().lease()).isEmpty();
    }
}
