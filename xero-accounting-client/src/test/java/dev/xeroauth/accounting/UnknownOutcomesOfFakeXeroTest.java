package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceType;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import dev.xeroauth.testkit.Fault;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Answers that are lost on a connection that was used before, after which OkHttp sends the request once more by itself. */
class UnknownOutcomesOfFakeXeroTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final int BEFORE = 20;
    private static final Fault LIMITED = Fault.tooManyRequests("minute", Duration.ofSeconds(30));

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(
            () -> FakeXero.builder().organisation("Orchard Lane Bakery", BEFORE).start());

    private XeroClient xero;
    private TenantClient org;
    private UUID contact;

    @BeforeEach
    void connect() {
        xero = XeroClient.builder()
                .app(fake.get().app())
                .tokenStore(new InMemoryTokenStore())
                .endpoints(fake.get().endpoints())
                .build();
        contact = fake.get().organisations().get(0).invoices().get(0).contactId();
        var request = xero.consent()
                .begin(
                        GrantId.of("customer-42"),
                        URI.create("http://localhost:1/callback"),
                        Scopes.of(Scope.ACCOUNTING_INVOICES, Scope.OFFLINE_ACCESS));
        var consent = xero.consent().complete(request, fake.get().approve(request.url()));
        org = xero.tenant(consent.grantId(), consent.onlyConnection().tenantId());
        org.invoices().list(q -> q.pageSize(1)).iterator().next();
    }

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void create_answerLostAndRepetitionLimited_isUnknownAndItsKeyFindsItDone() {
        fake.get().next(Endpoint.API, Fault.dropAfterWork(), LIMITED);

        RateLimitedException e = catchThrowableOfType(
                RateLimitedException.class, () -> org.invoices().create(sale("A")));

        assertThat(e.outcomeUnknown()).isTrue();
        RequestOptions sameKey = RequestOptions.builder()
                .idempotencyKey(e.idempotencyKey().orElseThrow())
                .build();
        org.invoices().with(sameKey).create(sale("A"));
        assertThat(invoices()).isEqualTo(BEFORE + 1);
    }

    @Test
    void create_answerLostAndRepeated_isDoneOnce() {
        fake.get().next(Endpoint.API, Fault.dropAfterWork());

        assertThat(org.invoices().create(sale("A")).invoiceId()).isPresent();

        assertThat(invoices()).isEqualTo(BEFORE + 1);
    }

    @Test
    void createAll_answerLostAndRepetitionLimited_isUnknown() {
        fake.get().next(Endpoint.API, Fault.dropAfterWork(), LIMITED);

        assertThat(brokenOff().items(BatchItem.Outcome.UNKNOWN)).hasSize(2);
    }

    @Test
    void createAll_answerLostThenTokenRefusedAndNoOther_isUnknown() {
        Fault expired = Fault.answer(401, "application/json", "{\"Detail\":\"TokenExpired: x\"}");
        Fault noClient = Fault.answer(400, "application/json", "{\"error\":\"invalid_client\"}");
        fake.get().next(Endpoint.API, Fault.dropAfterWork(), expired);
        fake.get().next(Endpoint.TOKEN, noClient, noClient);

        assertThat(brokenOff().items(BatchItem.Outcome.UNKNOWN)).hasSize(2);
        assertThat(invoices()).isEqualTo(BEFORE + 2);
    }

    @Test
    void createAll_tokenRefusedAndNoOther_isCertainlyNotDone() {
        Fault expired = Fault.answer(401, "application/json", "{\"Detail\":\"TokenExpired: x\"}");
        Fault noClient = Fault.answer(400, "application/json", "{\"error\":\"invalid_client\"}");
        fake.get().next(Endpoint.API, expired);
        fake.get().next(Endpoint.TOKEN, noClient, noClient);

        assertThat(brokenOff().items(BatchItem.Outcome.NOT_DONE)).hasSize(2);
        assertThat(invoices()).isEqualTo(BEFORE);
    }

    private BatchResult<?> brokenOff() {
        BatchBrokenOffException e = catchThrowableOfType(
                BatchBrokenOffException.class, () -> org.invoices().createAll(List.of(sale("A"), sale("B"))));
        assertThat(e).isNotNull();
        return e.result();
    }

    private int invoices() {
        return fake.get().organisations().get(0).invoices().size();
    }

    private Invoice sale(String reference) {
        return Invoice.builder()
                .type(InvoiceType.ACCREC)
                .contact(Contact.builder().contactId(contact).build())
                .date(TODAY)
                .dueDate(TODAY.plusDays(14))
                .reference(reference)
                .addLineItem(LineItem.builder()
                        .description("Consulting")
                        .quantity(BigDecimal.ONE)
                        .unitAmount(BigDecimal.TEN)
                        .accountCode("200")
                        .build())
                .build();
    }
}
