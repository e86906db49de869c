package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.GrantRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Waiting for another process that holds the lease. */
class WaiterTest {

    private static final Instant LEASE_ENDS = NOW.plusSeconds(30);
    private static final GrantRecord LEASED = Grants.leasedByAnother(Grants.fresh(), LEASE_ENDS);

    @Test
    void finds_leaseTaken_readsLaterAndLater() {
        assertThat(pauses(0.5)).containsExactly(25L, 40L, 64L, 102L, 163L, 250L, 250L, 250L);
    }

    @Test
    void finds_leaseTaken_readsAQuarterSoonerOrLaterByChance() {
        assertThat(pauses(0)).containsExactly(18L, 30L, 48L, 76L, 122L, 187L, 187L, 187L);
        assertThat(pauses(0.9)).containsExactly(30L, 48L, 76L, 122L, 196L, 300L, 300L, 300L);
    }

    @Test
    void finds_leaseTakenForever_pausesNeverOverflow() {
        OneFlight flight = OneFlight.over(LEASED).draws(0.5);
        for (int i = 0; i < 2000; i++) {
            flight.finds();
        }

        assertThat(flight.action(Action.ReadLater.class).pause()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void finds_leaseTaken_givesUpAfterTwentySeconds() {
        OneFlight flight = OneFlight.over(LEASED).finds().passes(Duration.ofSeconds(20));

        flight.finds().action(Action.ReadLater.class);
        flight.passes(Duration.ofNanos(1)).finds();

        Ending.NotNow ending = flight.ending(Ending.NotNow.class);
        assertThat(ending.next()).isEqualTo(LEASE_ENDS);
        assertThat(ending.reason()).isEqualTo("another process is refreshing it");
        assertThat(flight.record()).isEqualTo(LEASED);
    }

    @Test
    void finds_leaseTaken_countsTheTwentySecondsByItsOwnCounter() {
        OneFlight flight = OneFlight.over(LEASED).finds();

        flight.passes(Duration.ofSeconds(-60), Duration.ofSeconds(21)).finds();

        flight.ending(Ending.NotNow.class);
    }

    @Test
    void finds_leaseTaken_countsTheTwentySecondsFromItsBeginning() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds().passes(Duration.ofSeconds(12));

        flight.stores(was -> Grants.leasedByAnother(was, flight.now().plusSeconds(30)));
        flight.goes().action(Action.ReadLater.class);

        flight.passes(Duration.ofSeconds(9)).finds().ending(Ending.NotNow.class);
    }

    @Test
    void finds_savedMeanwhile_adoptsItWithItsLastLook() {
        OneFlight flight = OneFlight.over(LEASED).finds().passes(Duration.ofSeconds(25));

        flight.stores(was -> Grants.refreshed(was, "1", NOW)).finds();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
    }

    @Test
    void finds_leaseOver_takesIt() {
        GrantRecord nearlyOver = Grants.leasedByAnother(Grants.fresh(), NOW.plusSeconds(5));
        OneFlight flight =
                OneFlight.over(nearlyOver).finds().passes(Duration.ofSeconds(5).minusNanos(1));

        flight.finds().action(Action.ReadLater.class);
        flight.passes(Duration.ofNanos(1)).goes().finds().goes();

        assertThat(flight.presents()).isEqualTo("R0");
        assertThat(flight.record().current().presentations()).isEqualTo(2);
        assertThat(flight.record().current().firstPresentedAt()).contains(NOW.minusSeconds(25));
    }

    private static List<Long> pauses(double share) {
        OneFlight flight = OneFlight.over(LEASED).draws(share);
        List<Long> pauses = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            pauses.add(flight.finds().action(Action.ReadLater.class).pause().toMillis());
        }
        return pauses;
    }
}
