package dev.xeroauth.accounting;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What became of one object of a batch. Immutable.
 *
 * @param <M> the kind of object
 */
public final class BatchItem<M> {

    /** What became of it. */
    public enum Outcome {
        /** Xero has written it; {@link BatchItem#document()} is what it wrote. */
        DONE,
        /** Xero has refused it and says why in {@link BatchItem#errors()}; the others of the batch do not suffer. */
        REJECTED,
        /** Certainly not written: the batch broke off before it, or Xero refused its request as a whole. */
        NOT_DONE,
        /** Its request may have been carried out: {@link BatchItem#idempotencyKey()} says how to find out. */
        UNKNOWN
    }

    private final int index;
    private final M submitted;
    private final Outcome outcome;
    private final @Nullable M document;
    private final Messages messages;
    private final @Nullable String idempotencyKey;

    private BatchItem(Sent<M> sent, Outcome outcome, @Nullable M document, Messages messages) {
        this.index = sent.index();
        this.submitted = sent.submitted();
        this.idempotencyKey = sent.idempotencyKey();
        this.outcome = outcome;
        this.document = document;
        this.messages = messages;
    }

    static <M> BatchItem<M> answered(Sent<M> sent, Outcome outcome, M document, Messages messages) {
        return new BatchItem<>(sent, outcome, document, messages);
    }

    static <M> BatchItem<M> rejected(Sent<M> sent, List<String> errors) {
        return new BatchItem<>(sent, Outcome.REJECTED, null, new Messages(errors, List.of()));
    }

    static <M> BatchItem<M> withoutAnswer(Sent<M> sent, Outcome outcome) {
        return new BatchItem<>(sent, outcome, null, Messages.NONE);
    }

    /** The same of which an earlier attempt may have made something else. */
    BatchItem<M> unknown() {
        return withoutAnswer(new Sent<>(index, submitted, idempotencyKey), Outcome.UNKNOWN);
    }

    /** An object with its place, and the key of the request that it went with: null where it went with none. */
    record Sent<M>(int index, M submitted, @Nullable String idempotencyKey) {}

    /** What Xero says of an object. */
    record Messages(List<String> errors, List<String> warnings) {
        static final Messages NONE = new Messages(List.of(), List.of());
    }

    /**
     * Its place in the batch.
     *
     * @return from 0, in the order in which the caller gave the objects
     */
    public int index() {
        return index;
    }

    /**
     * What the caller gave.
     *
     * @return that very object
     */
    public M submitted() {
        return submitted;
    }

    /**
     * What became of it.
     *
     * @return the outcome
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * What Xero answered for it.
     *
     * @return the document as written; with {@link Outcome#REJECTED} what Xero made of it, if it sent that; else empty
     */
    public Optional<M> document() {
        return Optional.ofNullable(document);
    }

    /**
     * Why Xero refused it. The words may repeat what was sent, names and amounts included: keep them out of logs where that
     * matters.
     *
     * @return Xero's messages, or a sentence of ours where it gives none; empty unless rejected
     */
    public List<String> errors() {
        return messages.errors();
    }

    /**
     * What Xero remarks although it has written it. What was said of {@link #errors()} holds here too.
     *
     * @return Xero's messages
     */
    public List<String> warnings() {
        return messages.warnings();
    }

    /**
     * The key of the request that it went with. Where the outcome is {@link Outcome#UNKNOWN}, write the objects with this key
     * once more within six minutes, all of them, in this order, by the same method and with {@link
     * RequestOptions.Builder#idempotencyKey} set to it: it is then done once, or the same failure is answered again for the
     * six minutes, as Xero remembers failures too.
     *
     * @return empty if it went with no request
     */
    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(idempotencyKey);
    }

    /** Shows no messages: they may hold a customer's data. */
    @Override
    public String toString() {
        return "BatchItem[index=" + index + ", outcome=" + outcome + ", errors=" + errors().size() + ", warnings="
                + warnings().size() + "]";
    }
}
