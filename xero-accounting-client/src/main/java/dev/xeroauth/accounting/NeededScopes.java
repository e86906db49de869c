package dev.xeroauth.accounting;

import static dev.xeroauth.Scope.ACCOUNTING_ATTACHMENTS;
import static dev.xeroauth.Scope.ACCOUNTING_ATTACHMENTS_READ;
import static dev.xeroauth.Scope.ACCOUNTING_BANKTRANSACTIONS;
import static dev.xeroauth.Scope.ACCOUNTING_BANKTRANSACTIONS_READ;
import static dev.xeroauth.Scope.ACCOUNTING_CONTACTS;
import static dev.xeroauth.Scope.ACCOUNTING_CONTACTS_READ;
import static dev.xeroauth.Scope.ACCOUNTING_INVOICES;
import static dev.xeroauth.Scope.ACCOUNTING_INVOICES_READ;
import static dev.xeroauth.Scope.ACCOUNTING_MANUALJOURNALS;
import static dev.xeroauth.Scope.ACCOUNTING_MANUALJOURNALS_READ;
import static dev.xeroauth.Scope.ACCOUNTING_PAYMENTS;
import static dev.xeroauth.Scope.ACCOUNTING_PAYMENTS_READ;
import static dev.xeroauth.Scope.ACCOUNTING_SETTINGS;
import static dev.xeroauth.Scope.ACCOUNTING_SETTINGS_READ;

import dev.xeroauth.Scope;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** A scope for reading, and the one that permits writing too: what a resource is behind. */
record NeededScopes(Scope read, Scope write) {

    private static final NeededScopes ATTACHMENTS =
            new NeededScopes(ACCOUNTING_ATTACHMENTS_READ, ACCOUNTING_ATTACHMENTS);

    /** Scopes of which one suffices for a request, the narrowest first; empty if they are not known. */
    static Set<String> of(Request request, HttpUrl accounting) {
        List<String> path = request.url().pathSegments();
        int begin = (int) accounting.pathSegments().stream()
                .filter(segment -> !segment.isEmpty())
                .count();
        if (path.size() <= begin) {
            return Set.of();
        }
        // Resource/{id}/Attachments/{name}: what is kept with a document follows the document, its files do not
        boolean attachments = path.size() > begin + 2 && path.get(begin + 2).equalsIgnoreCase("Attachments");
        NeededScopes needed = attachments ? ATTACHMENTS : behind(path.get(begin));
        return needed == null ? Set.of() : needed.of(request.method());
    }

    private Set<String> of(String method) {
        Set<String> names = new LinkedHashSet<>();
        if (method.equals("GET")) {
            names.add(read.value());
        }
        names.add(write.value());
        return Collections.unmodifiableSet(names);
    }

    private static @Nullable NeededScopes behind(String resource) {
        return switch (resource.toLowerCase(Locale.ROOT)) {
            case "invoices",
                    "creditnotes",
                    "quotes",
                    "purchaseorders",
                    "repeatinginvoices",
                    "items",
                    "linkedtransactions" -> new NeededScopes(ACCOUNTING_INVOICES_READ, ACCOUNTING_INVOICES);
            case "payments", "batchpayments", "prepayments", "overpayments" ->
                new NeededScopes(ACCOUNTING_PAYMENTS_READ, ACCOUNTING_PAYMENTS);
            case "banktransactions", "banktransfers" ->
                new NeededScopes(ACCOUNTING_BANKTRANSACTIONS_READ, ACCOUNTING_BANKTRANSACTIONS);
            case "manualjournals" -> new NeededScopes(ACCOUNTING_MANUALJOURNALS_READ, ACCOUNTING_MANUALJOURNALS);
            case "contacts", "contactgroups" -> new NeededScopes(ACCOUNTING_CONTACTS_READ, ACCOUNTING_CONTACTS);
            case "accounts", "organisation", "taxrates", "trackingcategories" ->
                new NeededScopes(ACCOUNTING_SETTINGS_READ, ACCOUNTING_SETTINGS);
            default -> null;
        };
    }
}
