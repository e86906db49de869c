package dev.xeroauth.testkit.internal.http;

import dev.xeroauth.testkit.internal.identity.Client;
import dev.xeroauth.testkit.internal.identity.Directory;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What Xero refuses before it asks anybody for consent. */
final class AuthorizeChecks {

    private static final Set<String> OF_APPS_ALONE = Set.of("app.connections", "marketplace.billing");
    private static final Set<String> BROAD =
            Set.of("accounting.transactions", "accounting.transactions.read", "accounting.reports.read");

    private final Directory directory;
    private final boolean refusingBroadScopes;

    AuthorizeChecks(Directory directory, boolean refusingBroadScopes) {
        this.directory = directory;
        this.refusingBroadScopes = refusingBroadScopes;
    }

    /** Empty if Xero would go on. */
    String whatIsWrong(AuthorizeQuery query) {
        Optional<Client> app = directory.app(query.clientId());
        if (app.isEmpty()) {
            return "Unknown client";
        }
        if (app.get().isCustomConnection()) {
            return "Unauthorized client: a custom connection has no users";
        }
        if (!query.responseType().equals("code")) {
            return "Unsupported response_type";
        }
        if (!isAllowed(query.redirectUri())) {
            return "Invalid redirect_uri";
        }
        if (hasWrongScopes(query.scopes())) {
            return "Invalid scope";
        }
        boolean plain = !query.challenge().isEmpty() && !query.challengeMethod().equals("S256");
        return plain || (query.challenge().isEmpty() && app.get().isPublic()) ? "Code challenge required" : "";
    }

    private boolean hasWrongScopes(List<String> scopes) {
        Predicate<String> wrong =
                scope -> OF_APPS_ALONE.contains(scope) || (refusingBroadScopes && BROAD.contains(scope));
        return scopes.isEmpty() || scopes.stream().anyMatch(wrong);
    }

    private static boolean isAllowed(String redirectUri) {
        try {
            URI uri = URI.create(redirectUri);
            return uri.getHost() != null
                    && (Objects.equals(uri.getScheme(), "https")
                            || (Objects.equals(uri.getScheme(), "http")
                                    && uri.getHost().equals("localhost")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
