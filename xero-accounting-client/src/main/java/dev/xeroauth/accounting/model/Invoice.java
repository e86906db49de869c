package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sales invoice or a bill.
 *
 * <p>Amounts are in the invoice's own currency. {@link #amountDue()} and the other balances may change without {@link
 * #updatedDateUtc()} changing.
 */
public final class Invoice extends Model {

    private static final Fields FIELDS = Fields.of(Invoice.class, Invoice::new);
    private static final Field<InvoiceType> TYPE = FIELDS.open("Type", InvoiceType::of);
    private static final Field<UUID> INVOICE_ID = FIELDS.id("InvoiceID");
    private static final Field<String> INVOICE_NUMBER = FIELDS.text("InvoiceNumber");
    private static final Field<String> REFERENCE = FIELDS.text("Reference");
    private static final Field<List<Payment>> PAYMENTS = FIELDS.list("Payments", Payment.class);
    private static final Field<BigDecimal> AMOUNT_DUE = FIELDS.decimal("AmountDue");
    private static final Field<BigDecimal> AMOUNT_PAID = FIELDS.decimal("AmountPaid");
    private static final Field<BigDecimal> AMOUNT_CREDITED = FIELDS.decimal("AmountCredited");
    private static final Field<Boolean> SENT_TO_CONTACT = FIELDS.bool("SentToContact");
    private static final Field<BigDecimal> CURRENCY_RATE = FIELDS.decimal("CurrencyRate");
    private static final Field<BigDecimal> TOTAL_DISCOUNT = FIELDS.decimal("TotalDiscount");
    private static final Field<Boolean> IS_DISCOUNTED = FIELDS.bool("IsDiscounted");
    private static final Field<Boolean> HAS_ERRORS = FIELDS.bool("HasErrors");
    private static final Field<Boolean> HAS_ATTACHMENTS = FIELDS.bool("HasAttachments");
    private static final Field<UUID> REPEATING_INVOICE_ID = FIELDS.id("RepeatingInvoiceID");
    private static final Field<Contact> CONTACT = FIELDS.object("Contact", Contact.class);
    private static final Field<LocalDate> DATE = FIELDS.date("Date");
    private static final Field<LocalDate> DUE_DATE = FIELDS.date("DueDate");
    private static final Field<LocalDate> EXPECTED_PAYMENT_DATE = FIELDS.date("ExpectedPaymentDate");
    private static final Field<LocalDate> PLANNED_PAYMENT_DATE = FIELDS.date("PlannedPaymentDate");
    private static final Field<UUID> BRANDING_THEME_ID = FIELDS.id("BrandingThemeID");
    private static final Field<InvoiceStatus> STATUS = FIELDS.open("Status", InvoiceStatus::of);
    private static final Field<LineAmountTypes> LINE_AMOUNT_TYPES = FIELDS.open("LineAmountTypes", LineAmountTypes::of);
    private static final Field<List<LineItem>> LINE_ITEMS = FIELDS.list("LineItems", LineItem.class);
    private static final Field<BigDecimal> SUB_TOTAL = FIELDS.decimal("SubTotal");
    private static final Field<BigDecimal> TOTAL_TAX = FIELDS.decimal("TotalTax");
    private static final Field<BigDecimal> TOTAL = FIELDS.decimal("Total");
    private static final Field<BigDecimal> CIS_RATE = FIELDS.decimal("CISRate");
    private static final Field<BigDecimal> CIS_DEDUCTION = FIELDS.decimal("CISDeduction");
    private static final Field<Instant> UPDATED_DATE_UTC = FIELDS.instant("UpdatedDateUTC");
    private static final Field<String> CURRENCY_CODE = FIELDS.text("CurrencyCode");
    private static final Field<String> URL = FIELDS.text("Url");
    private static final Field<LocalDate> FULLY_PAID_ON_DATE = FIELDS.date("FullyPaidOnDate");

