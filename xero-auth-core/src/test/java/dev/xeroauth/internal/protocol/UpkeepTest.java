package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Setback;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the keeper's flights do: whatever the record says is due, and nothing else. */
class UpkeepTest {

    private static final GrantRecord LIVE = Grants.refreshed(Grants.fresh(), "1", NOW.minusSeconds(300));

    private static OneFlight over(GrantStatus status, GrantRecord record) {
        return OneFlight.over(status, record).begins(Need.UPKEEP).goes();
    }

    private static OneFlight over(GrantRecord record) {
        return over(GrantStatus.CONNECTED, record);
    }

    private static GrantRecord toConfirm(Duration in) {
        return LIVE.edit().confirmAt(Optional.of(NOW.plus(in))).done();
    }

    private static void isLeftAlone(OneFlight flight) {
        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
    }

    @Test
    void begins_nothingDue_presentsNothing() {
        isLeftAlone(over(Grants.fresh()));
        isLeftAlone(over(LIVE));
    }

    @Test
    void begins_leaseIsOver_presentsAgain() {
        isLeftAlone(over(Grants.leasedByAnother(LIVE, NOW.plusNanos(1))));

        assertThat(over(Grants.leasedByAnother(LIVE, NOW)).presents()).isEqualTo("R1");
    }

    @Test
    void begins_timeOfTheNextAttempt_presents() {
        isLeftAlone(over(Grants.failed(LIVE, NOW.plusNanos(1))));

        assertThat(over(Grants.failed(LIVE, NOW)).presents()).isEqualTo("R1");
    }

    @Test
    void begins_suspect_takesTheSecondLook() {
        Setback once = Setback.NONE.ladderRefused("invalid_grant", Optional.of(NOW));

        OneFlight flight = over(GrantStatus.SUSPECT, LIVE.edit().setback(once).done());

        assertThat(flight.presents()).isEqualTo("R1");
        assertThat(flight.answers(Grants.REFUSED).goes().presents()).isEqualTo("R0");
        flight.answers(Grants.REFUSED).goes().ending(Ending.Disconnected.class);
    }

    @Test
    void begins_toBeConfirmed_isRefreshedAlthoughItsTokenIsLive() {
        isLeftAlone(over(toConfirm(Duration.ofNanos(1))));

        OneFlight flight = over(toConfirm(Duration.ZERO));

        assertThat(flight.presents()).isEqualTo("R1");
        flight.answers(Grants.issued("2")).goes();
        assertThat(flight.record().confirmAt()).isEmpty();
        flight.begins(Need.UPKEEP).goes();
        isLeftAlone(flight);
    }

    @Test
    void begins_idleForAMonth_isKeptAlive() {
        OneFlight flight = OneFlight.over(LIVE).passes(Duration.ofDays(19));
        isLeftAlone(flight.begins(Need.UPKEEP).goes());

        flight.passes(Duration.ofDays(12)).begins(Need.UPKEEP).goes();

        assertThat(flight.presents()).isEqualTo("R1");
    }

    @Test
    void begins_disconnected_isLeftAlone() {
        isLeftAlone(over(GrantStatus.DISCONNECTED, Grants.fresh()));
    }

    @Test
    void begins_ended_presentsNothing() {
        over(GrantStatus.ENDED, Grants.leasedByAnother(LIVE, NOW)).ending(Ending.Missing.class);
    }

    @Test
    void begins_requestForTheParentMayBeTravelling_waits() {
        GrantRecord record = Grants.refreshed(NOW.minusSeconds(100))
                .edit()
                .confirmAt(Optional.of(NOW))
                .done();

        assertThat(over(record).ending(Ending.TooSoon.class).next()).isEqualTo(NOW.plusSeconds(35));
    }

    @Test
    void answers_anotherHasFinishedItMeanwhile_takesThat() {
        OneFlight flight = over(toConfirm(Duration.ZERO)).answers(Grants.REFUSED);

        flight.stores(was -> Grants.refreshed(was, "7", NOW)
                        .edit()
                        .confirmAt(Optional.empty())
                        .done())
                .goes();

        isLeftAlone(flight);
    }
}
