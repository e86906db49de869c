package dev.xeroauth.accounting;

import dev.xeroauth.accounting.Writes.Method;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/**
 * What a resource can do whose documents are written, have a history and files.
 *
 * @param <M> the model
 * @param <Q> its query
 * @param <B> the builder of its query
 */
abstract class DocumentsClient<M, Q extends ListQuery, B extends QueryBuilder<Q, B>> extends SyncedResource<M, Q, B> {

    private final Writes<M> writes;

    DocumentsClient(ApiCalls calls, Written<M> kind, Synced<M> synced, Supplier<B> queries) {
        super(calls, synced, queries);
        this.writes = new Writes<>(calls, kind);
    }

    /**
     * Creates a document. Prices are kept to four decimals.
     *
     * @param document without an id
     * @return what Xero made of it, with its id
     * @throws ValidationException if Xero refuses it
     * @throws dev.xeroauth.XeroException if Xero cannot be asked; the exception says whether the outcome is unknown
     */
    public final M create(M document) {
        return writes.one(Method.PUT, document);
    }

    /**
     * Creates documents, 50 with each request. What Xero refuses does not hold up the others.
     *
     * @param documents without ids, any number
     * @return what became of each, in the order given
     * @throws IllegalArgumentException if one cannot be written, or the options do not go together; nothing is sent then
     * @throws BatchBrokenOffException if a request fails; it says what is done and what is not
     */
    public final BatchResult<M> createAll(List<? extends M> documents) {
        return Batch.send(writes, Method.PUT, Elements.of("documents", documents));
    }

    /**
     * Changes a document: only the fields that are set are sent, and Xero keeps the others. {@code changes(...)} of a
     * document as it was read makes one that holds the differences. Of lines all are sent or none: Xero deletes those that
     * are left out of a list.
     *
     * @param document with its id
     * @return the whole document as it is now
     * @throws IllegalArgumentException if it has no id
     * @throws ValidationException if Xero refuses it
     * @throws NotFoundException if this tenant has none with that id
     * @throws dev.xeroauth.XeroException if Xero cannot be asked; the exception says whether the outcome is unknown
     */
    public final M update(M document) {
        return writes.update(idOf(document), document);
    }

    /**
     * Changes documents as {@link #update} does, 50 with each request.
     *
     * @param documents with their ids, any number
     * @return what became of each, in the order given
     * @throws IllegalArgumentException if one has no id or cannot be written, or the options do not go together; nothing is
     *     sent then
     * @throws BatchBrokenOffException if a request fails; it says what is done and what is not
     */
    public final BatchResult<M> updateAll(List<? extends M> documents) {
        List<M> all = Elements.of("documents", documents);
        all.forEach(this::idOf);
        return Batch.send(writes, Method.POST, all);
    }

    /**
     * Creates a document, or changes the one with its id or number. Xero deletes the lines of an existing one that are left
     * out of the lines sent.
     *
     * @param document with or without an id
     * @return the whole document as it is now
     * @throws ValidationException if Xero refuses it
     * @throws dev.xeroauth.XeroException if Xero cannot be asked; the exception says whether the outcome is unknown
     */
    public final M createOrUpdate(M document) {
        return writes.one(Method.POST, document);
    }

    /**
     * Creates or changes documents as {@link #createOrUpdate} does, 50 with each request.
     *
     * @param documents any number
     * @return what became of each, in the order given
     * @throws IllegalArgumentException if one cannot be written, or the options do not go together; nothing is sent then
     * @throws BatchBrokenOffException if a request fails; it says what is done and what is not
     */
    public final BatchResult<M> createOrUpdateAll(List<? extends M> documents) {
        return Batch.send(writes, Method.POST, Elements.of("documents", documents));
    }

    /**
     * What happened to a document, and notes to it.
     *
     * @param id Xero's id of the document
     * @return a client for it, which has asked for nothing yet
     */
    public final HistoryClient history(UUID id) {
        return new HistoryClient(calls(), url(id), operation());
    }

    /**
     * The files of a document.
     *
     * @param id Xero's id of the document
     * @return a client for them, which has asked for nothing yet
     */
    public final AttachmentsClient attachments(UUID id) {
        return new AttachmentsClient(calls(), url(id), operation());
    }

    /** Of one document, in the names of operations. */
    final String operation() {
        return writes.kind().resource().name() + "/{id}";
    }

    final HttpUrl url(UUID id) {
        return path().addPathSegment(id.toString()).build();
    }

    private UUID idOf(M document) {
        return writes.kind()
                .id()
                .apply(document)
                .orElseThrow(
                        () -> new IllegalArgumentException(
                                "An update needs the id of what it changes: take changes(...) of the document as it was read, or set the id"));
    }
}
