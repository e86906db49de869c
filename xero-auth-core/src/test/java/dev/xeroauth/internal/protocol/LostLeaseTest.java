package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Tokens for which the record has changed meanwhile. */
class LostLeaseTest {

    private static final RefreshCandidate SUCCESSOR =
            RefreshCandidate.ofConsent("R0").successor("R1");

    @Test
    void saves_ownNonceIsThere_appliesItToTheNewRecord() {
        Reach reach = new Reach(Optional.of(new UUID(1, 2)), Set.of(), Optional.empty());
        OneFlight flight = issued();

        flight.stores(was -> was.reaching(reach)).writes().goes();

        assertThat(flight.record().reach()).isEqualTo(reach);
        assertThat(flight.record().current()).isEqualTo(SUCCESSOR);
        assertThat(flight.record().lease()).isEmpty();
        assertThat(flight.record().confirmAt()).isEmpty();
    }

    @Test
    void saves_anotherHasTheLease_addsASpareAndLeavesTheLease() {
        OneFlight flight = issued();
        RefreshCandidate older = Grants.spare("S");

        flight.stores(was -> Grants.leasedByAnother(Grants.withSpares(was, older), NOW.plusSeconds(60)));
        flight.writes().goes();

        assertThat(flight.record().spares()).containsExactly(SUCCESSOR, older);
        assertThat(flight.record().current().token()).isEqualTo("R0");
        assertThat(flight.record().access().token()).isEqualTo("A0");
        assertThat(flight.record().isLeasedBy("another")).isTrue();
        assertThat(flight.status()).isEqualTo(GrantStatus.CONNECTED);
        Ending.Obtained ending = flight.ending(Ending.Obtained.class);
        assertThat(ending.access().token()).isEqualTo("A1");
        assertThat(ending.grant()).isEqualTo(flight.grant());
    }

    @Test
    void saves_nobodyHasTheLease_addsASpare() {
        OneFlight flight = issued();

        flight.stores(was -> Grants.refreshed(was, "9", NOW)).writes().goes();

        assertThat(flight.record().spares()).containsExactly(SUCCESSOR);
        assertThat(flight.record().current().token()).isEqualTo("R9");
        assertThat(flight.record().access().token()).isEqualTo("A9");
    }

    @Test
    void saves_connectedRecordInBackOff_keepsTheBackOff() {
        OneFlight flight = issued();

        flight.stores(was -> Grants.failed(was, NOW.plusSeconds(40))).writes().goes();

        assertThat(flight.record().setback().nextAttempt()).contains(NOW.plusSeconds(40));
        assertThat(flight.record().setback().failures()).isEqualTo(1);
    }

    @Test
    void saves_lostLeaseAndNoRefreshToken_writesNothing() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.issued("1", Optional.empty(), Grants.HALF_HOUR));

        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(60))).writes();
        OpenGrant stood = flight.grant();
        flight.goes();

        assertThat(flight.ending(Ending.Obtained.class).access().token()).isEqualTo("A1");
        assertThat(flight.grant()).isEqualTo(stood);
    }

    @Test
    void saves_anotherConsent_dropsTheTokens() {
        OneFlight flight = issued();

        flight.stores(GrantStatus.CONNECTED, Grants.consented("generation-2", "9"))
                .writes();
        OpenGrant stood = flight.grant();
        flight.goes();

        assertThat(flight.ending(Ending.Superseded.class).access().token()).isEqualTo("A1");
        assertThat(flight.grant()).isEqualTo(stood);
    }

    @Test
    void saves_grantEndedOverTheLease_dropsTheTokens() {
        OneFlight flight = issued();

        flight.stores(GrantStatus.ENDED, flight.record().edit().done()).writes();
        OpenGrant stood = flight.grant();
        flight.goes();

        assertThat(flight.ending(Ending.Superseded.class).access().token()).isEqualTo("A1");
        assertThat(flight.grant()).isEqualTo(stood);
    }

    @Test
    void saves_recordIsMissing_writesItAnew() {
        OneFlight flight = issued().storeLoses().writes().goes();

        assertThat(flight.ending(Ending.Obtained.class).access().token()).isEqualTo("A1");
        assertThat(flight.grant().status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(flight.record().current().token()).isEqualTo("R1");
        assertThat(flight.record().lease()).isEmpty();
    }

    @Test
    void saves_ownNonceIsThereAfterARefusal_dropsTheRefusedToken() {
        RefreshCandidate current = RefreshCandidate.ofConsent("R0");
        OneFlight flight = OneFlight.over(Grants.withSpares(Grants.fresh(), current.successor("R1")));
        flight.goes().answers(Grants.REFUSED).goes().answers(Grants.issued("2"));

        flight.stores(GrantStatus.SUSPECT, flight.record().edit().done())
                .writes()
                .goes();

        assertThat(flight.record().current().token()).isEqualTo("R2");
        assertThat(flight.record().spares()).isEmpty();
        assertThat(flight.record().confirmAt()).isPresent();
        assertThat(flight.status()).isEqualTo(GrantStatus.CONNECTED);
    }

    private static OneFlight issued() {
        return OneFlight.over(Grants.fresh()).goes().answers(Grants.issued("1"));
    }
}
