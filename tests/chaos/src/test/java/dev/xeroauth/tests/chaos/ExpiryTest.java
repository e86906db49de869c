package dev.xeroauth.tests.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.testkit.FakeXero;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Eight processes that share a store want a token at the moment at which it has expired. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExpiryTest {

    private static final int PROCESSES = 8;
    private static final GrantId GRANT = GrantId.of("customer-42");
    private static final URI CALLBACK = URI.create("http://localhost:8723/callback");
    private static final Scopes SCOPES = Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS);
    private static final Duration LIFETIME = Duration.ofMinutes(30);

    private final List<Child> children = new ArrayList<>();

    @BeforeAll
    void start() throws InterruptedException {
        for (int i = 0; i < PROCESSES; i++) {
            children.add(new Child(AskingProcess.class, List.of(), line -> System.out.println("child: " + line)));
        }
        for (Child child : children) {
            child.awaitReady();
        }
    }

    @AfterAll
    void end() {
        children.forEach(Child::close);
    }

    @Test
    void accessToken_eightProcessesOverH2_askXeroOnce(@TempDir Path directory) throws Exception {
        askAtOnce(SharedServer.h2(directory));
    }

    @Test
    void accessToken_eightProcessesOverFiles_askXeroOnce(@TempDir Path directory) throws Exception {
        askAtOnce(SharedServer.files(directory));
    }

    @Test
    void accessToken_eightProcessesOverPostgreSql_askXeroOnce() throws Exception {
        askAtOnce(SharedServer.of("postgresql"));
    }

    @Test
    void accessToken_eightProcessesOverRedis_askXeroOnce() throws Exception {
        askAtOnce(SharedServer.of("redis"));
    }

    @Test
    @Tag("servers")
    void accessToken_eightProcessesOverMariaDb_askXeroOnce() throws Exception {
        askAtOnce(SharedServer.of("mariadb"));
    }

    private void askAtOnce(SharedServer place) throws Exception {
        try (SharedServer server = place;
                SharedStores stores = SharedStores.at(server.address());
                FakeXero xero = FakeXero.builder().accessTokenLifetime(LIFETIME).start()) {
            connect(stores, xero);
            xero.advance(LIFETIME);
            for (Child child : children) {
                child.tell(AskingProcess.line(server, xero.endpoints(), xero.app(), GRANT, LIFETIME));
            }
            for (Child child : children) {
                child.awaitReady();
            }
            for (Child child : children) {
                child.tell("now");
            }
            Set<String> tokens = new HashSet<>();
            for (Child child : children) {
                tokens.add(child.awaitReady());
            }

            int requests = xero.ledger().refreshes();
            System.out.printf(
                    "expiry: store=%s processes=%d grants=1 token-requests=%d%n",
                    server.name(), children.size(), requests);
            assertThat(tokens).hasSize(1).doesNotContain("");
            assertThat(requests).isEqualTo(1);
        }
    }

    private static void connect(SharedStores stores, FakeXero xero) {
        try (XeroAuth auth = XeroAuth.builder()
                .app(xero.app())
                .endpoints(xero.endpoints())
                .tokenStore(stores.part("expiry"))
                .encryption(Service.keys())
                .build()) {
            ConsentRequest request = auth.consent().begin(GRANT, CALLBACK, SCOPES);
            auth.consent().complete(request, xero.approve(request.url()));
        }
    }
}
