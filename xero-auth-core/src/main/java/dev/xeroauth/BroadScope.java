package dev.xeroauth;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A scope that Xero has replaced by several.
 *
 * @param successors what permits the same, together
 */
record BroadScope(List<Scope> successors) {

    private static final LocalDate END = LocalDate.of(2027, 9, 13);

    private static final BroadScope TRANSACTIONS = new BroadScope(List.of(
            Scope.ACCOUNTING_INVOICES,
            Scope.ACCOUNTING_PAYMENTS,
            Scope.ACCOUNTING_BANKTRANSACTIONS,
            Scope.ACCOUNTING_MANUALJOURNALS));
    private static final BroadScope TRANSACTIONS_READ = new BroadScope(List.of(
            Scope.ACCOUNTING_INVOICES_READ,
            Scope.ACCOUNTING_PAYMENTS_READ,
            Scope.ACCOUNTING_BANKTRANSACTIONS_READ,
            Scope.ACCOUNTING_MANUALJOURNALS_READ));
    /** Without the 1099 reports: they had a scope of their own before. */
    private static final BroadScope REPORTS_READ = new BroadScope(List.of(
            Scope.ACCOUNTING_REPORTS_AGED_READ,
            Scope.ACCOUNTING_REPORTS_BALANCESHEET_READ,
            Scope.ACCOUNTING_REPORTS_BANKSUMMARY_READ,
            Scope.ACCOUNTING_REPORTS_BUDGETSUMMARY_READ,
            Scope.ACCOUNTING_REPORTS_EXECUTIVESUMMARY_READ,
            Scope.ACCOUNTING_REPORTS_PROFITANDLOSS_READ,
            Scope.ACCOUNTING_REPORTS_TRIALBALANCE_READ,
            Scope.ACCOUNTING_REPORTS_TAXREPORTS_READ));

    static Optional<BroadScope> of(Scope scope) {
        return switch (scope.value()) {
            case "accounting.transactions" -> Optional.of(TRANSACTIONS);
            case "accounting.transactions.read" -> Optional.of(TRANSACTIONS_READ);
            case "accounting.reports.read" -> Optional.of(REPORTS_READ);
            default -> Optional.empty();
        };
    }

    LocalDate endsOn() {
        return END;
    }
}
