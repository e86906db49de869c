package dev.xeroauth.accounting;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What became of a batch: one item for each object, in the order in which the caller gave them. Immutable.
 *
 * @param <M> the kind of object
 */
public final class BatchResult<M> {

    private final List<BatchItem<M>> items;

    BatchResult(List<BatchItem<M>> items) {
        this.items = List.copyOf(items);
    }

    /**
     * Every object of the batch.
     *
     * @return as many as the caller gave, in that order
     */
    public List<BatchItem<M>> items() {
        return items;
    }

    /**
     * The objects of which one thing became.
     *
     * @param outcome what became of them
     * @return the items, in order
     */
    public List<BatchItem<M>> items(BatchItem.Outcome outcome) {
        return items.stream().filter(item -> item.outcome() == outcome).toList();
    }

    /**
     * Whether Xero has written every object.
     *
     * @return true if there is nothing left to do
     */
    public boolean allDone() {
        return items.stream().allMatch(item -> item.outcome() == BatchItem.Outcome.DONE);
    }

    /**
     * What Xero has written.
     *
     * @return the documents of the items that are done, in order
     */
    public List<M> documents() {
        return items(BatchItem.Outcome.DONE).stream()
                .map(BatchItem::document)
                .flatMap(Optional::stream)
                .toList();
    }

    /** How many of which outcome, without what they hold. */
    @Override
    public String toString() {
        return Stream.of(BatchItem.Outcome.values())
                .map(outcome -> outcome + "=" + items(outcome).size())
                .collect(Collectors.joining(", ", "BatchResult[", "]"));
    }
}
