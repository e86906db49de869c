package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ScopesTest {

    @Test
    void of_severalAndTwice_areSentOnceInOrder() {
        Scopes scopes =
                Scopes.of(Scope.OFFLINE_ACCESS, Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS, Scope.OPENID);

        assertThat(scopes).hasToString("accounting.invoices.read offline_access openid");
    }

    @Test
    void of_noOfflineAccess_saysWhatItIsFor() {
        assertThatThrownBy(() -> Scopes.of(Scope.ACCOUNTING_INVOICES_READ))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offline_access")
                .hasMessageContaining("30 minutes");
    }

    @Test
    void of_offlineAccessAlone_isRefused() {
        assertThatThrownBy(() -> Scopes.of(Scope.OFFLINE_ACCESS)).hasMessageContaining("permits nothing");
    }
}
