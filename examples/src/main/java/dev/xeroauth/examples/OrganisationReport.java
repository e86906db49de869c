package dev.xeroauth.examples;

import dev.xeroauth.accounting.Page;
import dev.xeroauth.accounting.TenantClient;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.accounting.model.InvoiceType;
import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** One organisation: what has changed there, and what is owed. */
final class OrganisationReport {

    private static final int PAGE = 100;

    private final TenantClient organisation;
    private final PrintStream progress;
    private final List<Invoice> changed = new ArrayList<>();
    private final Debts receivables;
    private final Debts payables;

    OrganisationReport(TenantClient organisation, LocalDate today, PrintStream progress) {
        this.organisation = organisation;
        this.progress = progress;
        this.receivables = new Debts(InvoiceType.ACCREC, today);
        this.payables = new Debts(InvoiceType.ACCPAY, today);
    }

    /** Asks Xero for what has changed, and for nothing else. */
    void readChanges(LocalDate since) {
        Instant midnight = since.atStartOfDay(ZoneOffset.UTC).toInstant();
        read(
                "changed documents",
                organisation
                        .invoices()
                        .list(q -> q.modifiedSince(midnight).summaryOnly(true).pageSize(PAGE))
                        .pages(),
                changed::add);
    }

    /** Asks Xero for what is still open. */
    void readDebts() {
        read(
                "open documents",
                organisation
                        .invoices()
                        .list(q -> q.statuses(InvoiceStatus.AUTHORISED)
                                .summaryOnly(true)
                                .pageSize(PAGE))
                        .pages(),
                invoice -> {
                    receivables.add(invoice);
                    payables.add(invoice);
                });
    }

    private void read(String what, Iterable<Page<Invoice>> pages, Consumer<Invoice> each) {
        int read = 0;
        for (Page<Invoice> page : pages) {
            page.elements().forEach(each);
            read += page.elements().size();
            int of = page.pagination().flatMap(p -> p.itemCount()).orElse(read);
            progress.printf(Locale.ROOT, "    reading %s: %,d of %,d%n", what, read, of);
        }
    }

    List<Invoice> changed() {
        return List.copyOf(changed);
    }

    /** What customers owe. */
    List<AgedDebts> receivables() {
        return receivables.currencies();
    }

    /** What is owed to suppliers. */
    List<AgedDebts> payables() {
        return payables.currencies();
    }
}
