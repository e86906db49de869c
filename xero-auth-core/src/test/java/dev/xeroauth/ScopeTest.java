package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
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

    @Test
    void constants_each_haveANameLikeTheirValue() throws IllegalAccessException {
        Set<String> values = new HashSet<>();
        for (Field field : Scope.class.getFields()) {
            String value = ((Scope) field.get(null)).value();
            assertThat(field.getName()).isEqualTo(value.replace('.', '_').toUpperCase(Locale.ROOT));
            values.add(value);
        }
        assertThat(values).hasSize(50);
    }

    @ParameterizedTest
    @ValueSource(strings = {"accounting.transactions", "accounting.transactions.read", "accounting.reports.read"})
    void endsOn_broadScope_isTheDayThatXeroHasAnnounced(String name) {
        assertThat(Scope.of(name).endsOn()).contains(LocalDate.of(2027, 9, 13));
    }

    @Test
    void successors_broadScopes_areNarrowerAndStay() {
        assertThat(Scope.ACCOUNTING_TRANSACTIONS.successors())
                .extracting(Scope::value)
                .containsExactly(
                        "accounting.invoices",
                        "accounting.payments",
                        "accounting.banktransactions",
                        "accounting.manualjournals");
        assertThat(Scope.ACCOUNTING_TRANSACTIONS_READ.successors())
                .containsExactlyElementsOf(Scope.ACCOUNTING_TRANSACTIONS.successors().stream()
                        .map(scope -> Scope.of(scope + ".read"))
                        .toList());
        assertThat(Scope.ACCOUNTING_REPORTS_READ.successors())
                .hasSize(8)
                .doesNotContain(Scope.ACCOUNTING_REPORTS_TENNINETYNINE_READ)
                .allMatch(scope -> scope.value().startsWith("accounting.reports."))
                .allMatch(scope -> scope.successors().isEmpty());
    }

    @Test
    void endsOn_scopeThatStays_isNever() {
        assertThat(Scope.ACCOUNTING_INVOICES_READ.endsOn()).isEmpty();
        assertThat(Scope.ACCOUNTING_REPORTS_TENNINETYNINE_READ.successors()).isEmpty();
    }
}
