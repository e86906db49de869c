package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.Revision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written after a store went back. */
class MendTest {

    private static final Revision FOUND = new Revision("f".repeat(22));
    private static final Draw DRAW = new Draw("nonce", new Revision("d".repeat(22)), 0);
    private static final Instant PRESENTED = NOW.minusSeconds(30);

    private static final RefreshCandidate R0 = RefreshCandidate.ofConsent("R0").presented(PRESENTED);
    private static final Reach REACH = new Reach(Optional.of(new UUID(1, 2)), Set.of(), Optional.empty());
    private static final GrantRecord BEFORE = Grants.fresh();
    private static final GrantRecord LEASED = Grants.leased(BEFORE, "mine", PRESENTED);
    private static final GrantRecord MINE =
            Grants.refreshed(LEASED, "1", PRESENTED).reaching(REACH);

    private static Optional<Action.Write> mend(GrantStatus status, GrantRecord mine, GrantRecord found) {
        GrantId id = GrantId.of("grant");
        OpenGrant newest = new OpenGrant(id, new Revision("m".repeat(22)), GrantStatus.CONNECTED, mine);
        return new Mends(new Saves(Rule.all()), new Leases(Rule.all()))
                .of(
                        new Memory(Optional.of(newest), Optional.empty(), true),
                        Optional.of(new OpenGrant(id, FOUND, status, found)),
                        new Moment(NOW, 0),
                        DRAW);
    }

    private static GrantRecord free(GrantRecord record) {
        return record.edit().released(record.setback()).done();
    }

    private static Action.Write mended(GrantRecord found) {
        return mend(GrantStatus.CONNECTED, MINE, found).orElseThrow();
    }

    @Test
    void mend_nothingLost_writesNothing() {
        assertThat(mend(GrantStatus.CONNECTED, MINE, MINE)).isEmpty();
        assertThat(mend(GrantStatus.CONNECTED, MINE, Grants.withSpares(BEFORE, MINE.current())))
                .isEmpty();
    }

    @Test
    void mend_refreshedByOthersSince_writesNothing() {
        GrantRecord later = Grants.refreshed(Grants.refreshed(MINE, "2", NOW), "3", NOW);

        assertThat(mend(GrantStatus.CONNECTED, MINE, later)).isEmpty();
    }

    @Test
    void mend_ended_writesNothing() {
        assertThat(mend(GrantStatus.ENDED, MINE, BEFORE)).isEmpty();
    }

