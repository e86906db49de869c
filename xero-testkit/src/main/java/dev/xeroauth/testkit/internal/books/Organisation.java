package dev.xeroauth.testkit.internal.books;

import dev.xeroauth.TenantId;
import dev.xeroauth.testkit.FakeOrganisation;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/** An organisation as it is now. Readers see what is published; one writer at a time works on a copy. Thread-safe. */
public final class Organisation {

    /**
     * What came of a change.
     *
     * @param answer what to say of it
     * @param keep whether it is done at all
     * @param <T> what is said
     */
    public record Change<T>(T answer, boolean keep) {}

    private final TenantId tenantId;
    private final String name;
    private final Supplier<Instant> clock;
    private final ReentrantLock lock = new ReentrantLock();
    private final AtomicInteger made = new AtomicInteger();
    private final AtomicReference<Records> current;

    Organisation(TenantId tenantId, String name, Records begun, Supplier<Instant> clock) {
        this.tenantId = tenantId;
        this.name = name;
        this.current = new AtomicReference<>(begun);
        this.clock = clock;
    }

    /** What requests are sent with. */
    public TenantId tenantId() {
        return tenantId;
    }

    /** What it has now. */
    public Records records() {
        return Objects.requireNonNull(current.get());
    }

    /** The fake's clock, in whole milliseconds. */
    public Instant now() {
        return clock.get().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Changes everything at once or nothing. */
    public <T> T change(Function<Records, Change<T>> work) {
        lock.lock();
        try {
            Records copy = records().copy();
            Change<T> change = work.apply(copy);
            if (change.keep()) {
                current.set(copy);
            }
            return change.answer();
        } finally {
            lock.unlock();
        }
    }

    /** An id that no other has, and the same in another fake of the same seed. */
    public UUID newId() {
        return Made.id(tenantId.toString(), "made " + made.incrementAndGet());
    }

    /** A document that has changed: its last change is later than every other's, and it is the last of the list. */
    public Document shelve(Records records, Resource resource, Document document) {
        Document stamped = stamped(resource, document, next(records, resource));
        records.shelve(resource, stamped);
        return stamped;
    }

    /** As tests see it. */
    public FakeOrganisation snapshot() {
        Records records = records();
        return new FakeOrganisation(
                tenantId,
                name,
                records.all(Resource.invoices()).stream()
                        .map(each -> InvoiceView.invoice(each, records))
                        .toList(),
                records.all(Resource.bankTransactions()).stream()
                        .map(each -> BankTransactionView.transaction(each, records))
                        .toList());
    }

    static Document stamped(Resource resource, Document document, Instant at) {
        var tree = document.tree().deepCopy();
        tree.put("UpdatedDateUTC", Dates.microsoft(at));
        if (resource.field("UpdatedDateUTCString").isPresent()) {
            tree.put("UpdatedDateUTCString", Dates.companion(at));
        }
        return new Document(document.id(), at, tree, document.madeBy());
    }

    /** Now, but later than every other change: a test's clock may stand still. */
    private Instant next(Records records, Resource resource) {
        Instant now = now();
        Optional<Document> last = records.all(resource).stream().reduce((one, other) -> other);
        Instant afterLast = last.map(each -> each.updatedAt().plusMillis(1)).orElse(now);
        return now.isBefore(afterLast) ? afterLast : now;
    }
}
