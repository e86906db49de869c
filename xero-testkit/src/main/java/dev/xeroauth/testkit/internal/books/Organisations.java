package dev.xeroauth.testkit.internal.books;

import dev.xeroauth.TenantId;
import dev.xeroauth.testkit.FakeBankTransaction;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeOrganisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** The organisations as they are now. Thread-safe. */
public final class Organisations {

    private final List<Organisation> all;
    private final Supplier<Instant> clock;

    /** @param clock for the time of changes */
    public Organisations(List<FakeOrganisation> begun, Supplier<Instant> clock) {
        this.all = begun.stream().map(each -> organisation(each, clock)).toList();
        this.clock = clock;
    }

    /** In the order of the builder. */
    public List<FakeOrganisation> all() {
        return all.stream().map(Organisation::snapshot).toList();
    }

    /** The one with this id. */
    public Optional<Organisation> find(String tenantId) {
        return all.stream()
                .filter(each -> each.tenantId().toString().equals(tenantId))
                .findFirst();
    }

    /** The fake's clock. */
    public Instant now() {
        return clock.get();
    }

    /** Adds an invoice or replaces the one with its id; either way it has changed last. */
    public void put(TenantId tenantId, FakeInvoice invoice) {
        Organisation organisation = get(tenantId);
        organisation.change(records -> {
            if (isTaken(records, invoice)) {
                throw new IllegalArgumentException("There is another sales invoice " + invoice.number());
            }
            records.contacts().know(invoice.contactId(), invoice.contactName());
            Document document = InvoiceView.document(invoice);
            boolean withFiles = !records.files(invoice.id()).isEmpty();
            document.tree().put("HasAttachments", withFiles);
            return put(organisation, records, Resource.invoices(), document);
        });
    }

    /** Adds a bank transaction or replaces the one with its id; either way it has changed last. */
    public void put(TenantId tenantId, FakeBankTransaction transaction) {
        Organisation organisation = get(tenantId);
        organisation.change(records -> {
            records.contacts().know(transaction.contactId(), transaction.contactName());
            Document document = BankTransactionView.document(transaction);
            document.tree()
                    .put("HasAttachments", !records.files(transaction.id()).isEmpty());
            return put(organisation, records, Resource.bankTransactions(), document);
        });
    }

    /** An invoice has changed, although nothing shows. */
    public void touch(TenantId tenantId, UUID id) {
        Organisation organisation = get(tenantId);
        organisation.change(records -> {
            Document document = records.find(Resource.invoices(), id)
                    .orElseThrow(() -> new IllegalArgumentException("There is no invoice " + id + " in " + tenantId));
            organisation.shelve(records, Resource.invoices(), document);
            return new Organisation.Change<>(id, true);
        });
    }

    private Organisation get(TenantId tenantId) {
        return find(tenantId.toString())
                .orElseThrow(() -> new IllegalArgumentException("There is no organisation " + tenantId));
    }

    private static Organisation.Change<UUID> put(
            Organisation organisation, Records records, Resource resource, Document document) {
        boolean isNew = records.find(resource, document.id()).isEmpty();
        organisation.shelve(records, resource, document);
        records.note(document.id(), organisation.now(), isNew ? "Created" : "Edited", "Entered at Xero");
        return new Organisation.Change<>(document.id(), true);
    }

    private static boolean isTaken(Records records, FakeInvoice invoice) {
        return invoice.type().equals("ACCREC")
                && records.all(Resource.invoices()).stream()
                        .anyMatch(each -> !each.id().equals(invoice.id())
                                && each.text("Type").equals("ACCREC")
                                && each.text("InvoiceNumber").equals(invoice.number()));
    }

    private static Organisation organisation(FakeOrganisation begun, Supplier<Instant> clock) {
        Records records = new Records();
        for (FakeInvoice invoice : begun.invoices()) {
            records.contacts().know(invoice.contactId(), invoice.contactName());
            begin(records, Resource.invoices(), InvoiceView.document(invoice));
        }
        for (FakeBankTransaction transaction : begun.bankTransactions()) {
            records.contacts().know(transaction.contactId(), transaction.contactName());
            begin(records, Resource.bankTransactions(), BankTransactionView.document(transaction));
        }
        return new Organisation(begun.tenantId(), begun.name(), records, clock);
    }

    private static void begin(Records records, Resource resource, Document document) {
        records.shelve(resource, document);
        records.note(document.id(), document.updatedAt(), "Created", "Entered at Xero");
    }
}