    @Test
    void mend_anotherConsent_writesNothing() {
        assertThat(mend(GrantStatus.CONNECTED, MINE, Grants.consented("generation-2", "9")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"CONNECTED", "SUSPECT", "DISCONNECTED"})
    void mend_lostAndFree_savesAgain(GrantStatus status) {
        GrantRecord failed = Grants.failed(LEASED, NOW);

        Action.Write write = mend(status, MINE, failed).orElseThrow();

        assertThat(write.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(write.expected()).isEqualTo(FOUND);
        assertThat(write.revision()).isEqualTo(DRAW.revision());
        GrantRecord saved = write.record();
        assertThat(saved.access()).isEqualTo(MINE.access());
        assertThat(saved.current()).isEqualTo(MINE.current());
        assertThat(saved.previous()).contains(R0);
        assertThat(saved.spares()).isEmpty();
        assertThat(saved.reach()).isEqualTo(REACH);
        assertThat(saved.setback()).isEqualTo(Setback.NONE);
        assertThat(saved.lease()).isEmpty();
        assertThat(saved.tokenSerial()).isEqualTo(failed.tokenSerial() + 1);
        assertThat(saved.confirmAt()).contains(NOW.plusSeconds(135));
    }

    @Test
    void mend_lostLongAfterThePresentation_confirmsWithinTwentySevenMinutesOfIt() {
        Instant early = NOW.minus(Duration.ofMinutes(26));
        GrantRecord twice = Grants.leased(Grants.leased(BEFORE, "before", early), "mine", PRESENTED);
        GrantRecord mine = Grants.refreshed(twice, "1", PRESENTED);

        Action.Write write = mend(GrantStatus.CONNECTED, mine, BEFORE).orElseThrow();

        assertThat(write.record().confirmAt()).contains(NOW.plus(Duration.ofMinutes(1)));
    }

    @Test
    void mend_theLeaseIsLostToo_keepsTheEarliestStampOfTheParent() {
        assertThat(mended(BEFORE).record().previous()).contains(R0);
        GrantRecord presentedSince = free(Grants.leased(BEFORE, "over", NOW.minusSeconds(5)));

        RefreshCandidate previous = mended(presentedSince).record().previous().orElseThrow();

        assertThat(previous.firstPresentedAt()).contains(PRESENTED);
        assertThat(previous.lastPresentedAt()).contains(NOW.minusSeconds(5));
    }

    @Test
    void mend_parentPresentedAgainSince_keepsBothStamps() {
        GrantRecord again = free(Grants.leased(LEASED, "over", NOW.minusSeconds(5)));

        RefreshCandidate previous = mended(again).record().previous().orElseThrow();

        assertThat(previous).isEqualTo(R0.presented(NOW.minusSeconds(5)));
    }

    @Test
    void mend_whatStandsIsNotTheParent_keepsItAsASpareWithItsStamps() {
        RefreshCandidate other = Grants.spare("X").presented(NOW.minusSeconds(3));
        GrantRecord found = Grants.withSpares(BEFORE.edit().current(other).done(), Grants.spare("S"));

        GrantRecord saved = mended(found).record();

        assertThat(saved.current()).isEqualTo(MINE.current());
        assertThat(saved.spares()).containsExactly(other, Grants.spare("S"));
        assertThat(saved.previous()).contains(R0);
    }

    @Test
    void mend_sparesLostToo_areThereAgainOnce() {
        GrantRecord mine = Grants.withSpares(MINE, Grants.spare("S"), Grants.spare("T"));
        GrantRecord found = Grants.withSpares(LEASED, Grants.spare("T"));

        GrantRecord saved =
                mend(GrantStatus.CONNECTED, mine, found).orElseThrow().record();

        assertThat(saved.spares()).containsExactly(Grants.spare("S"), Grants.spare("T"));
    }

    @Test
    void mend_lostWhileAnotherHasTheLease_addsASpare() {
        GrantRecord found = Grants.withSpares(Grants.leasedByAnother(BEFORE, NOW.plusMillis(1)), Grants.spare("S"));

        GrantRecord saved = mended(found).record();

        assertThat(saved.isLeasedBy("another")).isTrue();
        assertThat(saved.current()).isEqualTo(found.current());
        assertThat(saved.access()).isEqualTo(found.access());
        assertThat(saved.spares()).containsExactly(MINE.current(), Grants.spare("S"));
        assertThat(saved.confirmAt()).contains(NOW.plusSeconds(135));
        assertThat(saved.tokenSerial()).isEqualTo(MINE.tokenSerial());
        assertThat(saved.serial()).isGreaterThan(MINE.serial());
    }

    @Test
    void mend_lostAndTheLeaseIsOver_savesAgain() {
        GrantRecord saved = mended(Grants.leasedByAnother(BEFORE, NOW)).record();

        assertThat(saved.current()).isEqualTo(MINE.current());
        assertThat(saved.lease()).isEmpty();
    }

    @Test
    void mend_othersRefreshedFromTheSameToken_addsASpare() {
        GrantRecord found = Grants.failed(Grants.refreshed(LEASED, "9", NOW), NOW.plusSeconds(9));

        Action.Write write = mended(found);

        assertThat(write.record().spares()).containsExactly(MINE.current());
        assertThat(write.record().current().token()).isEqualTo("R9");
        assertThat(write.record().setback()).isEqualTo(found.setback());
        assertThat(write.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(write.expected()).isEqualTo(FOUND);
    }

    @ParameterizedTest
    @EnumSource(names = {"SUSPECT", "DISCONNECTED"})
    void mend_othersWereRefused_isSuspectAndLooksTwiceAnew(GrantStatus status) {
        GrantRecord found = Grants.refreshed(LEASED, "9", NOW);
        Setback twice = new Setback(2, 2, Optional.empty(), Optional.of("invalid_grant"));

        Action.Write write =
                mend(status, MINE, found.edit().setback(twice).done()).orElseThrow();

        assertThat(write.status()).isEqualTo(GrantStatus.SUSPECT);
        assertThat(write.record().setback())
                .isEqualTo(new Setback(2, 0, Optional.of(NOW), Optional.of("invalid_grant")));
    }

    @Test
    void mend_moreThanSixteenSpares_dropsTheOldest() {
        List<RefreshCandidate> many =
                IntStream.range(0, 16).mapToObj(i -> Grants.spare("S" + i)).toList();
        GrantRecord found = Grants.leasedByAnother(BEFORE.edit().spares(many).done(), NOW.plusSeconds(9));

        assertThat(mended(found).record().spares())
                .hasSize(16)
                .startsWith(MINE.current())
                .doesNotContain(many.get(15));
    }

    @Test
    void mend_onlyASpareLost_addsItAgain() {
        GrantRecord mine = Grants.withSpares(MINE, Grants.spare("S"));

        GrantRecord saved =
                mend(GrantStatus.CONNECTED, mine, MINE).orElseThrow().record();

        assertThat(saved.current()).isEqualTo(MINE.current());
        assertThat(saved.spares()).containsExactly(Grants.spare("S"));
        assertThat(saved.tokenSerial()).isEqualTo(MINE.tokenSerial());
    }
}
