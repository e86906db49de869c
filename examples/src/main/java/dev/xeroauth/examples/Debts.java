package dev.xeroauth.examples;

import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is owed on documents of one type, each currency by itself: a sum over currencies would be no amount of anything. */
final class Debts {

    private final InvoiceType type;
    private final LocalDate today;
    private final Map<String, AgedDebts> byCurrency = new TreeMap<>();

    Debts(InvoiceType type, LocalDate today) {
        this.type = type;
        this.today = today;
    }

    /** Counts a document, if it is of the type and anything is open on it. */
    void add(Invoice invoice) {
        boolean open = invoice.amountDue().orElse(BigDecimal.ZERO).signum() != 0;
        if (open && invoice.type().filter(type::equals).isPresent()) {
            String currency = invoice.currencyCode().orElse("(no currency)");
            byCurrency
                    .computeIfAbsent(currency, code -> new AgedDebts(code, today))
                    .add(invoice);
        }
    }

    List<AgedDebts> currencies() {
        return List.copyOf(byCurrency.values());
    }
}
