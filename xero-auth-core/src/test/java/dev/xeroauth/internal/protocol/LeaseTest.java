package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every presentation is written down with its lease before it is made. */
class LeaseTest {

    @Test
    void finds_nothingToUse_writesStampCountAndLeaseFirst() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds();

        Action.Write write = flight.writing();
        assertThat(write.expected()).isEqualTo(flight.grant().revision());
        assertThat(write.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(write.record().current())
                .isEqualTo(RefreshCandidate.ofConsent("R0").presented(NOW));
        assertThat(write.record().lease().orElseThrow().until()).isEqualTo(NOW.plusSeconds(30));
    }

    @Test
    void writes_leaseStands_presentsWithinTenSeconds() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds().writes();

        assertThat(flight.presents()).isEqualTo("R0");
        assertThat(flight.action(Action.Present.class).deadline()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void writes_exactlyFifteenSecondsLater_presents() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds().passes(Duration.ofSeconds(15));

        assertThat(flight.writes().presents()).isEqualTo("R0");
    }

    @Test
    void writes_hostSleptAndItsCounterStoodStill_takesTheLeaseAnew() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds();

        flight.passes(Duration.ofMinutes(10), Duration.ZERO).writes();

        assertThat(flight.writing().record().lease().orElseThrow().until())
                .isEqualTo(flight.now().plusSeconds(30));
    }

    @Test
    void writes_moreThanFifteenSecondsLater_takesTheLeaseAnew() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds();
        flight.passes(Duration.ofSeconds(15).plusNanos(1)).writes();
        Lease first = flight.record().lease().orElseThrow();

        Action.Write write = flight.writing();

        Lease second = write.record().lease().orElseThrow();
        assertThat(second.nonce()).isNotEqualTo(first.nonce());
        assertThat(second.until()).isEqualTo(flight.now().plusSeconds(30));
        assertThat(write.record().current())
                .isEqualTo(RefreshCandidate.ofConsent("R0").presented(flight.now()));
        assertThat(write.expected()).isEqualTo(flight.grant().revision());
        assertThat(flight.writes().presents()).isEqualTo("R0");
    }

    @Test
    void writes_tooLateTwice_takesTheLeaseTwiceAndCountsOnce() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds();
        flight.passes(Duration.ofSeconds(16))
                .writes()
                .passes(Duration.ofSeconds(16))
                .writes();

        flight.writes().answers(Grants.issued("1")).goes();

        assertThat(flight.record().previous())
                .contains(RefreshCandidate.ofConsent("R0").presented(NOW.plusSeconds(32)));
        assertThat(flight.record().confirmAt()).isEmpty();
    }

    @Test
    void writes_tooLateAfterAnUnansweredPresentation_keepsItsStamp() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.AMBIGUOUS).goes();
        flight.passes(Duration.ofMinutes(2)).begins(Need.ANY).finds();

        flight.passes(Duration.ofSeconds(16)).writes().writes();

        RefreshCandidate current = flight.record().current();
        assertThat(current.presentations()).isEqualTo(2);
        assertThat(current.firstPresentedAt()).contains(NOW);
        assertThat(current.lastPresentedAt()).contains(flight.now());
    }

    @Test
    void writes_onlyItsOwnCounterWentOn_takesTheLeaseAnew() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds();

        flight.passes(Duration.ZERO, Duration.ofSeconds(16)).writes();

        flight.action(Action.Write.class);
    }

    @Test
    void writes_recordChanged_readsAndTakesAnotherLease() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds();
        String nonce = flight.writing().record().lease().orElseThrow().nonce();

        flight.stores(was -> was.edit().done()).writes().finds();

        assertThat(flight.writing().expected()).isEqualTo(flight.grant().revision());
        assertThat(flight.writing().record().isLeasedBy(nonce)).isFalse();
        assertThat(flight.writing().record().current().presentations()).isEqualTo(1);
    }

    @Test
    void writes_anotherTookTheLease_waits() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds();

        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(30)))
                .writes()
                .finds();

        flight.action(Action.ReadLater.class);
    }

    @Test
    void finds_aProcessDiedAfterItsLease_presentsTheSameTokenAndConfirms() {
        OneFlight flight = OneFlight.over(Grants.leasedByAnother(Grants.fresh(), NOW.minusSeconds(60)));

        flight.goes().answers(Grants.issued("1")).goes();

        RefreshCandidate previous = flight.record().previous().orElseThrow();
        assertThat(previous.token()).isEqualTo("R0");
        assertThat(previous.firstPresentedAt()).contains(NOW.minusSeconds(90));
        assertThat(flight.record().confirmAt()).isPresent();
    }

    @Test
    void writes_tooLateAndTheRecordChanged_goesOnWithItsOwnLease() {
        OneFlight flight = OneFlight.over(Grants.fresh()).finds();
        flight.passes(Duration.ofSeconds(16)).writes();

        flight.stores(was -> was.edit().done()).writes().finds().writes();

        assertThat(flight.presents()).isEqualTo("R0");
    }
}
