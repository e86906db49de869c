package dev.xeroauth.examples;

import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What contacts owe, or are owed, in one currency, by how long it has been due. */
final class AgedDebts {

    static final List<String> COLUMNS = List.of("Current", "1-30 days", "31-60 days", "61-90 days", "Older", "Total");

    private static final int TOTAL = COLUMNS.size() - 1;
    private static final int DAYS_A_COLUMN = 30;

    private final String currency;
    private final LocalDate today;
    private final Map<String, Row> rows = new TreeMap<>();
    private final Row sums;

    AgedDebts(String currency, LocalDate today) {
        this.currency = currency;
        this.today = today;
        this.sums = new Row("Total " + currency);
    }

    void add(Invoice invoice) {
        BigDecimal due = invoice.amountDue().orElse(BigDecimal.ZERO);
        String contact = invoice.contact().flatMap(Contact::name).orElse("(no name)");
        int column = column(invoice.dueDate().or(invoice::date).orElse(today));
        rows.computeIfAbsent(contact, Row::new).add(column, due);
        sums.add(column, due);
    }

    String currency() {
        return currency;
    }

    /** Who owes most comes first. */
    List<Row> rows() {
        return rows.values().stream()
                .sorted(Comparator.comparing(Row::total).reversed().thenComparing(Row::name))
                .toList();
    }

    Row sums() {
        return sums;
    }

    private int column(LocalDate dueDate) {
        long overdue = ChronoUnit.DAYS.between(dueDate, today);
        if (overdue <= 0) {
            return 0;
        }
        return (int) Math.min(TOTAL - 1, 1 + (overdue - 1) / DAYS_A_COLUMN);
    }

    /** One line of the table. */
    static final class Row {

        private final String name;
        private final BigDecimal[] amounts = new BigDecimal[COLUMNS.size()];

        Row(String name) {
            this.name = name;
            Arrays.fill(amounts, new BigDecimal("0.00"));
        }

        void add(Row other) {
            for (int i = 0; i < amounts.length; i++) {
                amounts[i] = amounts[i].add(other.amounts[i]);
            }
        }

        private void add(int column, BigDecimal amount) {
            amounts[column] = amounts[column].add(amount);
            amounts[TOTAL] = amounts[TOTAL].add(amount);
        }

        String name() {
            return name;
        }

        List<BigDecimal> amounts() {
            return List.of(amounts);
        }

        BigDecimal total() {
            return amounts[TOTAL];
        }
    }
}
