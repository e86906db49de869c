package dev.xeroauth.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.helpers.MessageFormatter;

class BroadScopesTest {

    private final List<String> log = new ArrayList<>();
    private final BroadScopes scopes = new BroadScopes(listening());

    @Test
    void warnOf_broadScope_namesDayAndSuccessors() {
        scopes.warnOf(Scopes.of(Scope.ACCOUNTING_TRANSACTIONS_READ, Scope.OFFLINE_ACCESS));

        assertThat(log)
                .containsExactly(
                        "warn: The scope accounting.transactions.read ends on 2027-09-13, and Xero refuses it to"
                                + " apps created since 2026-03-02. Ask for those of its successors that the application needs:"
                                + " accounting.invoices.read accounting.payments.read accounting.banktransactions.read"
                                + " accounting.manualjournals.read");
    }

    @Test
    void warnOf_again_warnsOfEachOnce() {
        scopes.warnOf(Scopes.of(Scope.ACCOUNTING_TRANSACTIONS, Scope.OFFLINE_ACCESS));
        scopes.warnOf(Scopes.of(Scope.ACCOUNTING_TRANSACTIONS, Scope.OFFLINE_ACCESS));
        scopes.warnOf(Scopes.of(Scope.ACCOUNTING_TRANSACTIONS, Scope.ACCOUNTING_REPORTS_READ, Scope.OFFLINE_ACCESS));

        assertThat(log).hasSize(2);
        assertThat(log.get(1)).contains("accounting.reports.read");
    }

    @Test
    void warnOf_scopesThatStay_isSilent() {
        scopes.warnOf(Scopes.writeInvoices().and(Scopes.readBankTransactions()));

        assertThat(log).isEmpty();
    }

    private Logger listening() {
        return (Logger) Proxy.newProxyInstance(
                Logger.class.getClassLoader(), new Class<?>[] {Logger.class}, (proxy, method, arguments) -> {
                    Object[] values = (Object[]) arguments[1];
                    log.add(method.getName() + ": " + MessageFormatter.basicArrayFormat((String) arguments[0], values));
                    return null;
                });
    }
}
