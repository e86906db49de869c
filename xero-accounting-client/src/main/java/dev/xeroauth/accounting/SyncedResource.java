package dev.xeroauth.accounting;

import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What a resource can do of which a copy is kept.
 *
 * @param <M> the model
 * @param <Q> its query
 * @param <B> the builder of its query
 */
abstract class SyncedResource<M, Q extends ListQuery, B extends QueryBuilder<Q, B>> extends ListedResource<M, Q, B> {

    private final Synced<M> synced;

    SyncedResource(ApiCalls calls, Synced<M> synced, Supplier<B> queries) {
        super(calls, synced.resource(), queries);
        this.synced = synced;
    }

    /**
     * Everything that has changed since a cursor, as {@link #sync(SyncCursor, Consumer)} with nothing set.
     *
     * @param cursor the one stored last, or {@link SyncCursor#start()}
     * @return batches that ask Xero when they are used
     * @throws SyncCursorException if the cursor is of another organisation or another kind of document
     * @throws IllegalArgumentException if the options of this client hold a filter, an order or {@code If-Modified-Since}
     */
    public final Iterable<SyncBatch<M>> sync(SyncCursor cursor) {
        return sync(cursor, options -> {});
    }

    /**
     * Everything that has changed since a cursor: to keep a copy up to date, with nothing missed. Process a batch, store its
     * cursor, go on with the next one; after a crash begin with the cursor that is stored. At most one batch then comes again.
     * What has changed is delivered at least once, in the order of the changes; a document that has changed again is delivered
     * again, so that the copy has to be written by id.
     *
     * <p>It holds while documents change, appear and disappear during the walk, however many in one second, and whatever the
     * time is here: all times are Xero's. It takes for granted that a change can be seen within {@link SyncOptions#overlap}
     * of its {@code UpdatedDateUTC}, and that the list is ordered by that. An answer that is not is refused.
     *
     * <p>What does not move {@code UpdatedDateUTC} is not a change to Xero and is not seen here: a payment or credit that
     * alters the balances of an invoice, due date and sent mark of one that is partly paid. Nor can it be seen that a
     * document has gone; Xero keeps deleted ones with a status of their own, and that is delivered. Read again now and then
     * what depends on them, those that are open for example.
     *
     * <p>Every iterator is a walk of its own that begins at the cursor, for one thread. Its {@code next()} blocks while pages
     * are read, and throws {@link dev.xeroauth.XeroException}; a walk that has thrown may be continued, and asks for the same
     * page again. The last batch says that there are no more; it may be empty, and its cursor is stored all the same.
     *
     * @param cursor the one stored last, or {@link SyncCursor#start()}
     * @param options sets how
     * @return batches that ask Xero when they are used, for which {@code next()} throws {@link SyncCursorException} if the
     *     cursor is later than Xero's clock, and {@link UnsyncableAnswerException} if the list is not what this is built on
     * @throws SyncCursorException if the cursor is of another organisation or another kind of document
     * @throws IllegalArgumentException if an option is not known to this kind of document, or the options of this client hold
     *     a filter, an order or {@code If-Modified-Since}
     */
    public final Iterable<SyncBatch<M>> sync(SyncCursor cursor, Consumer<SyncOptions> options) {
        SyncOptions set = new SyncOptions();
        options.accept(set);
        SyncPages<M> pages = SyncPages.of(calls(), synced, set);
        cursor.check(pages.list());
        return () -> new SyncWalk<>(pages, cursor, set.settings());
    }
}
