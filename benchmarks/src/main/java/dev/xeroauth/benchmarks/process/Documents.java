package dev.xeroauth.benchmarks.process;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** What a hand-written reader fills. */
@NullUnmarked
final class Documents {

    private Documents() {}

    static final class Invoice {
        String type;
        UUID invoiceId;
        String invoiceNumber;
        String reference;
        List<Payment> payments = new ArrayList<>();
        BigDecimal amountDue;
        BigDecimal amountPaid;
        BigDecimal amountCredited;
        BigDecimal currencyRate;
        boolean discounted;
        boolean attachments;
        boolean errors;
        Contact contact;
        LocalDate date;
        LocalDate dueDate;
        UUID brandingThemeId;
        String status;
        String lineAmountTypes;
        List<Line> lines = new ArrayList<>();
        BigDecimal subTotal;
        BigDecimal totalTax;
        BigDecimal total;
        Instant updated;
        String currencyCode;
    }

    static final class Line {
        String description;
        BigDecimal unitAmount;
        String taxType;
        BigDecimal taxAmount;
        BigDecimal lineAmount;
        String accountCode;
        BigDecimal quantity;
        UUID lineItemId;
    }

    static final class Payment {
        UUID paymentId;
        LocalDate date;
        BigDecimal amount;
        BigDecimal currencyRate;
        boolean account;
    }

    static final class Contact {
        UUID contactId;
        String name;
    }
}
