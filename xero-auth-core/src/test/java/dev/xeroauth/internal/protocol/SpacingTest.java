package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A token's successor is not presented while a request with the token itself may still be travelling. */
class SpacingTest {

    private static final Instant PRESENTED = NOW.minusSeconds(60);
    private static final Duration LEFT = Duration.ofSeconds(75);
    private static final Need FORCED = Need.another("A0", true);

    @Test
    void finds_parentWasJustPresented_waitsTwoAndAQuarterMinutesFromItsStamp() {
        for (Need need : List.of(FORCED, Need.notDue("A0"))) {
            OneFlight flight = begun(Grants.refreshed(PRESENTED), need);

            Ending.TooSoon ending = flight.ending(Ending.TooSoon.class);
            assertThat(ending.next()).isEqualTo(NOW.plus(LEFT));
            assertThat(ending.grant()).isEqualTo(flight.grant());
            flight.passes(LEFT.minusNanos(1)).begins(need).goes().ending(Ending.TooSoon.class);
            flight.passes(Duration.ofNanos(1)).begins(need).goes();
            assertThat(flight.presents()).isEqualTo("R1");
        }
    }

    @Test
    void finds_nothingToHandOutMeanwhile_doesNotWait() {
        for (Need need : List.of(Need.ANY, Need.notExpired("A0"))) {
            assertThat(begun(Grants.refreshed(PRESENTED), need).presents()).isEqualTo("R1");
        }
    }

    @Test
    void finds_parentWasAnswered_waitsToo() {
        OneFlight flight = OneFlight.over(Grants.fresh())
                .goes()
                .answers(Grants.issued("1"))
                .goes();

        flight.passes(Duration.ofSeconds(100)).begins(Need.another("A1", true)).goes();

        assertThat(flight.ending(Ending.TooSoon.class).next()).isEqualTo(NOW.plusSeconds(135));
    }

    @Test
    void finds_parentWasPresentedSeveralTimes_waitsFromTheLast() {
        RefreshCandidate parent = RefreshCandidate.ofConsent("R0")
                .presented(NOW.minusSeconds(600))
                .presented(PRESENTED);
        GrantRecord record = Grants.fresh()
                .edit()
                .current(parent.successor("R1"))
                .previous(parent)
                .done();

        assertThat(begun(record, FORCED).ending(Ending.TooSoon.class).next()).isEqualTo(NOW.plus(LEFT));
    }

    @Test
    void finds_parentIsASpare_waitsToo() {
        RefreshCandidate parent = RefreshCandidate.ofConsent("R0").presented(PRESENTED);
        GrantRecord record =
                Grants.fresh().edit().current(parent.successor("R1")).done();
        record = Grants.withSpares(record, Grants.spare("S").presented(NOW), parent);

        assertThat(begun(record, FORCED).ending(Ending.TooSoon.class).next()).isEqualTo(NOW.plus(LEFT));
    }

    @Test
    void finds_anotherThanItsParentWasJustPresented_presents() {
        RefreshCandidate parent = RefreshCandidate.ofConsent("R0").presented(NOW.minusSeconds(600));
        GrantRecord record = Grants.fresh()
                .edit()
                .current(parent.successor("R1"))
                .previous(Grants.spare("P").presented(PRESENTED))
                .done();

        assertThat(begun(record, FORCED).presents()).isEqualTo("R1");
    }

    @Test
    void finds_sameTokenWasJustPresented_presentsItAgain() {
        GrantRecord record = Grants.fresh()
                .edit()
                .current(RefreshCandidate.ofConsent("R0").presented(PRESENTED))
                .done();

        assertThat(begun(record, FORCED).presents()).isEqualTo("R0");
    }

    @Test
    void finds_spareOfATokenThatWasJustPresented_presentsItAsALadderMay() {
        RefreshCandidate current = RefreshCandidate.ofConsent("R0").presented(PRESENTED);
        GrantRecord record = Grants.fresh().edit().current(current).done();
        record = Grants.withSpares(record, current.successor("R1"));

        assertThat(begun(record, FORCED).presents()).isEqualTo("R1");
    }

    @Test
    void answers_refusedSpareAboveATokenThatWouldWait_presentsItAsALadderMay() {
        GrantRecord record = Grants.refreshed(PRESENTED);
        record = Grants.withSpares(record, record.current().successor("R2"));
        OneFlight flight = begun(record, FORCED);
        assertThat(flight.presents()).isEqualTo("R2");

        flight.answers(Grants.REFUSED).goes();

        assertThat(flight.presents()).isEqualTo("R1");
    }

    private static OneFlight begun(GrantRecord record, Need need) {
        return OneFlight.over(record).begins(need).goes();
    }
}
