package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    @Test
    void of_knownName_equalsTheConstant() {
        assertThat(Scope.of("accounting.invoices.read")).isEqualTo(Scope.ACCOUNTING_INVOICES_READ);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"", "a\\", "é", "a\n"})
    void of_nameNotAllowed_isRefused(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Scope.of(name));
    }
}
