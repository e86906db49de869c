package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A store that throws while a lease is written: it stands, or it does not. */
class UnknownLeaseTest {

    @Test
    void storeFails_leaseDoesNotStand_writesTheSameAgain() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds();
        Action.Write first = flight.writing();

        flight.storeFails();

        assertThat(flight.writing()).isEqualTo(first);
        assertThat(flight.writes().presents()).isEqualTo("R0");
    }

    @Test
    void storeFails_leaseStands_isFoundByItsNonce() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).finds().storeWritesAndFails().writes();

        flight.action(Action.Read.class);
        assertThat(flight.finds().presents()).isEqualTo("R0");
        assertThat(flight.record().current().presentations()).isEqualTo(1);
    }

    @Test
    void storeFails_leaseStandsUnderAnothersWrite_isFoundByItsNonce() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds().storeWritesAndFails();

        flight.stores(was -> was.edit().done()).writes().finds();

        assertThat(flight.presents()).isEqualTo("R0");
    }

    @Test
    void storeFails_leaseFoundTooLate_isTakenAnewAndCountedOnce() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).finds().storeWritesAndFails().writes();

        flight.passes(Duration.ofSeconds(16)).finds();

        assertThat(flight.writing().record().current().presentations()).isEqualTo(1);
        assertThat(flight.writing().record().current().firstPresentedAt()).contains(NOW.plusSeconds(16));
    }

    @Test
    void storeFails_anotherLeaseStands_waitsForIt() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds().storeFails();

        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(30)))
                .writes()
                .finds();

        flight.action(Action.ReadLater.class);
    }

    @Test
    void storeFails_grantEndedOverTheLease_presentsNothing() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds().storeWritesAndFails();

        flight.stores(GrantStatus.ENDED, flight.record().edit().done()).writes().finds();

        flight.ending(Ending.Missing.class);
        assertThat(flight.status()).isEqualTo(GrantStatus.ENDED);
    }

    @Test
    void storeFails_threeTimes_endsWithoutPresenting() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds().storeFails().storeFails();
        flight.action(Action.Write.class);

        flight.storeFails().ending(Ending.StoreFailed.class);
    }

    @Test
    void storeFails_whileReading_endsAtOnce() {
        OneFlight.over(Grants.fresh()).storeFails().ending(Ending.StoreFailed.class);
    }

    @Test
    void storeFails_twiceBeforeTheRecordChanged_hasTwoMoreTriesForTheNextWrite() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds().storeFails().storeFails();

        flight.stores(was -> was.edit().done()).writes().finds().storeFails().storeFails();

        assertThat(flight.writes().presents()).isEqualTo("R0");
    }
}
