package dev.xeroauth.testkit.internal.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a code stands for.
 *
 * @param tenantIds what the user has ticked
 */
record Consent(AuthorizeRequest asked, UserOfApp of, List<UUID> tenantIds, Instant until) {

    boolean isFor(Client client, String redirectUri, String verifier) {
        return of.clientId().equals(client.id())
                && asked.redirectUri().equals(redirectUri)
                && asked.isAnsweredBy(verifier);
    }

    boolean names(Tenant tenant) {
        return tenantIds.contains(tenant.id());
    }
}
