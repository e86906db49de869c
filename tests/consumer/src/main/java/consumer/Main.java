package consumer;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.TenantId;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.testkit.FakeXero;
import java.net.URI;
import java.security.SecureRandom;
import org.h2.jdbcx.JdbcDataSource;

/** The whole way, with the packed jars. Exits with an error if they are not what they should be. */
public final class Main {

    private Main() {}

    public static void main(String[] args) {
        Module library = XeroClient.class.getModule();
        boolean modular = Main.class.getModule().isNamed();
        require(library.isNamed() == modular, "the library is on the same path as its user");
        require(!modular || !library.getDescriptor().isAutomatic(), "a module by its own description");
        String version = modular
                ? library.getDescriptor().rawVersion().orElse("")
                : XeroClient.class.getPackage().getImplementationVersion();
        require(version != null && !version.isEmpty(), "the library knows its version");

        long invoices = readInvoices();
        require(invoices == 60, "every invoice was read");
        System.out.println("consumer: path=" + (modular ? "module" : "class") + " version=" + version + " invoices="
                + invoices);
    }

    private static long readInvoices() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL("jdbc:h2:mem:consumer;DB_CLOSE_DELAY=-1");
        JdbcTokenStore store = JdbcTokenStore.of(database);
        store.createTableIfMissing();
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        GrantId grant = GrantId.of("customer-42");
        try (FakeXero fake = FakeXero.builder().start();
                XeroClient xero = XeroClient.builder()
                        .app(fake.app())
                        .endpoints(fake.endpoints())
                        .tokenStore(store)
                        .encryption(KeyRing.of("k", key))
                        .build()) {
            ConsentRequest consent = xero.consent()
                    .begin(
                            grant,
                            URI.create("http://localhost:8723/callback"),
                            Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS));
            TenantId tenant = xero.consent()
                    .complete(consent, fake.approve(consent.url()))
                    .onlyConnection()
                    .tenantId();
            return xero.tenant(grant, tenant).invoices().list().stream().count();
        }
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("Not so: " + what);
        }
    }
}
