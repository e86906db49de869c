package dev.xeroauth.testkit.internal.books;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A kind of document that the accounting API has, described; how documents are listed, read, written and so on is the same
 * for all of them.
 *
 * @param name in paths and envelopes
 * @param id the field of its id
 * @param number the field of its number; none: it has none
 * @param scopes either of them lets an application write, and read with {@code .read} behind it
 * @param fields in the order in which Xero writes them
 * @param types what an application may create
 * @param statuses from which an application may go to which; from the empty word: what it may create, the first if it says nothing
 * @param filters the parameters of its list that choose by the value of a field
 * @param flags the other parameters of its list that it knows and some resources do not
 * @param papers what there is behind its id, beside attachments and history
 * @param rules what it asks of a document that is written
 */
public record Resource(
        String name,
        String id,
        @Nullable String number,
        List<String> scopes,
        List<Field> fields,
        Set<String> types,
        Map<String, List<String>> statuses,
        Map<String, String> filters,
        Set<String> flags,
        Set<String> papers,
        Rules rules) {

    /** What one resource asks and others do not. */
    interface Rules {

        /** The document's lines are in place, its sums are not: numbers, accounts and so on. */
        void complete(Draft draft);

        /** All is in place: finds what is wrong. */
        void check(Draft draft);
    }

    /** Those that the fake plays. */
    public static List<Resource> all() {
        return List.of(InvoiceResource.INVOICES, BankTransactionResource.BANK_TRANSACTIONS);
    }

    /** Invoices and bills. */
    public static Resource invoices() {
        return InvoiceResource.INVOICES;
    }

    /** Money spent and received. */
    public static Resource bankTransactions() {
        return BankTransactionResource.BANK_TRANSACTIONS;
    }

    /** The one with this name in paths. */
    public static Optional<Resource> named(String name) {
        return all().stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The field with this name. */
    public Optional<Field> field(String name) {
        return fields.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** One of them, as a sentence says it. */
    public String one() {
        return id.substring(0, id.length() - 2);
    }
}
