package dev.xeroauth.accounting;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The consent lacks the scope for this (401, or 403). Refreshing never helps, another consent does; for a custom connection
 * it is the app's page at Xero.
 */
public final class InsufficientScopeException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    /** Those that are missing. */
    private final String[] scopes;

    InsufficientScopeException(AnswerHead head, ErrorBody body, Set<String> scopes) {
        super(head, body, (head.isCustomConnection() ? ofCustomConnection(scopes) : ofGrant(scopes)), null);
        this.scopes = scopes.toArray(String[]::new);
    }

    private static String ofGrant(Set<String> scopes) {
        return "the consent lacks the scope for this" + named(scopes) + "; ask for a new consent with it";
    }

    private static String ofCustomConnection(Set<String> scopes) {
        return "the custom connection lacks the scope for this" + named(scopes)
                + "; tick it on the app's page at Xero, and ask for it if XeroApp.customConnection was given scopes";
    }

    private static String named(Set<String> scopes) {
        return scopes.isEmpty() ? "" : ", " + String.join(" or ", scopes);
    }

    /**
     * The scopes of which the operation needs one, the narrowest first. The broad ones that end, such as {@code
     * accounting.transactions}, would do too and are not among them.
     *
     * @return Xero's names, such as {@code accounting.invoices.read}; empty if this version does not know
     */
    public Set<String> scopes() {
        return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(scopes)));
    }
}
