package dev.xeroauth.testkit.internal.http;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a custom connection may ask for: nothing that is about a user. */
final class ClientScopes {

    /** What is ticked on the app's page at Xero, for whoever asks for nothing in particular. */
    private static final List<String> TICKED =
            List.of("accounting.invoices", "accounting.payments", "accounting.contacts", "accounting.settings");

    private static final Set<String> OF_USERS = Set.of("offline_access", "openid", "profile", "email");

    private ClientScopes() {}

    static List<String> asked(String scope) {
        List<String> asked =
                Stream.of(scope.split(" ")).filter(each -> !each.isEmpty()).toList();
        return asked.isEmpty() ? TICKED : asked;
    }

    static boolean allowed(List<String> asked) {
        return asked.stream().noneMatch(OF_USERS::contains);
    }
}