    private Invoice(@Nullable Object[] values) {
        super(values);
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return a builder with everything set as it is here} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return whether it is a sale or a bill} */
    public Optional<InvoiceType> type() {
        return get(TYPE);
    }

    /** {@return Xero's id of the invoice} */
    public Optional<UUID> invoiceId() {
        return get(INVOICE_ID);
    }

    /** {@return its number; unique among sales, not among bills} */
    public Optional<String> invoiceNumber() {
        return get(INVOICE_NUMBER);
    }

    /** {@return a second number or text, on sales only} */
    public Optional<String> reference() {
        return get(REFERENCE);
    }

    /** {@return the payments made against it} */
    public List<Payment> payments() {
        return list(PAYMENTS);
    }

    /** {@return what is still to be paid} */
    public Optional<BigDecimal> amountDue() {
        return get(AMOUNT_DUE);
    }

    /** {@return what payments have covered} */
    public Optional<BigDecimal> amountPaid() {
        return get(AMOUNT_PAID);
    }

    /** {@return what credit notes, overpayments and prepayments have covered} */
    public Optional<BigDecimal> amountCredited() {
        return get(AMOUNT_CREDITED);
    }

    /** {@return whether it is marked as sent} */
    public Optional<Boolean> sentToContact() {
        return get(SENT_TO_CONTACT);
    }

    /** {@return units of the invoice's currency for one of the base currency} */
    public Optional<BigDecimal> currencyRate() {
        return get(CURRENCY_RATE);
    }

    /** {@return the sum of the lines' discounts} */
    public Optional<BigDecimal> totalDiscount() {
        return get(TOTAL_DISCOUNT);
    }

    /** {@return whether a line has a discount} */
    public Optional<Boolean> isDiscounted() {
        return get(IS_DISCOUNTED);
    }

    /** {@return whether Xero found something wrong in it when it was written} */
    public Optional<Boolean> hasErrors() {
        return get(HAS_ERRORS);
    }

    /** {@return whether there are files attached to it} */
    public Optional<Boolean> hasAttachments() {
        return get(HAS_ATTACHMENTS);
    }

    /** {@return the repeating invoice that it was made from} */
    public Optional<UUID> repeatingInvoiceId() {
        return get(REPEATING_INVOICE_ID);
    }

    /** {@return whom it was sent to or came from} */
    public Optional<Contact> contact() {
        return get(CONTACT);
    }

    /** {@return the day of issue} */
    public Optional<LocalDate> date() {
        return get(DATE);
    }

    /** {@return the day by which it should be paid} */
    public Optional<LocalDate> dueDate() {
        return get(DUE_DATE);
    }

    /** {@return when the customer is expected to pay, on sales} */
    public Optional<LocalDate> expectedPaymentDate() {
        return get(EXPECTED_PAYMENT_DATE);
    }

    /** {@return when it is to be paid, on bills} */
    public Optional<LocalDate> plannedPaymentDate() {
        return get(PLANNED_PAYMENT_DATE);
    }

    /** {@return the theme that gives its printed form} */
    public Optional<UUID> brandingThemeId() {
        return get(BRANDING_THEME_ID);
    }

    /** {@return where it is in its life} */
    public Optional<InvoiceStatus> status() {
        return get(STATUS);
    }

    /** {@return whether the lines' amounts hold the tax} */
    public Optional<LineAmountTypes> lineAmountTypes() {
        return get(LINE_AMOUNT_TYPES);
    }

    /** {@return its lines; none where the query asked for summaries} */
    public List<LineItem> lineItems() {
        return list(LINE_ITEMS);
    }

    /** {@return the total before tax} */
    public Optional<BigDecimal> subTotal() {
        return get(SUB_TOTAL);
    }

    /** {@return the tax} */
    public Optional<BigDecimal> totalTax() {
        return get(TOTAL_TAX);
    }

    /** {@return the total with tax} */
    public Optional<BigDecimal> total() {
        return get(TOTAL);
    }

    /** {@return the rate of the deduction under the UK construction industry scheme} */
    public Optional<BigDecimal> cisRate() {
        return get(CIS_RATE);
    }

    /** {@return the deduction under the UK construction industry scheme} */
    public Optional<BigDecimal> cisDeduction() {
        return get(CIS_DEDUCTION);
    }

    /** {@return when Xero last changed it} */
    public Optional<Instant> updatedDateUtc() {
        return get(UPDATED_DATE_UTC);
    }

    /** {@return its currency, by its three letters} */
    public Optional<String> currencyCode() {
        return get(CURRENCY_CODE);
    }

    /** {@return where its source is shown} */
    public Optional<String> url() {
        return get(URL);
    }

    /** {@return the day on which nothing was left to pay} */
    public Optional<LocalDate> fullyPaidOnDate() {
        return get(FULLY_PAID_ON_DATE);
    }

    /** Collects what an application may write. Not thread-safe. */
    public static final class Builder extends ModelBuilder<Invoice, Builder> {

        private Builder() {
            super(Invoice.class);
        }

        private Builder(Invoice original) {
            super(Invoice.class, original);
        }

        /**
         * {@return this, with {@link Invoice#type()} set}
         *
         * @param type a sale or a bill
         */
        public Builder type(InvoiceType type) {
            return set(TYPE, type);
        }

        /**
         * {@return this, with {@link Invoice#invoiceId()} set}
         *
         * @param invoiceId Xero's id of an invoice that exists
         */
        public Builder invoiceId(UUID invoiceId) {
            return set(INVOICE_ID, invoiceId);
        }

        /**
         * {@return this, with {@link Invoice#invoiceNumber()} set}
         *
         * @param invoiceNumber the number; left out, Xero gives a sale its next one
         */
        public Builder invoiceNumber(String invoiceNumber) {
            return set(INVOICE_NUMBER, invoiceNumber);
        }

        /**
         * {@return this, with {@link Invoice#reference()} set}
         *
         * @param reference any text
         */
        public Builder reference(String reference) {
            return set(REFERENCE, reference);
        }

        /**
         * {@return this, with {@link Invoice#sentToContact()} set}
         *
         * @param sentToContact true to mark an approved invoice as sent
         */
        public Builder sentToContact(Boolean sentToContact) {
            return set(SENT_TO_CONTACT, sentToContact);
        }

        /**
         * {@return this, with {@link Invoice#currencyRate()} set}
         *
         * @param currencyRate units of the invoice's currency for one of the base currency
         */
        public Builder currencyRate(BigDecimal currencyRate) {
            return set(CURRENCY_RATE, currencyRate);
        }

        /**
         * {@return this, with {@link Invoice#contact()} set}
         *
         * @param contact whom it is for; its id alone, unless the contact itself shall change
         */
        public Builder contact(Contact contact) {
            return set(CONTACT, contact);
        }

        /**
         * {@return this, with {@link Invoice#date()} set}
         *
         * @param date the day of issue; left out, Xero takes today
         */
        public Builder date(LocalDate date) {
            return set(DATE, date);
        }

        /**
         * {@return this, with {@link Invoice#dueDate()} set}
         *
         * @param dueDate the day by which it should be paid
         */
        public Builder dueDate(LocalDate dueDate) {
            return set(DUE_DATE, dueDate);
        }

        /**
         * {@return this, with {@link Invoice#expectedPaymentDate()} set}
         *
         * @param expectedPaymentDate a day
         */
        public Builder expectedPaymentDate(LocalDate expectedPaymentDate) {
            return set(EXPECTED_PAYMENT_DATE, expectedPaymentDate);
        }

        /**
         * {@return this, with {@link Invoice#plannedPaymentDate()} set}
         *
         * @param plannedPaymentDate a day
         */
        public Builder plannedPaymentDate(LocalDate plannedPaymentDate) {
            return set(PLANNED_PAYMENT_DATE, plannedPaymentDate);
        }

        /**
         * {@return this, with {@link Invoice#brandingThemeId()} set}
         *
         * @param brandingThemeId the id of a theme
         */
        public Builder brandingThemeId(UUID brandingThemeId) {
            return set(BRANDING_THEME_ID, brandingThemeId);
        }

        /**
         * {@return this, with {@link Invoice#status()} set}
         *
         * @param status the status wanted
         */
        public Builder status(InvoiceStatus status) {
            return set(STATUS, status);
        }

        /**
         * {@return this, with {@link Invoice#lineAmountTypes()} set}
         *
         * @param lineAmountTypes whether the lines' amounts hold the tax
         */
        public Builder lineAmountTypes(LineAmountTypes lineAmountTypes) {
            return set(LINE_AMOUNT_TYPES, lineAmountTypes);
        }

        /**
         * {@return this, with {@link Invoice#lineItems()} set}
         *
         * @param lineItems all lines: Xero deletes those that are left out
         */
        public Builder lineItems(List<LineItem> lineItems) {
            return setList(LINE_ITEMS, lineItems);
        }

        /**
         * {@return this, with {@link Invoice#currencyCode()} set}
         *
         * @param currencyCode three letters of ISO 4217
         */
        public Builder currencyCode(String currencyCode) {
            return set(CURRENCY_CODE, currencyCode);
        }

        /**
         * {@return this, with {@link Invoice#url()} set}
         *
         * @param url an address that Xero links to
         */
        public Builder url(String url) {
            return set(URL, url);
        }
    }
}
