package dev.xeroauth.internal.protocol;

import static dev.xeroauth.internal.protocol.Grants.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How long a token is kept that could not be made the current one. */
class SparesTest {

    private static final RefreshCandidate R0 = RefreshCandidate.ofConsent("R0");
    private static final Duration DAY = Duration.ofHours(24);

    @Test
    void saves_currentWasPassedOver_keepsItAsTheNewestSpare() {
        GrantRecord record = Grants.withSpares(Grants.fresh(), Grants.spare("S"), R0.successor("R1"));
        OneFlight flight = OneFlight.over(record).goes();
        assertThat(flight.presents()).isEqualTo("R1");

        flight.answers(Grants.issued("2")).goes();

        assertThat(flight.record().spares()).containsExactly(R0, Grants.spare("S"));
        assertThat(flight.record().current().token()).isEqualTo("R2");
    }

    @Test
    void saves_currentWasRefused_dropsIt() {
        OneFlight flight = OneFlight.over(Grants.refreshed(NOW.minus(Grants.HALF_HOUR)));

        flight.goes().answers(Grants.REFUSED).goes().answers(Grants.issued("2")).goes();

        assertThat(flight.record().spares()).isEmpty();
        assertThat(flight.record().candidate("R1")).isEmpty();
    }

    @Test
    void saves_moreThanSixteen_keepsTheNewest() {
        GrantRecord record = Grants.fresh().edit().spares(many(16)).done();
        record = Grants.withSpares(record, plus(R0.successor("R1"), record.spares()));
        OneFlight flight = OneFlight.over(record).goes();

        flight.answers(Grants.issued("2")).goes();

        List<RefreshCandidate> expected = new ArrayList<>(List.of(R0));
        expected.addAll(many(15));
        assertThat(flight.record().spares()).containsExactlyElementsOf(expected);
    }

    @Test
    void saves_lostLeaseOverSixteenSpares_dropsTheOldest() {
        GrantRecord record = Grants.fresh().edit().spares(many(16)).done();
        OneFlight flight = OneFlight.over(record).goes();

        flight.stores(was -> Grants.leasedByAnother(was, NOW.plusSeconds(60)));
        flight.answers(Grants.issued("1")).goes();

        List<RefreshCandidate> expected = new ArrayList<>(List.of(R0.successor("R1")));
        expected.addAll(many(15));
        assertThat(flight.record().spares()).containsExactlyElementsOf(expected);
    }

    @Test
    void saves_sixteen_keepsAll() {
        GrantRecord record = Grants.fresh().edit().spares(many(16)).done();

        OneFlight flight =
                OneFlight.over(record).goes().answers(Grants.issued("1")).goes();

        assertThat(flight.record().spares()).containsExactlyElementsOf(many(16));
    }

    @Test
    void saves_firstCleanRefresh_keepsSparesAndRemembersWhen() {
        OneFlight flight = cleanWithASpare();

        assertThat(flight.record().spares()).containsExactly(Grants.spare("S"));
        assertThat(flight.record().cleanSince()).contains(NOW);
    }

    @Test
    void saves_cleanADayLater_keepsSpares() {
        OneFlight flight = cleanWithASpare();

        refresh(flight.passes(DAY), "2");

        assertThat(flight.record().spares()).containsExactly(Grants.spare("S"));
        assertThat(flight.record().cleanSince()).contains(NOW);
    }

    @Test
    void saves_cleanMoreThanADayLater_dropsSpares() {
        OneFlight flight = cleanWithASpare();

        refresh(flight.passes(DAY.plusMillis(1)), "2");

        assertThat(flight.record().spares()).isEmpty();
        assertThat(flight.record().cleanSince()).isEmpty();
        assertThat(flight.record().confirmAt()).isEmpty();
    }

    @Test
    void saves_doubtMoreThanADayLater_keepsSparesAndBeginsTheDayAnew() {
        OneFlight flight = cleanWithASpare().passes(DAY.plusMillis(1));
        flight.begins(Need.ANY).goes().answers(Grants.AMBIGUOUS).goes();

        refresh(flight.passes(Duration.ofSeconds(1)), "2");

        assertThat(flight.record().spares()).containsExactly(Grants.spare("S"));
        assertThat(flight.record().cleanSince()).isEmpty();
    }

    @Test
    void saves_spareAdded_beginsTheDayAnew() {
        OneFlight flight = cleanWithASpare().passes(Duration.ofHours(1));
        flight.begins(Need.ANY).goes();

        flight.stores(was -> Grants.leasedByAnother(was, flight.now().plusSeconds(60)));
        flight.answers(Grants.issued("2")).goes();

        assertThat(flight.record().spares()).hasSize(2);
        assertThat(flight.record().cleanSince()).isEmpty();
    }

    @Test
    void saves_cleanWithoutSpares_remembersNothing() {
        OneFlight flight = OneFlight.over(Grants.fresh())
                .goes()
                .answers(Grants.issued("1"))
                .goes();

        assertThat(flight.record().cleanSince()).isEmpty();
    }

    @Test
    void saves_xeroIssuesASpare_takesItOutOfTheSpares() {
        GrantRecord record = Grants.withSpares(Grants.fresh(), Grants.spare("S"), Grants.spare("T"));
        OneFlight flight = OneFlight.over(record).goes();

        flight.answers(Grants.issued("1", Optional.of("S"), Grants.HALF_HOUR)).goes();

        assertThat(flight.record().current().token()).isEqualTo("S");
        assertThat(flight.record().spares()).containsExactly(Grants.spare("T"));
    }

    private static OneFlight cleanWithASpare() {
        OneFlight flight = OneFlight.over(Grants.withSpares(Grants.fresh(), Grants.spare("S")));
        flight.goes().answers(Grants.issued("1")).goes();
        return flight;
    }

    private static void refresh(OneFlight flight, String name) {
        flight.begins(Need.another(flight.record().access().token(), true))
                .goes()
                .answers(Grants.issued(name))
                .goes();
        flight.ending(Ending.Obtained.class);
    }

    private static List<RefreshCandidate> many(int count) {
        return IntStream.range(0, count).mapToObj(i -> Grants.spare("S" + i)).toList();
    }

    private static RefreshCandidate[] plus(RefreshCandidate first, List<RefreshCandidate> rest) {
        List<RefreshCandidate> all = new ArrayList<>(List.of(first));
        all.addAll(rest);
        return all.toArray(RefreshCandidate[]::new);
    }
}
