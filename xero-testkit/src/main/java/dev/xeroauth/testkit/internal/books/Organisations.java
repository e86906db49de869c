package dev.xeroauth.testkit.internal.books;

import dev.xeroauth.TenantId;
import dev.xeroauth.testkit.FakeInvoice;
import dev.xeroauth.testkit.FakeOrganisation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;

/** The organisations as they are now. Thread-safe. */
public final class Organisations {

    private final AtomicReference<List<FakeOrganisation>> current;
    private final Supplier<Instant> clock;

    /** @param clock for the time of changes */
    public Organisations(List<FakeOrganisation> begun, Supplier<Instant> clock) {
        this.current = new AtomicReference<>(List.copyOf(begun));
        this.clock = clock;
    }

    /** In the order of the builder. */
    public List<FakeOrganisation> all() {
        return Objects.requireNonNull(current.get());
    }

    /** The one with this id. */
    public Optional<FakeOrganisation> find(String tenantId) {
        return all().stream()
                .filter(each -> each.tenantId().toString().equals(tenantId))
                .findFirst();
    }

    /** The fake's clock. */
    public Instant now() {
        return clock.get();
    }

    /** Adds an invoice or replaces the one with its id; either way it has changed last. */
    public void put(TenantId tenantId, FakeInvoice invoice) {
        change(tenantId, organisation -> invoice);
    }

    /** An invoice has changed, although nothing shows. */
    public void touch(TenantId tenantId, UUID id) {
        change(
                tenantId,
                organisation -> organisation
                        .find(id)
                        .orElseThrow(() ->
                                new IllegalArgumentException("There is no invoice " + id + " in " + organisation)));
    }

    private void change(TenantId tenantId, Function<FakeOrganisation, FakeInvoice> change) {
        if (find(tenantId.toString()).isEmpty()) {
            throw new IllegalArgumentException("There is no organisation " + tenantId);
        }
        current.updateAndGet(before -> before.stream()
                .map(each -> each.tenantId().equals(tenantId) ? changed(each, change.apply(each)) : each)
                .toList());
    }

    private FakeOrganisation changed(FakeOrganisation organisation, FakeInvoice invoice) {
        List<FakeInvoice> invoices = new ArrayList<>(organisation.invoices());
        FakeInvoice stamped = invoice.withUpdatedAt(next(invoices));
        invoices.removeIf(each -> each.id().equals(invoice.id()));
        if (isSale(invoice)
                && invoices.stream()
                        .anyMatch(each -> isSale(each) && each.number().equals(invoice.number()))) {
            throw new IllegalArgumentException("There is another sales invoice " + invoice.number());
        }
        invoices.add(stamped);
        return new FakeOrganisation(organisation.tenantId(), organisation.name(), invoices);
    }

    private static boolean isSale(FakeInvoice invoice) {
        return invoice.type().equals("ACCREC");
    }

    /** Now, but later than every other change: a test's clock may stand still. */
    private Instant next(List<FakeInvoice> invoices) {
        Instant now = clock.get().truncatedTo(ChronoUnit.MILLIS);
        if (invoices.isEmpty()) {
            return now;
        }
        Instant afterLast = invoices.get(invoices.size() - 1).updatedAt().plusMillis(1);
        return now.isBefore(afterLast) ? afterLast : now;
    }
}
