package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Fields;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A customer or supplier. Inside of other documents Xero sends a part of it: id and name, and more on paged lists.
 */
public final class Contact extends Model {

    private static final Fields FIELDS = Fields.of(Contact.class, Contact::new);
    private static final Field<UUID> CONTACT_ID = FIELDS.id("ContactID");
    private static final Field<String> CONTACT_NUMBER = FIELDS.text("ContactNumber");
    private static final Field<String> ACCOUNT_NUMBER = FIELDS.text("AccountNumber");
    private static final Field<ContactStatus> CONTACT_STATUS = FIELDS.open("ContactStatus", ContactStatus::of);
    private static final Field<String> NAME = FIELDS.text("Name");
    private static final Field<String> FIRST_NAME = FIELDS.text("FirstName");
    private static final Field<String> LAST_NAME = FIELDS.text("LastName");
    private static final Field<String> COMPANY_NUMBER = FIELDS.text("CompanyNumber");
    private static final Field<String> EMAIL_ADDRESS = FIELDS.text("EmailAddress");
    private static final Field<String> TAX_NUMBER = FIELDS.text("TaxNumber");
    private static final Field<Instant> UPDATED_DATE_UTC = FIELDS.instant("UpdatedDateUTC");
    private static final Field<Boolean> IS_SUPPLIER = FIELDS.bool("IsSupplier");
    private static final Field<Boolean> IS_CUSTOMER = FIELDS.bool("IsCustomer");
    private static final Field<String> DEFAULT_CURRENCY = FIELDS.text("DefaultCurrency");
    private static final Field<Boolean> HAS_ATTACHMENTS = FIELDS.bool("HasAttachments");

    private Contact(@Nullable Object[] values) {
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

    /** {@return Xero's id of the contact} */
    public Optional<UUID> contactId() {
        return get(CONTACT_ID);
    }

    /** {@return the id which another system uses for it} */
    public Optional<String> contactNumber() {
        return get(CONTACT_NUMBER);
    }

    /** {@return the account number which the organisation gave it} */
    public Optional<String> accountNumber() {
        return get(ACCOUNT_NUMBER);
    }

    /** {@return whether it is in use} */
    public Optional<ContactStatus> contactStatus() {
        return get(CONTACT_STATUS);
    }

    /** {@return the name of the person or organisation} */
    public Optional<String> name() {
        return get(NAME);
    }

    /** {@return the first name of the person to speak to} */
    public Optional<String> firstName() {
        return get(FIRST_NAME);
    }

    /** {@return the last name of the person to speak to} */
    public Optional<String> lastName() {
        return get(LAST_NAME);
    }

    /** {@return its number in the register of companies} */
    public Optional<String> companyNumber() {
        return get(COMPANY_NUMBER);
    }

    /** {@return its e-mail address} */
    public Optional<String> emailAddress() {
        return get(EMAIL_ADDRESS);
    }

    /** {@return its tax number: ABN, GST or VAT number, tax id} */
    public Optional<String> taxNumber() {
        return get(TAX_NUMBER);
    }

    /** {@return when Xero last changed it; a changed balance does not count} */
    public Optional<Instant> updatedDateUtc() {
        return get(UPDATED_DATE_UTC);
    }

    /** {@return whether there are bills from it} */
    public Optional<Boolean> isSupplier() {
        return get(IS_SUPPLIER);
    }

    /** {@return whether there are sales to it} */
    public Optional<Boolean> isCustomer() {
        return get(IS_CUSTOMER);
    }

    /** {@return the currency of its documents, by its three letters} */
    public Optional<String> defaultCurrency() {
        return get(DEFAULT_CURRENCY);
    }

    /** {@return whether there are files attached to it} */
    public Optional<Boolean> hasAttachments() {
        return get(HAS_ATTACHMENTS);
    }

    /** Collects what an application may write. Not thread-safe. */
    public static final class Builder extends ModelBuilder<Contact, Builder> {

        private Builder() {
            super(Contact.class);
        }

        private Builder(Contact original) {
            super(Contact.class, original);
        }

        /**
         * {@return this, with {@link Contact#contactId()} set}
         *
         * @param contactId Xero's id of the contact
         */
        public Builder contactId(UUID contactId) {
            return set(CONTACT_ID, contactId);
        }

        /**
         * {@return this, with {@link Contact#contactNumber()} set}
         *
         * @param contactNumber an id of your own
         */
        public Builder contactNumber(String contactNumber) {
            return set(CONTACT_NUMBER, contactNumber);
        }

        /**
         * {@return this, with {@link Contact#accountNumber()} set}
         *
         * @param accountNumber at most 50 characters
         */
        public Builder accountNumber(String accountNumber) {
            return set(ACCOUNT_NUMBER, accountNumber);
        }

        /**
         * {@return this, with {@link Contact#contactStatus()} set}
         *
         * @param contactStatus active or archived
         */
        public Builder contactStatus(ContactStatus contactStatus) {
            return set(CONTACT_STATUS, contactStatus);
        }

        /**
         * {@return this, with {@link Contact#name()} set}
         *
         * @param name unique among the contacts, at most 255 characters
         */
        public Builder name(String name) {
            return set(NAME, name);
        }

        /**
         * {@return this, with {@link Contact#firstName()} set}
         *
         * @param firstName at most 255 characters
         */
        public Builder firstName(String firstName) {
            return set(FIRST_NAME, firstName);
        }

        /**
         * {@return this, with {@link Contact#lastName()} set}
         *
         * @param lastName at most 255 characters
         */
        public Builder lastName(String lastName) {
            return set(LAST_NAME, lastName);
        }

        /**
         * {@return this, with {@link Contact#companyNumber()} set}
         *
         * @param companyNumber at most 50 characters
         */
        public Builder companyNumber(String companyNumber) {
            return set(COMPANY_NUMBER, companyNumber);
        }

        /**
         * {@return this, with {@link Contact#emailAddress()} set}
         *
         * @param emailAddress at most 255 characters
         */
        public Builder emailAddress(String emailAddress) {
            return set(EMAIL_ADDRESS, emailAddress);
        }

        /**
         * {@return this, with {@link Contact#taxNumber()} set}
         *
         * @param taxNumber at most 50 characters
         */
        public Builder taxNumber(String taxNumber) {
            return set(TAX_NUMBER, taxNumber);
        }

        /**
         * {@return this, with {@link Contact#defaultCurrency()} set}
         *
         * @param defaultCurrency three letters of ISO 4217
         */
        public Builder defaultCurrency(String defaultCurrency) {
            return set(DEFAULT_CURRENCY, defaultCurrency);
        }
    }
}
