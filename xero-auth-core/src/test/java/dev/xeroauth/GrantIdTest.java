package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GrantIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"", " ", " a", "a ", "a\u0000", "a\nb", "\uD83D", "\uDE00\uD83D", "a\u2003"})
    void of_valueThatNoStoreCouldKeep_isRefused(String value) {
        assertThatIllegalArgumentException().isThrownBy(() -> GrantId.of(value));
    }

    @Test
    void of_longerThan200_isRefused() {
        assertThat(GrantId.of("x".repeat(200)).value()).hasSize(200);
        assertThatIllegalArgumentException().isThrownBy(() -> GrantId.of("x".repeat(201)));
    }

    @Test
    void compareTo_anyTwo_isTheOrderOfTheirUtf8() {
        List<GrantId> ids =
                List.of("a", "A", "aa", "ä", "\uD7FF", "\uE000", "\uFF5E", "😀", "😁", "a😀", "a\uFF5E").stream()
                        .map(GrantId::of)
                        .toList();
        Comparator<GrantId> utf8 =
                Comparator.comparing(id -> id.value().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

        for (GrantId a : ids) {
            for (GrantId b : ids) {
                assertThat(Integer.signum(a.compareTo(b)))
                        .as("%s and %s", a, b)
                        .isEqualTo(Integer.signum(utf8.compare(a, b)));
            }
        }
    }
}
