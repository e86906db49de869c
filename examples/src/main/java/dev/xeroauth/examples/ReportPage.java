package dev.xeroauth.examples;

import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceType;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** Puts a report on paper. */
final class ReportPage {

    private static final int MOST_ROWS = 10;
    private static final int NAME = 28;
    private static final int AMOUNT = 13;

    private final PrintStream out;

    ReportPage(PrintStream out) {
        this.out = out;
    }

    void heading(String text) {
        out.println();
        out.println(text);
        out.println("=".repeat(text.length()));
    }

    void changed(LocalDate since, List<Invoice> invoices) {
        out.printf(Locale.ROOT, "%nChanged since %s: %,d%n", since, invoices.size());
        change("Kind", "Number", "Contact", "Status", "Due", "Total", "");
        for (Invoice invoice : invoices.subList(0, Math.min(MOST_ROWS, invoices.size()))) {
            change(
                    kind(invoice),
                    invoice.invoiceNumber().orElse(""),
                    cut(invoice.contact().flatMap(Contact::name).orElse("")),
                    invoice.status().map(Object::toString).orElse(""),
                    invoice.dueDate().map(Object::toString).orElse(""),
                    money(invoice.total().orElse(BigDecimal.ZERO)),
                    invoice.currencyCode().orElse(""));
        }
        if (invoices.size() > MOST_ROWS) {
            out.printf(Locale.ROOT, "  ... and %,d more%n", invoices.size() - MOST_ROWS);
        }
    }

    private void change(Object... cells) {
        out.printf(Locale.ROOT, "  %-7s %-10s %-" + NAME + "s %-10s %-10s %" + AMOUNT + "s %s%n", cells);
    }

    private static String kind(Invoice invoice) {
        InvoiceType type = invoice.type().orElse(InvoiceType.ACCREC);
        if (type.equals(InvoiceType.ACCREC)) {
            return "invoice";
        }
        return type.equals(InvoiceType.ACCPAY) ? "bill" : type.value();
    }

    /** A table for each currency. */
    void aged(String title, List<AgedDebts> currencies) {
        if (currencies.isEmpty()) {
            out.printf("%n  %s: nothing%n", title);
        }
        currencies.forEach(debts -> table(title + ", " + debts.currency(), debts));
    }

    private void table(String title, AgedDebts debts) {
        out.println();
        line(title, AgedDebts.COLUMNS);
        List<AgedDebts.Row> rows = debts.rows();
        rows.stream().limit(MOST_ROWS).forEach(this::row);
        if (rows.size() > MOST_ROWS) {
            AgedDebts.Row others = new AgedDebts.Row((rows.size() - MOST_ROWS) + " others");
            rows.stream().skip(MOST_ROWS).forEach(others::add);
            row(others);
        }
        out.println("  " + "-".repeat(NAME + AgedDebts.COLUMNS.size() * AMOUNT));
        row(debts.sums());
    }

    private void row(AgedDebts.Row row) {
        line(row.name(), row.amounts().stream().map(ReportPage::money).toList());
    }

    private void line(String name, List<String> cells) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-" + NAME + "s", cut(name)));
        cells.forEach(cell -> line.append(String.format(Locale.ROOT, "%" + AMOUNT + "s", cell)));
        out.println(line);
    }

    private static String cut(String name) {
        return name.length() <= NAME - 1 ? name : name.substring(0, NAME - 2) + "…";
    }

    static String money(BigDecimal amount) {
        return new DecimalFormat("#,##0.00", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(amount);
    }
}
