package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** In which order the tokens are tried, and what a refusal does. */
class LadderTest {

    private static final RefreshCandidate R0 = RefreshCandidate.ofConsent("R0");
    private static final RefreshCandidate R1 = R0.successor("R1");
    private static final GrantRecord FULL = Grants.withSpares(
            Grants.refreshed(NOW.minus(Grants.HALF_HOUR)),
            R1.successor("child-new"),
            Grants.spare("other-new"),
            R1.successor("child-old"),
            Grants.spare("other-old"));

    @Test
    void goes_everythingRefused_triesEachOnceInOrder() {
        OneFlight flight = OneFlight.over(FULL).goes();
        List<String> tried = new ArrayList<>();
        while (flight.step().action() instanceof Action.Present) {
            tried.add(flight.presents());
            flight.answers(Grants.REFUSED).goes();
        }

        assertThat(tried).containsExactly("child-new", "child-old", "R1", "other-new", "other-old", "R0");
    }

    @Test
    void candidates_fullRecord_areInTheSameOrder() {
        assertThat(new Decisions(Rule.all()).candidates(FULL))
                .extracting(RefreshCandidate::token)
                .containsExactly("child-new", "child-old", "R1", "other-new", "other-old", "R0");
    }

    @Test
    void answers_refused_takesALeaseOfItsOwnForTheNextRung() {
        OneFlight flight = OneFlight.over(FULL).goes();
        String nonce = flight.record().lease().orElseThrow().nonce();

        flight.passes(Duration.ofSeconds(9)).answers(Grants.REFUSED).finds();

        GrantRecord next = flight.writing().record();
        assertThat(next.isLeasedBy(nonce)).isFalse();
        assertThat(next.lease().orElseThrow().until()).isEqualTo(flight.now().plusSeconds(30));
        assertThat(next.candidate("child-new").orElseThrow().presentations()).isEqualTo(1);
        assertThat(next.candidate("child-old").orElseThrow().presentations()).isEqualTo(1);
    }

    @Test
    void answers_refusedAndTheLeaseIsAnothersByNow_waits() {
        OneFlight flight = OneFlight.over(FULL).goes().answers(Grants.REFUSED);

        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(60))).finds();

        flight.action(Action.ReadLater.class);
    }

    @Test
    void answers_refusedAndASpareArrived_triesItNext() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED);

        flight.stores(was -> Grants.withSpares(was, R0.successor("R1"))).goes();

        assertThat(flight.presents()).isEqualTo("R1");
    }

    @Test
    void answers_refusedAndASpareArrivedBeforeTheVerdict_triesItNext() {
        OneFlight flight =
                OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED).finds();
        flight.action(Action.Write.class);

        flight.stores(was -> Grants.withSpares(was, R0.successor("R1"))).goes();

        assertThat(flight.presents()).isEqualTo("R1");
    }

    @Test
    void answers_refusedAndAnotherConsent_triesItsToken() {
        OneFlight flight = OneFlight.over(Grants.fresh()).goes().answers(Grants.REFUSED);

        flight.stores(was -> Grants.consented("generation-2", "0").following(was))
                .goes();

        assertThat(flight.presents()).isEqualTo("R0");
        assertThat(flight.record().generation()).isEqualTo("generation-2");
    }

    @Test
    void answers_refusedTokenBelowASuccess_isDropped() {
        OneFlight flight = OneFlight.over(FULL).goes().answers(Grants.REFUSED).goes();
        assertThat(flight.presents()).isEqualTo("child-old");

        flight.answers(Grants.issued("9")).goes();

        assertThat(flight.record().spares())
                .extracting(RefreshCandidate::token)
                .containsExactly("R1", "other-new", "other-old");
        assertThat(flight.record().previous().orElseThrow().token()).isEqualTo("child-old");
        assertThat(flight.record().current().parent())
                .contains(R1.successor("child-old").fingerprint());
    }

    @Test
    void answers_ambiguousInTheMiddle_keepsWhatIsAboveToo() {
        OneFlight flight = OneFlight.over(FULL).goes().answers(Grants.REFUSED).goes();

        flight.answers(Grants.AMBIGUOUS).goes();

        assertThat(flight.record().candidate("child-new")).isPresent();
        assertThat(flight.record().candidate("child-old").orElseThrow().presentations())
                .isEqualTo(1);
        assertThat(flight.record().lease()).isEmpty();
        assertThat(flight.record().setback().refusedLadders()).isZero();
    }

    @Test
    void answers_notSentInTheMiddle_undoesThatOneOnly() {
        OneFlight flight = OneFlight.over(FULL).goes().answers(Grants.REFUSED).goes();

        flight.answers(Grants.NOT_SENT).goes();

        assertThat(flight.record().candidate("child-new").orElseThrow().presentations())
                .isEqualTo(1);
        assertThat(flight.record().candidate("child-old")).contains(R1.successor("child-old"));
    }

    @Test
    void answers_xeroIssuesATokenThatIsKnown_keepsItOnceWithWhatIsKnownOfIt() {
        OneFlight flight = OneFlight.over(Grants.refreshed(NOW.minus(Grants.HALF_HOUR)));
        flight.goes().answers(Grants.REFUSED).goes();
        assertThat(flight.presents()).isEqualTo("R0");

        flight.answers(Grants.issued("1", Optional.of("R1"), Grants.HALF_HOUR)).goes();

        assertThat(flight.record().current().token()).isEqualTo("R1");
        assertThat(flight.record().current().presentations()).isEqualTo(1);
        assertThat(flight.record().spares()).isEmpty();
        assertThat(flight.record().previous().orElseThrow().token()).isEqualTo("R0");
    }
}
