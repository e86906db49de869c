package dev.xeroauth.testkit.internal.rotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.testkit.internal.rotation.Rules.Replay;
import dev.xeroauth.testkit.internal.rotation.TokenFamily.Presented;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class TokenFamilyTest {

    private static final Instant T0 = Instant.parse("2026-11-21T10:00:00Z");

    private TokenFamily family = TokenFamily.begun(T0);

    @ParameterizedTest
    @EnumSource
    void present_unusedToken_givesItsSuccessorInEveryMood(Replay replay) {
        assertThat(present(0, T0, replay)).isEqualTo("1");
        assertThat(present(1, T0, replay)).isEqualTo("2");
    }

    @Test
    void present_unusedFor60Days_isRefused() {
        assertThat(present(0, T0.plus(Duration.ofDays(60)), Replay.SAME_PAIR)).isEqualTo("1");

        assertThat(present(1, T0.plus(Duration.ofDays(120)).plusMillis(1), Replay.SAME_PAIR))
                .isEqualTo("refused");
    }

    @Test
    void present_usedAgain_givesTheSamePair() {
        present(0, T0, Replay.SAME_PAIR);

        assertThat(present(0, T0.plusSeconds(60), Replay.SAME_PAIR)).isEqualTo("1");
        assertThat(present(0, T0.plus(Duration.ofMinutes(30)), Replay.SAME_PAIR))
                .isEqualTo("1");
        assertThat(family.tokens()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"REFUSED", "FAMILY_REVOKED"})
    void present_30MinutesAfterItsFirstUse_isRefused(Replay replay) {
        present(0, T0, replay);
        present(0, T0.plus(Duration.ofMinutes(29)), replay);

        assertThat(present(0, T0.plus(Duration.ofMinutes(30)).plusMillis(1), replay))
                .isEqualTo("refused");
    }

    @Test
    void present_usedAgainFreshPair_bothPairsAreGood() {
        present(0, T0, Replay.FRESH_PAIR);

        assertThat(present(0, T0, Replay.FRESH_PAIR)).isEqualTo("2");
        assertThat(present(1, T0, Replay.FRESH_PAIR)).isEqualTo("3");
        assertThat(present(2, T0, Replay.FRESH_PAIR)).isEqualTo("4");
    }

    @Test
    void present_usedAgainNewestOnly_theFirstPairIsDeadAndWhatCameOfItLives() {
        Replay replay = Replay.NEWEST_ONLY;
        present(0, T0, replay);
        present(1, T0, replay);

        assertThat(present(0, T0, replay)).isEqualTo("3");
        assertThat(present(1, T0, replay)).isEqualTo("refused");
        assertThat(present(2, T0, replay)).isEqualTo("4");
        assertThat(present(3, T0, replay)).isEqualTo("5");
    }

    @Test
    void present_usedAgainKillsDescendants_onlyTheNewPairIsGood() {
        Replay replay = Replay.NEWEST_KILLS_DESCENDANTS;
        present(0, T0, replay);
        present(1, T0, replay);
        present(2, T0, replay);

        assertThat(present(0, T0, replay)).isEqualTo("4");
        assertThat(present(2, T0, replay)).isEqualTo("refused");
        assertThat(present(3, T0, replay)).isEqualTo("refused");
        assertThat(present(4, T0, replay)).isEqualTo("5");
    }

    @Test
    void present_usedAgainWithoutAWindow_isRefusedAndTheSuccessorLives() {
        present(0, T0, Replay.REFUSED);

        assertThat(present(0, T0, Replay.REFUSED)).isEqualTo("refused");
        assertThat(present(1, T0, Replay.REFUSED)).isEqualTo("2");
    }

    @Test
    void present_usedAgainFamilyRevoked_nothingIsGood() {
        present(0, T0, Replay.FAMILY_REVOKED);

        assertThat(present(0, T0, Replay.FAMILY_REVOKED)).isEqualTo("refused");
        assertThat(present(1, T0, Replay.FAMILY_REVOKED)).isEqualTo("refused");
    }

    @Test
    void present_successorWasUsed_endsTheWindowWhereTheMoodSaysSo() {
        Rules strict = new Rules(Replay.SAME_PAIR, true);
        present(0, T0, strict);

        assertThat(present(0, T0, strict)).isEqualTo("1");
        assertThat(present(1, T0, strict)).isEqualTo("2");
        assertThat(present(0, T0, strict)).isEqualTo("refused");
        assertThat(present(1, T0, strict)).isEqualTo("2");
    }

    @Test
    void revoked_always_refusesEverything() {
        family = family.revoked();

        assertThat(present(0, T0, Replay.SAME_PAIR)).isEqualTo("refused");
    }

    private String present(int place, Instant at, Replay replay) {
        return present(place, at, new Rules(replay, false));
    }

    private String present(int place, Instant at, Rules rules) {
        Presented presented = family.present(place, at, rules);
        family = presented.family();
        return presented.issued().map(String::valueOf).orElse("refused");
    }
}
