package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Setback;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** An operator insists on a refresh. */
class RetryTest {

    private static final GrantRecord LIVE = Grants.refreshed(Grants.fresh(), "1", NOW.minusSeconds(300));

    private static GrantRecord refused(int ladders, Optional<Instant> next) {
        Setback setback = new Setback(ladders, ladders, next, Optional.of("invalid_grant"));
        return Grants.fresh().edit().setback(setback).done();
    }

    private static OneFlight disconnected() {
        return OneFlight.over(GrantStatus.DISCONNECTED, refused(2, Optional.empty()));
    }

    private static OneFlight suspect() {
        return OneFlight.over(GrantStatus.SUSPECT, refused(1, Optional.of(NOW.plusSeconds(20))));
    }

    private static OneFlight retries(OneFlight flight) {
        return flight.begins(Need.RETRY).goes();
    }

    @Test
    void begins_liveToken_asksXeroAllTheSame() {
        assertThat(retries(OneFlight.over(LIVE)).presents()).isEqualTo("R1");
    }

    @Test
    void begins_disconnected_presentsAndConnects() {
        OneFlight flight = retries(disconnected());
        assertThat(flight.presents()).isEqualTo("R0");

        flight.answers(Grants.issued("1")).goes();

        assertThat(flight.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(flight.record().setback()).isEqualTo(Setback.NONE);
        flight.ending(Ending.Obtained.class);
    }

    @Test
    void begins_disconnectedAndTheProcessDies_isFollowedUp() {
        OneFlight flight = retries(disconnected());
        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);

        flight.passes(Duration.ofSeconds(30)).begins(Need.UPKEEP, Memory.NONE).goes();

        assertThat(flight.presents()).isEqualTo("R0");
        flight.answers(Grants.REFUSED).goes();
        assertThat(flight.status()).isEqualTo(GrantStatus.DISCONNECTED);
    }

    @Test
    void answers_disconnectedAndRefusedOnceMore_isDisconnectedAtOnce() {
        OneFlight flight = retries(disconnected()).answers(Grants.REFUSED).goes();

        assertThat(flight.status()).isEqualTo(GrantStatus.DISCONNECTED);
        assertThat(flight.record().setback().nextAttempt()).isEmpty();
        flight.ending(Ending.Disconnected.class);
    }

    @Test
    void answers_connectedAndAllRefused_takesTheTwoLooksLikeAnyRefresh() {
        OneFlight flight = retries(OneFlight.over(Grants.failed(Grants.fresh(), NOW.plusSeconds(200))));
        assertThat(flight.presents()).isEqualTo("R0");

        flight.answers(Grants.REFUSED).goes();

        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);
        assertThat(flight.ending(Ending.NotNow.class).next()).isEqualTo(NOW.plusSeconds(30));
        flight.passes(Duration.ofSeconds(30))
                .begins(Need.UPKEEP)
                .goes()
                .answers(Grants.REFUSED)
                .goes();
        assertThat(flight.status()).isEqualTo(GrantStatus.DISCONNECTED);
    }

    @Test
    void answers_refusedBeforeItIsTimeForTheSecondLook_isNoSecondLook() {
        OneFlight flight = retries(suspect());
        assertThat(flight.presents()).isEqualTo("R0");

        flight.passes(Duration.ofSeconds(19)).answers(Grants.REFUSED).goes();

        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);
        assertThat(flight.record().setback().refusedLadders()).isEqualTo(1);
        assertThat(flight.record().lease()).isEmpty();
        assertThat(flight.ending(Ending.NotNow.class).next()).isEqualTo(NOW.plusSeconds(20));
        flight.passes(Duration.ofSeconds(1))
                .begins(Need.ANY)
                .goes()
                .answers(Grants.REFUSED)
                .goes();
        assertThat(flight.status()).isEqualTo(GrantStatus.DISCONNECTED);
    }

    @Test
    void answers_begunBeforeTheSecondLookAndRefusedAfter_isNoSecondLook() {
        OneFlight flight = retries(suspect()).passes(Duration.ofSeconds(21));

        flight.answers(Grants.REFUSED).goes();

        assertThat(flight.status()).isEqualTo(GrantStatus.SUSPECT);
    }

    @Test
    void answers_refusedWhenItIsTimeForTheSecondLook_isDisconnected() {
        OneFlight flight = retries(suspect().passes(Duration.ofSeconds(20)));

        flight.answers(Grants.REFUSED).goes();

        assertThat(flight.status()).isEqualTo(GrantStatus.DISCONNECTED);
    }

    @Test
    void begins_longPause_isTakenOverWhenTheLeaseEnds() {
        OneFlight flight = retries(OneFlight.over(Grants.failed(Grants.fresh(), NOW.plus(Duration.ofHours(9)))));
        assertThat(flight.presents()).isEqualTo("R0");

        flight.passes(Duration.ofSeconds(30)).begins(Need.UPKEEP, Memory.NONE).goes();

        assertThat(flight.presents()).isEqualTo("R0");
    }

    @Test
    void begins_anotherHasTheLease_waitsForItAndTakesWhatItSaved() {
        OneFlight flight = retries(OneFlight.over(Grants.leasedByAnother(LIVE, NOW.plusSeconds(9))));
        flight.action(Action.ReadLater.class);

        flight.stores(was -> Grants.refreshed(was, "2", NOW)).finds();

        assertThat(flight.ending(Ending.Adopted.class).grant()).isEqualTo(flight.grant());
    }

    @Test
    void begins_requestForTheParentMayBeTravelling_waits() {
        retries(OneFlight.over(Grants.refreshed(NOW.minusSeconds(100)))).ending(Ending.TooSoon.class);
    }

    @Test
    void begins_ended_presentsNothing() {
        retries(OneFlight.over(GrantStatus.ENDED, LIVE)).ending(Ending.Missing.class);
    }

    @Test
    void begins_storeWentBack_mendsAndAsksXeroAllTheSame() {
        OneFlight flight = OneFlight.over(LIVE).goes();
        GrantRecord before = flight.record();
        flight.passes(Duration.ofMinutes(20))
                .begins(Need.notDue("A1"))
                .goes()
                .answers(Grants.issued("2"))
                .goes();
        flight.passes(Duration.ofMinutes(5)).stores(was -> before);

        retries(flight);

        assertThat(flight.presents()).isEqualTo("R2");
    }

    @Test
    void storeFails_cannotBeMended_takesNoTokenForAnother() {
        OneFlight flight = OneFlight.over(LIVE).goes();
        GrantRecord before = flight.record();
        flight.passes(Duration.ofMinutes(18))
                .begins(Need.notDue("A1"))
                .goes()
                .answers(Grants.issued("2"))
                .goes();
        flight.stores(was -> before).begins(Need.RETRY).finds();

        flight.storeFails().storeFails().storeFails().ending(Ending.StoreFailed.class);
    }
}
