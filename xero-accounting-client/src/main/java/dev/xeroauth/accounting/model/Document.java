package dev.xeroauth.accounting.model;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What all models with an id and lines have in common.
 *
 * @param <M> the model
 * @param <B> its builder
 */
abstract class Document<M extends Document<M, B>, B extends DocumentBuilder<M, B>> extends Model {

    Document(@Nullable Object[] values) {
        super(values);
    }

    /** {@return a builder with everything set as it is here} */
    public abstract B toBuilder();

    /**
     * What has to be sent to change this document at Xero: its id and the fields that come out differently, nothing else.
     * If a line changes, all lines are part of it, because Xero deletes those that are left out. Of a line that is given
     * whole, amounts of before that are no longer right are left out as by {@link DocumentBuilder#changeLineItem}; so is the
     * tax of every line for which the change sets no other, if {@code lineAmountTypes} changes too. Without a change of a
     * line, and without a tax that a change of a line sets to what it was, another {@code lineAmountTypes} is sent alone.
     *
     * @param change sets what shall be different, on a builder with everything set as it is here
     * @return a document with the id and the changes alone
     * @throws IllegalArgumentException if this document has no id, if its id would change, if its lines would change
     *     although it was read without them or with rounded prices, or if a line of it would be lost without {@link
     *     DocumentBuilder#removeLineItem}
     */
    public final M changes(Consumer<? super B> change) {
        B builder = toBuilder();
        change.accept(builder);
        return builder.changesSince(self());
    }

    @SuppressWarnings("unchecked") // M is the class of this
    private M self() {
        return (M) this;
    }
}
