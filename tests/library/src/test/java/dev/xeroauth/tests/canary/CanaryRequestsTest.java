package dev.xeroauth.tests.canary;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.XeroException;
import dev.xeroauth.XeroIOException;
import dev.xeroauth.accounting.InvoiceQuery;
import dev.xeroauth.accounting.InvoicesClient;
import dev.xeroauth.accounting.Page;
import dev.xeroauth.accounting.XeroClient;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The same for requests: through the interceptor, and through the client for invoices. */
@Isolated("It listens to all loggers and to System.out")
class CanaryRequestsTest {

    private static final Tally TALLY = new Tally();

    private final WatchedLife life = new WatchedLife(Keeping.IN_MEMORY);

    @AfterAll
    static void tell() {
        TALLY.print();
    }

    @Test
    void intercept_everyAnswerOfTheApi_showsNothing() {
        life.connect();
        for (Fault fault : Troubles.atInvoices()) {
            life.tries(Endpoint.API, fault, () -> status(life.tenant(), "/Invoices?page=1"));
        }
        life.xero.refuseAccessTokens();
        assertThat(life.tries(() -> status(life.tenant(), "/Invoices?page=1"))).isNull();
        life.xero.next(Endpoint.API, unauthorized());
        life.tries(Endpoint.API, unauthorized(), () -> status(life.tenant(), "/Invoices?page=1"));
        assertThat(life.tries(() -> status(new TenantId(UUID.randomUUID()), "/Invoices?page=1")))
                .isInstanceOf(XeroIOException.class)
                .hasCauseInstanceOf(TenantNotReachableException.class);
        life.tries(() -> send("http://elsewhere.example/" + WatchedLife.ECHO + "?token=" + WatchedLife.ECHO));
        life.time.advance(Duration.ofMinutes(30));
        life.tries(Endpoint.TOKEN, Troubles.DOWN, () -> status(life.tenant(), "/Invoices?page=1"));
        life.xero.disconnect(life.tenant());
        life.tries(() -> status(life.tenant(), "/Invoices?page=1"));
        life.xero.revokeAll();
        life.tries(() -> status(life.tenant(), "/Invoices?page=1"));
        life.tries(() -> status(life.tenant(), "/Invoices?page=1"));

        TALLY.nothingShows(life);
    }

    private static Fault unauthorized() {
        return Troubles.json(401, "{\"Detail\":\"AuthenticationUnsuccessful " + WatchedLife.ECHO + "\"}");
    }

    @Test
    void invoices_readAndRefused_showNothing() {
        life.connect();
        try (XeroClient client = XeroClient.builder().auth(life.auth).build()) {
            InvoicesClient invoices =
                    client.tenant(WatchedLife.GRANT, life.tenant()).invoices();
            for (Page<Invoice> page : invoices.list().pages()) {
                life.seen.shown(page);
                page.elements().forEach(life.seen::shown);
                life.tries(() -> invoices.get(page.elements().get(0).invoiceId().orElseThrow()));
            }
            for (Fault fault : Troubles.atInvoices()) {
                assertThat(life.tries(
                                Endpoint.API,
                                fault,
                                () -> invoices.list().iterator().next()))
                        .as("after %s", fault)
                        .isInstanceOf(XeroException.class);
                life.tries(Endpoint.API, fault, () -> invoices.get(UUID.randomUUID()));
            }
            queries(invoices);
            life.tries(() -> client.tenant(GrantId.of("nobody"), life.tenant())
                    .invoices()
                    .get(UUID.randomUUID()));
            life.seen.shown(client);
        }
        Contact contact = Contact.builder().name(WatchedLife.CONTACT).build();
        life.seen.shown(contact);
        life.seen.shown(contact.toBuilder());
        life.seen.shown(
                Invoice.builder().contact(contact).reference(WatchedLife.ECHO).build());

        TALLY.nothingShows(life);
        assertThat(life.canaries.kinds()).contains("contact's name", "number of an invoice", "line of an invoice");
        assertThat(life.seen.texts()).isGreaterThan(100);
    }

    private void queries(InvoicesClient invoices) {
        List<String> names = Collections.nCopies(100, WatchedLife.CONTACT);
        for (InvoiceQuery query : List.of(
                InvoiceQuery.builder().searchTerm(WatchedLife.CONTACT).build(),
                InvoiceQuery.builder()
                        .where("Contact.Name == \"" + WatchedLife.CONTACT + "\"")
                        .build(),
                InvoiceQuery.builder().invoiceNumbers(names).build())) {
            life.seen.shown(query);
            life.tries(() -> invoices.list(query).iterator().next());
            life.tries(
                    Endpoint.API,
                    Fault.dropBeforeWork(),
                    () -> invoices.list(query).iterator().next());
        }
        life.tries(() -> InvoiceQuery.builder().invoiceNumbers(List.of(WatchedLife.CONTACT + ",")));
    }

    private Integer status(TenantId tenant, String path) throws IOException {
        return send(life.endpoints().accounting() + path, tenant);
    }

    private Integer send(String url) throws IOException {
        return send(url, life.tenant());
    }

    private Integer send(String url, TenantId tenant) throws IOException {
        OkHttpClient client = new OkHttpClient.Builder()
                .addInterceptor(life.auth.interceptor(WatchedLife.GRANT, tenant))
                .build();
        try (Response response =
                client.newCall(new Request.Builder().url(url).build()).execute()) {
            return response.code();
        }
    }
}
