package dev.xeroauth.benchmarks.process;

import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.TenantId;
import dev.xeroauth.TokenSet;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.accounting.XeroClient;
import java.net.URI;
import java.util.Set;

/** This library with a grant in memory, imported at the start: a refresh and a look at the connections come first. */
final class OurGrant implements Reader {

    @Override
    public void read(String base, int pages, int pageSize, Sink read) {
        GrantId grant = GrantId.of("customer-42");
        TenantId tenant = TenantId.of(PageServer.TENANT);
        try (XeroClient xero = XeroClient.builder()
                .app(XeroApp.web("client", () -> "secret"))
                .endpoints(XeroEndpoints.at(URI.create(base)))
                .tokenStore(new InMemoryTokenStore())
                .build()) {
            xero.auth().importTokens(grant, TokenSet.ofRefreshToken("RT-1"), Set.of(tenant));
            OurOrganisation.read(xero.tenant(grant, tenant), pages, pageSize, read);
        }
    }
}
