package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Fields;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Money that settled a document, or part of one. */
public final class Payment extends Model {

    private static final Fields FIELDS = Fields.of(Payment.class, Payment::new);
    private static final Field<UUID> PAYMENT_ID = FIELDS.id("PaymentID");
    private static final Field<UUID> BATCH_PAYMENT_ID = FIELDS.id("BatchPaymentID");
    private static final Field<LocalDate> DATE = FIELDS.date("Date");
    private static final Field<BigDecimal> BANK_AMOUNT = FIELDS.decimal("BankAmount");
    private static final Field<BigDecimal> AMOUNT = FIELDS.decimal("Amount");
    private static final Field<String> REFERENCE = FIELDS.text("Reference");
    private static final Field<BigDecimal> CURRENCY_RATE = FIELDS.decimal("CurrencyRate");
    private static final Field<PaymentType> PAYMENT_TYPE = FIELDS.open("PaymentType", PaymentType::of);
    private static final Field<PaymentStatus> STATUS = FIELDS.open("Status", PaymentStatus::of);
    private static final Field<Instant> UPDATED_DATE_UTC = FIELDS.instant("UpdatedDateUTC");
    private static final Field<Boolean> HAS_ACCOUNT = FIELDS.bool("HasAccount");
    private static final Field<Boolean> IS_RECONCILED = FIELDS.bool("IsReconciled");

    private Payment(@Nullable Object[] values) {
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

    /** {@return Xero's id of the payment} */
    public Optional<UUID> paymentId() {
        return get(PAYMENT_ID);
    }

    /** {@return the batch in which it was made, if it was made in one} */
    public Optional<UUID> batchPaymentId() {
        return get(BATCH_PAYMENT_ID);
    }

    /** {@return the day of the payment} */
    public Optional<LocalDate> date() {
        return get(DATE);
    }

    /** {@return the amount in the currency of the bank account} */
    public Optional<BigDecimal> bankAmount() {
        return get(BANK_AMOUNT);
    }

    /** {@return the amount in the currency of the document} */
    public Optional<BigDecimal> amount() {
        return get(AMOUNT);
    }

    /** {@return what the payer or the bookkeeper wrote about it} */
    public Optional<String> reference() {
        return get(REFERENCE);
    }

    /** {@return units of the document's currency for one of the base currency} */
    public Optional<BigDecimal> currencyRate() {
        return get(CURRENCY_RATE);
    }

    /** {@return what kind of document was paid} */
    public Optional<PaymentType> paymentType() {
        return get(PAYMENT_TYPE);
    }

    /** {@return whether it counts} */
    public Optional<PaymentStatus> status() {
        return get(STATUS);
    }

    /** {@return when Xero last changed it} */
    public Optional<Instant> updatedDateUtc() {
        return get(UPDATED_DATE_UTC);
    }

    /** {@return whether Xero knows the account it went through} */
    public Optional<Boolean> hasAccount() {
        return get(HAS_ACCOUNT);
    }

    /** {@return whether it is matched with a line of a bank statement} */
    public Optional<Boolean> isReconciled() {
        return get(IS_RECONCILED);
    }

    /** Collects what an application may write. Not thread-safe. */
    public static final class Builder extends ModelBuilder<Payment, Builder> {

        private Builder() {
            super(Payment.class);
        }

        private Builder(Payment original) {
            super(Payment.class, original);
        }

        /**
         * {@return this, with {@link Payment#paymentId()} set}
         *
         * @param paymentId Xero's id of the payment
         */
        public Builder paymentId(UUID paymentId) {
            return set(PAYMENT_ID, paymentId);
        }

        /**
         * {@return this, with {@link Payment#date()} set}
         *
         * @param date the day of the payment
         */
        public Builder date(LocalDate date) {
            return set(DATE, date);
        }

        /**
         * {@return this, with {@link Payment#bankAmount()} set}
         *
         * @param bankAmount in the currency of the bank account
         */
        public Builder bankAmount(BigDecimal bankAmount) {
            return set(BANK_AMOUNT, bankAmount);
        }

        /**
         * {@return this, with {@link Payment#amount()} set}
         *
         * @param amount in the currency of the document
         */
        public Builder amount(BigDecimal amount) {
            return set(AMOUNT, amount);
        }

        /**
         * {@return this, with {@link Payment#reference()} set}
         *
         * @param reference any text
         */
        public Builder reference(String reference) {
            return set(REFERENCE, reference);
        }

        /**
         * {@return this, with {@link Payment#currencyRate()} set}
         *
         * @param currencyRate units of the document's currency for one of the base currency
         */
        public Builder currencyRate(BigDecimal currencyRate) {
            return set(CURRENCY_RATE, currencyRate);
        }

        /**
         * {@return this, with {@link Payment#status()} set}
         *
         * @param status what Xero shall make of it
         */
        public Builder status(PaymentStatus status) {
            return set(STATUS, status);
        }

        /**
         * {@return this, with {@link Payment#isReconciled()} set}
         *
         * @param isReconciled true to have it count as matched
         */
        public Builder isReconciled(Boolean isReconciled) {
            return set(IS_RECONCILED, isReconciled);
        }
    }
}
