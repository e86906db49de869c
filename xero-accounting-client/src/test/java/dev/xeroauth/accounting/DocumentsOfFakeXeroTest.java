package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.accounting.model.Account;
import dev.xeroauth.accounting.model.BankTransaction;
import dev.xeroauth.accounting.model.BankTransactionStatus;
import dev.xeroauth.accounting.model.BankTransactionType;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.accounting.model.InvoiceType;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.testkit.FakeOrganisation;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import java.math.BigDecimal;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Documents written and read back, as an application does it. */
class DocumentsOfFakeXeroTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(
            () -> FakeXero.builder().organisation("Orchard Lane Bakery", 20).start());

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
        FakeOrganisation bakery = fake.get().organisations().get(0);
        contact = bakery.invoices().get(0).contactId();
        org = tenant(Scopes.of(Scope.ACCOUNTING_INVOICES, Scope.ACCOUNTING_BANKTRANSACTIONS, Scope.OFFLINE_ACCESS));
    }

    private TenantClient tenant(Scopes scopes) {
        var request =
                xero.consent().begin(GrantId.of("customer-42"), URI.create("http://localhost:1/callback"), scopes);
        var consent = xero.consent().complete(request, fake.get().approve(request.url()));
        return xero.tenant(consent.grantId(), consent.onlyConnection().tenantId());
    }

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void create_sale_isReadBackToTheCentAndTheDay() {
        Invoice created = org.invoices().create(sale("PO 1"));

        Invoice read = org.invoices().get(created.invoiceId().orElseThrow());
        assertThat(read.toBuilder().build()).isEqualTo(read);
        assertThat(read.total()).isEqualTo(created.total());
        assertThat(read.date()).contains(TODAY);
        assertThat(read.dueDate()).contains(TODAY.plusDays(14));
        assertThat(read.subTotal().orElseThrow()).isEqualByComparingTo("41.00");
        assertThat(read.lineItems()).hasSize(1);
    }

    @Test
    void create_priceWithFourDecimals_isKeptToTheLast() {
        Invoice created = org.invoices()
                .create(sale("nails").toBuilder()
                        .lineItems(List.of(line("Nails", "0.0125")))
                        .build());

        assertThat(created.lineItems().get(0).unitAmount().orElseThrow()).isEqualByComparingTo("0.0125");
    }

    @Test
    void update_changes_leaveEverythingElseAsItIs() {
        Invoice created = org.invoices().create(sale("PO 1"));

        Invoice changed = org.invoices().update(created.changes(i -> i.reference("PO 2")));

        assertThat(changed.reference()).contains("PO 2");
        assertThat(changed.lineItems()).isEqualTo(created.lineItems());
        assertThat(changed.dueDate()).isEqualTo(created.dueDate());
    }

    @Test
    void update_lines_areKeptChangedAddedAndRemovedOnPurpose() {
        Invoice created = org.invoices()
                .create(sale("lines").toBuilder()
                        .lineItems(List.of(line("kept", "1.00"), line("changed", "2.00"), line("removed", "3.00")))
                        .build());
        List<UUID> ids = created.lineItems().stream()
                .map(line -> line.lineItemId().orElseThrow())
                .toList();

        Invoice changed = org.invoices()
                .update(created.changes(
                        i -> i.changeLineItem(ids.get(1), line -> line.unitAmount(new BigDecimal("5.00")))
                                .removeLineItem(ids.get(2))
                                .addLineItem(line("added", "4.00"))));

        assertThat(changed.lineItems())
                .extracting(line -> line.description().orElseThrow())
                .containsExactly("kept", "changed", "added");
        assertThat(changed.lineItems().subList(0, 2))
                .extracting(line -> line.lineItemId().orElseThrow())
                .isEqualTo(ids.subList(0, 2));
        assertThat(changed.subTotal().orElseThrow()).isEqualByComparingTo("20.00");
    }

    @Test
    void create_contactReadBefore_isNotChangedByItsDetails() {
        Contact read = org.invoices().list().iterator().next().contact().orElseThrow();
        Contact renamed = read.toBuilder().name("Somebody else").build();

        Invoice created =
                org.invoices().create(sale("x").toBuilder().contact(renamed).build());

        assertThat(created.contact().orElseThrow().name()).isEqualTo(read.name());
        Invoice withDetails = org.invoices()
                .with(RequestOptions.builder().contactDetails().build())
                .create(sale("y").toBuilder().contact(renamed).build());
        assertThat(withDetails.contact().orElseThrow().name()).contains("Somebody else");
    }

    @Test
    void create_refused_saysWhyWithTheCallersOwnObject() {
        Invoice wrong = Invoice.builder().type(InvoiceType.ACCREC).build();

        ValidationException refused = catchThrowableOfType(
                ValidationException.class, () -> org.invoices().create(wrong));

        assertThat(refused.elements()).hasSize(1);
        assertThat(refused.elements().get(0).submitted().orElseThrow()).isSameAs(wrong);
        assertThat(refused.elements().get(0).messages()).isNotEmpty();
        assertThat(refused.outcomeUnknown()).isFalse();
    }

    @Test
    void status_fromDraftToVoided_isWhatXeroSays() {
        Invoice draft = org.invoices().create(sale("life"));
        Invoice submitted = org.invoices().submit(draft);
        Invoice authorised = org.invoices().authorise(submitted);
        Invoice voided = org.invoices().voidInvoice(authorised);

        assertThat(List.of(draft, submitted, authorised, voided))
                .extracting(each -> each.status().orElseThrow())
                .containsExactly(
                        InvoiceStatus.DRAFT, InvoiceStatus.SUBMITTED, InvoiceStatus.AUTHORISED, InvoiceStatus.VOIDED);
        assertThatThrownBy(() -> org.invoices().delete(voided)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void createAll_keyUsedTwice_writesOnce() {
        RequestOptions key =
                RequestOptions.builder().idempotencyKey("night-of-2026-11-21").build();
        List<Invoice> sales =
                IntStream.range(0, 60).mapToObj(i -> sale("night " + i)).toList();

        BatchResult<Invoice> first = org.invoices().with(key).createAll(sales);
        BatchResult<Invoice> again = org.invoices().with(key).createAll(sales);

        assertThat(first.allDone()).isTrue();
        assertThat(again.documents()).isEqualTo(first.documents());
        assertThat(fake.get().organisations().get(0).invoices()).hasSize(80);
    }

    @Test
    void bankTransactions_writtenFoundChangedAndDeleted() {
        BankTransaction spent = org.bankTransactions().create(spend("receipt 1"));
        UUID account = spent.bankAccount().orElseThrow().accountId().orElseThrow();

        assertThat(org.bankTransactions()
                        .list(q -> q.where(Filter.all(
                                BankTransactionFilters.BANK_ACCOUNT_ID.is(account),
                                BankTransactionFilters.CONTACT_ID.is(contact),
                                BankTransactionFilters.DATE.between(TODAY, TODAY)))))
                .extracting(found -> found.bankTransactionId().orElseThrow())
                .containsExactly(spent.bankTransactionId().orElseThrow());
        BankTransaction changed = org.bankTransactions().update(spent.changes(t -> t.reference("receipt 2")));
        assertThat(changed.reference()).contains("receipt 2");
        assertThat(changed.lineItems()).isEqualTo(spent.lineItems());
        assertThat(org.bankTransactions().delete(changed).status()).contains(BankTransactionStatus.DELETED);
    }

    @Test
    void create_scopeOnlyToRead_namesTheScopeThatIsMissing() {
        TenantClient reader = tenant(Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS));

        InsufficientScopeException lacking = catchThrowableOfType(
                InsufficientScopeException.class,
                () -> reader.bankTransactions().create(spend("x")));

        assertThat(lacking.scopes()).contains("accounting.banktransactions");
    }

    private Invoice sale(String reference) {
        return Invoice.builder()
                .type(InvoiceType.ACCREC)
                .contact(Contact.builder().contactId(contact).build())
                .date(TODAY)
                .dueDate(TODAY.plusDays(14))
                .reference(reference)
                .addLineItem(line("Consulting", "20.50"))
                .build();
    }

    private BankTransaction spend(String reference) {
        return BankTransaction.builder()
                .type(BankTransactionType.SPEND)
                .contact(Contact.builder().contactId(contact).build())
                .bankAccount(Account.builder().code("090").build())
                .date(TODAY)
                .reference(reference)
                .addLineItem(line("Stationery", "7.00"))
                .build();
    }

    private static LineItem line(String description, String price) {
        return LineItem.builder()
                .description(description)
                .quantity(new BigDecimal("2"))
                .unitAmount(new BigDecimal(price))
                .accountCode("200")
                .build();
    }
}
