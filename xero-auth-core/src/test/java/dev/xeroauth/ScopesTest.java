package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
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

    @Test
    void of_scopeOfTheApp_saysWhoItIsFor() {
        for (Scope scope : List.of(Scope.APP_CONNECTIONS, Scope.MARKETPLACE_BILLING)) {
            assertThatThrownBy(() -> Scopes.of(scope, Scope.OFFLINE_ACCESS))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(scope.value())
                    .hasMessageContaining("client credentials");
            assertThatThrownBy(() -> Scopes.readInvoices().and(scope)).hasMessageContaining(scope.value());
        }
    }

    @Test
    void presets_each_areOneScopeAndARefreshToken() {
        assertThat(Scopes.readInvoices()).hasToString("accounting.invoices.read offline_access");
        assertThat(Scopes.writeInvoices()).hasToString("accounting.invoices offline_access");
        assertThat(Scopes.readBankTransactions()).hasToString("accounting.banktransactions.read offline_access");
        assertThat(Scopes.writeBankTransactions()).hasToString("accounting.banktransactions offline_access");
    }

    @Test
    void and_moreScopes_areAllOfThemAndTheFirstUnchanged() {
        Scopes invoices = Scopes.readInvoices();

        assertThat(invoices.and(Scope.OPENID, Scope.EMAIL))
                .hasToString("accounting.invoices.read email offline_access openid");
        assertThat(invoices.and(Scopes.readBankTransactions()))
                .hasToString("accounting.banktransactions.read accounting.invoices.read offline_access");
        assertThat(invoices.and()).isEqualTo(invoices).isEqualTo(Scopes.readInvoices());
    }
}
