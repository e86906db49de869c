package dev.xeroauth.accounting;

import dev.xeroauth.accounting.model.InvoiceStatus;
import java.util.Arrays;
import java.util.Collection;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/** Which invoices, and how much of them. Everything, if nothing is set. Immutable. */
public final class InvoiceQuery extends ListQuery {

    private InvoiceQuery(Builder builder) {
        super(builder);
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Collects filters; all of them must hold. An address has room for about 50 ids or numbers: longer lists are asked for in
     * parts, one after the other as the answer is used, and duplicates only once. Then the order holds within each part alone,
     * as does Xero's count of pages. Where two lists are long, every combination of their parts is asked for: with 1000 ids and
     * 1000 contacts that is more than 1700 calls, so that one list and a look at the answer is better.
     */
    public static final class Builder extends QueryBuilder<InvoiceQuery, Builder> {

        private Builder() {}

        /**
         * Only invoices in one of these statuses.
         *
         * @param statuses at least one
         * @return this
         * @throws IllegalArgumentException if there is none, because Xero would then send all
         */
        public Builder statuses(InvoiceStatus... statuses) {
            return statuses(Arrays.asList(Objects.requireNonNull(statuses, "statuses is null")));
        }

        /**
         * Only invoices in one of these statuses.
         *
         * @param statuses at least one
         * @return this
         * @throws IllegalArgumentException if there is none, because Xero would then send all
         */
        public Builder statuses(Collection<InvoiceStatus> statuses) {
            return anyOf("Statuses", Elements.of("statuses", statuses), InvoiceStatus::value);
        }

        /**
         * Only these invoices.
         *
         * @param ids Xero's ids, at least one, as many as you like
         * @return this
         * @throws IllegalArgumentException if there is none, because Xero would then send all
         */
        public Builder ids(Collection<UUID> ids) {
            return anyOf("IDs", Elements.of("ids", ids), UUID::toString);
        }

        /**
         * Only invoices with these numbers; several bills may have the same one.
         *
         * @param numbers at least one, as many as you like
         * @return this
         * @throws IllegalArgumentException if there is none, because Xero would then send all, or one is blank or holds a
         *     comma
         */
        public Builder invoiceNumbers(Collection<String> numbers) {
            return anyOf("InvoiceNumbers", Elements.of("numbers", numbers), Function.identity());
        }

        /**
         * Only invoices to or from these contacts.
         *
         * @param contactIds Xero's ids, at least one, as many as you like
         * @return this
         * @throws IllegalArgumentException if there is none, because Xero would then send all
         */
        public Builder contactIds(Collection<UUID> contactIds) {
            return anyOf("ContactIDs", Elements.of("contactIds", contactIds), UUID::toString);
        }

        /**
         * Only invoices in whose number, reference or the like this text occurs, in whatever case.
         *
         * @param text not blank
         * @return this
         * @throws IllegalArgumentException if it is blank
         */
        public Builder searchTerm(String text) {
            return text("searchTerm", text);
        }

        /**
         * Leave out lines and payments, which makes the answer small.
         *
         * @param only true to leave them out
         * @return this
         */
        public Builder summaryOnly(boolean only) {
            return flag("summaryOnly", only);
        }

        /**
         * Only invoices that this app has made.
         *
         * @param only true for those alone
         * @return this
         */
        public Builder createdByMyApp(boolean only) {
            return flag("createdByMyApp", only);
        }

        /**
         * Archived invoices too.
         *
         * @param include true to include them
         * @return this
         */
        public Builder includeArchived(boolean include) {
            return flag("includeArchived", include);
        }

        @Override
        public InvoiceQuery build() {
            return new InvoiceQuery(this);
        }
    }
}
