package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Fields;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of a document. */
public final class LineItem extends Model {

    private static final Fields FIELDS = Fields.of(LineItem.class, LineItem::new);
    private static final Field<String> ITEM_CODE = FIELDS.text("ItemCode");
    private static final Field<String> DESCRIPTION = FIELDS.text("Description");
    private static final Field<BigDecimal> UNIT_AMOUNT = FIELDS.decimal("UnitAmount");
    private static final Field<String> TAX_TYPE = FIELDS.text("TaxType");
    private static final Field<BigDecimal> TAX_AMOUNT = FIELDS.decimal("TaxAmount");
    private static final Field<BigDecimal> LINE_AMOUNT = FIELDS.decimal("LineAmount");
    private static final Field<String> ACCOUNT_CODE = FIELDS.text("AccountCode");
    private static final Field<UUID> ACCOUNT_ID = FIELDS.id("AccountID");
    private static final Field<BigDecimal> QUANTITY = FIELDS.decimal("Quantity");
    private static final Field<BigDecimal> DISCOUNT_RATE = FIELDS.decimal("DiscountRate");
    private static final Field<BigDecimal> DISCOUNT_AMOUNT = FIELDS.decimal("DiscountAmount");
    private static final Field<UUID> LINE_ITEM_ID = FIELDS.id("LineItemID");

    private LineItem(@Nullable Object[] values) {
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

    /** {@return the code of the item sold or bought} */
    public Optional<String> itemCode() {
        return get(ITEM_CODE);
    }

    /** {@return what the line is for} */
    public Optional<String> description() {
        return get(DESCRIPTION);
    }

    /** {@return the price of one, rounded to 2 decimals unless the query asked for 4} */
    public Optional<BigDecimal> unitAmount() {
        return get(UNIT_AMOUNT);
    }

    /** {@return the tax rate, as the organisation names it} */
    public Optional<String> taxType() {
        return get(TAX_TYPE);
    }

    /** {@return the tax on the line} */
    public Optional<BigDecimal> taxAmount() {
        return get(TAX_AMOUNT);
    }

    /** {@return quantity times unit amount less discount; holds the tax if the document says so} */
    public Optional<BigDecimal> lineAmount() {
        return get(LINE_AMOUNT);
    }

    /** {@return the code of the account it is booked to} */
    public Optional<String> accountCode() {
        return get(ACCOUNT_CODE);
    }

    /** {@return the id of the account it is booked to} */
    public Optional<UUID> accountId() {
        return get(ACCOUNT_ID);
    }

    /** {@return how many} */
    public Optional<BigDecimal> quantity() {
        return get(QUANTITY);
    }

    /** {@return the discount in percent} */
    public Optional<BigDecimal> discountRate() {
        return get(DISCOUNT_RATE);
    }

    /** {@return the discount as an amount} */
    public Optional<BigDecimal> discountAmount() {
        return get(DISCOUNT_AMOUNT);
    }

    /** {@return Xero's id of the line} */
    public Optional<UUID> lineItemId() {
        return get(LINE_ITEM_ID);
    }

    /** Collects what an application may write. Not thread-safe. */
    public static final class Builder extends ModelBuilder<LineItem, Builder> {

        private Builder() {
            super(LineItem.class);
        }

        private Builder(LineItem original) {
            super(LineItem.class, original);
        }

        /**
         * {@return this, with {@link LineItem#itemCode()} set}
         *
         * @param itemCode the code of an item in Xero
         */
        public Builder itemCode(String itemCode) {
            return set(ITEM_CODE, itemCode);
        }

        /**
         * {@return this, with {@link LineItem#description()} set}
         *
         * @param description at least one character
         */
        public Builder description(String description) {
            return set(DESCRIPTION, description);
        }

        /**
         * {@return this, with {@link LineItem#unitAmount()} set}
         *
         * @param unitAmount the price of one
         */
        public Builder unitAmount(BigDecimal unitAmount) {
            return set(UNIT_AMOUNT, unitAmount);
        }

        /**
         * {@return this, with {@link LineItem#taxType()} set}
         *
         * @param taxType the name of one of the organisation's tax rates
         */
        public Builder taxType(String taxType) {
            return set(TAX_TYPE, taxType);
        }

        /**
         * {@return this, with {@link LineItem#taxAmount()} set}
         *
         * @param taxAmount overrides what Xero would calculate
         */
        public Builder taxAmount(BigDecimal taxAmount) {
            return set(TAX_AMOUNT, taxAmount);
        }

        /**
         * {@return this, with {@link LineItem#lineAmount()} set}
         *
         * @param lineAmount quantity times unit amount less discount
         */
        public Builder lineAmount(BigDecimal lineAmount) {
            return set(LINE_AMOUNT, lineAmount);
        }

        /**
         * {@return this, with {@link LineItem#accountCode()} set}
         *
         * @param accountCode the code of an account in Xero
         */
        public Builder accountCode(String accountCode) {
            return set(ACCOUNT_CODE, accountCode);
        }

        /**
         * {@return this, with {@link LineItem#accountId()} set}
         *
         * @param accountId the id of an account in Xero
         */
        public Builder accountId(UUID accountId) {
            return set(ACCOUNT_ID, accountId);
        }

        /**
         * {@return this, with {@link LineItem#quantity()} set}
         *
         * @param quantity how many
         */
        public Builder quantity(BigDecimal quantity) {
            return set(QUANTITY, quantity);
        }

        /**
         * {@return this, with {@link LineItem#discountRate()} set}
         *
         * @param discountRate a percentage
         */
        public Builder discountRate(BigDecimal discountRate) {
            return set(DISCOUNT_RATE, discountRate);
        }

        /**
         * {@return this, with {@link LineItem#discountAmount()} set}
         *
         * @param discountAmount an amount
         */
        public Builder discountAmount(BigDecimal discountAmount) {
            return set(DISCOUNT_AMOUNT, discountAmount);
        }

        /**
         * {@return this, with {@link LineItem#lineItemId()} set}
         *
         * @param lineItemId Xero's id of a line that exists; without one the line is new
         */
        public Builder lineItemId(UUID lineItemId) {
            return set(LINE_ITEM_ID, lineItemId);
        }
    }
}
