package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Xero leaves open, as the fake plays it. */
class FakeMoodsTest extends FakeXeroCalls {

    @ParameterizedTest
    @CsvSource({
        "SAME_PAIR,                       true,  true",
        "SAME_PAIR_UNTIL_SUCCESSOR_USED,  true,  true",
        "FRESH_PAIR,                      true,  true",
        "FRESH_PAIR_UNTIL_SUCCESSOR_USED, true,  true",
        "NEWEST_ONLY,                     true,  false",
        "NEWEST_KILLS_DESCENDANTS,        true,  false",
        "NO_WINDOW,                       false, true",
        "NO_WINDOW_AND_FAMILY_REVOKED,    false, false"
    })
    void token_presentedTwice_isAnsweredByTheMood(Mood mood, boolean again, boolean firstPairLives) throws IOException {
        try (FakeXero xero = FakeXero.builder().time(time).mood(mood).start()) {
            String own = connect(xero).text("refresh_token");
            String first = refresh(xero, own).text("refresh_token");

            assertThat(refresh(xero, own).status()).isEqualTo(again ? 200 : 400);
            assertThat(xero.accepts(first)).isEqualTo(firstPairLives);
        }
    }

    @ParameterizedTest
    @EnumSource
    void token_successorUsed_endsTheWindowInTwoMoods(Mood mood) throws IOException {
        try (FakeXero xero = FakeXero.builder().time(time).mood(mood).start()) {
            String own = connect(xero).text("refresh_token");
            refresh(xero, refresh(xero, own).text("refresh_token"));

            boolean ended = mood.name().contains("UNTIL") || mood.name().contains("NO_WINDOW");
            assertThat(xero.accepts(own)).isEqualTo(!ended);
        }
    }

    @ParameterizedTest
    @CsvSource({"INDEPENDENT, true, true", "SHARED, true, false", "KILLS_THE_FIRST, false, true"})
    void token_secondConsent_doesToTheFirstWhatIsSet(SecondConsent second, boolean firstLives, boolean apart)
            throws IOException {
        try (FakeXero xero = FakeXero.builder()
                .time(time)
                .mood(Mood.NO_WINDOW_AND_FAMILY_REVOKED)
                .secondConsent(second)
                .start()) {
            String first = connect(xero).text("refresh_token");
            String later = connect(xero).text("refresh_token");
            assertThat(xero.accepts(first)).isEqualTo(firstLives);
            assertThat(xero.accepts(later)).isTrue();

            refresh(xero, first);
            refresh(xero, first);

            assertThat(xero.accepts(later)).isEqualTo(apart);
        }
    }

    @Test
    void next_lateArrival_hasItsEffectWhenItsClientHasGivenUp() throws IOException {
        String own = connect().text("refresh_token");
        xero().next(Endpoint.TOKEN, Fault.lateArrival());

        assertThatThrownBy(() -> refresh(own)).isInstanceOf(IOException.class);
        assertThat(xero().ledger().presentations()).isEmpty();
        assertThat(xero().deliverLateRequests()).isEqualTo(1);

        assertThat(xero().ledger().presentations())
                .extracting(Ledger.Presentation::consent, Ledger.Presentation::presented, Ledger.Presentation::issued)
                .containsExactly(tuple(0, 0, 1));
        assertThat(xero().deliverLateRequests()).isZero();
    }

    @Test
    void ledger_presentations_tellTokensApartWithoutShowingThem() throws IOException {
        String own = connect().text("refresh_token");
        String next = refresh(own).text("refresh_token");
        refresh(next);
        refresh(own);
        refresh("nonsense");

        assertThat(xero().ledger().presentations())
                .extracting(Ledger.Presentation::consent, Ledger.Presentation::presented, Ledger.Presentation::issued)
                .containsExactly(tuple(0, 0, 1), tuple(0, 1, 2), tuple(0, 0, 1), tuple(-1, -1, -1));
        assertThat(xero().ledger().presentations().toString()).doesNotContain(own, next);
    }
}
