package dev.xeroauth.accounting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OpenEnumTest {

    @Test
    void of_knownValue_isTheConstant() {
        assertThat(InvoiceStatus.of("PAID")).isSameAs(InvoiceStatus.PAID);
        assertThat(InvoiceStatus.PAID.isKnown()).isTrue();
        assertThat(LineAmountTypes.of("NoTax")).isSameAs(LineAmountTypes.NO_TAX);
    }

    @Test
    void of_unknownValue_isKeptAsItIs() {
        InvoiceStatus frozen = InvoiceStatus.of("Frozen");
        assertThat(frozen.value()).isEqualTo("Frozen");
        assertThat(frozen).hasToString("Frozen").isEqualTo(InvoiceStatus.of("Frozen"));
        assertThat(frozen).hasSameHashCodeAs(InvoiceStatus.of("Frozen"));
        assertThat(frozen.isKnown()).isFalse();
    }

    @Test
    void of_otherCase_isAnotherValue() {
        assertThat(InvoiceStatus.of("paid")).isNotEqualTo(InvoiceStatus.PAID);
    }

    @Test
    void equals_otherEnumeration_isFalse() {
        assertThat((Object) InvoiceStatus.DELETED).isNotEqualTo(PaymentStatus.DELETED);
    }

    @Test
    void of_emptyText_isRefused() {
        assertThatThrownBy(() -> InvoiceStatus.of("")).isInstanceOf(IllegalArgumentException.class);
    }
}
