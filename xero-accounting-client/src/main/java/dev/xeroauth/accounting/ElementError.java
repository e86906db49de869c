package dev.xeroauth.accounting;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What Xero has against one element of a write. Its text form shows none of Xero's words. Immutable. */
public final class ElementError {

    private final int index;
    private final @Nullable Object submitted;
    private final List<String> messages;

    ElementError(int index, @Nullable Object submitted, List<String> messages) {
        this.index = index;
        this.submitted = submitted;
        this.messages = List.copyOf(messages);
    }

    /** The same about the object that was sent in this place, if one was. */
    ElementError about(List<?> sent) {
        return new ElementError(index, index < sent.size() ? sent.get(index) : null, messages);
    }

    /**
     * Where it was in what was sent.
     *
     * @return from 0
     */
    public int index() {
        return index;
    }

    /**
     * The object that was sent.
     *
     * @return the caller's own; empty if what was sent is no object of the caller's
     */
    public Optional<Object> submitted() {
        return Optional.ofNullable(submitted);
    }

    /**
     * What is wrong with it, with its contact, lines and payments too, in Xero's words. They may repeat what was sent, names
     * and amounts included: keep them out of logs where that matters.
     *
     * @return in the order of the answer
     */
    public List<String> messages() {
        return messages;
    }

    /**
     * For logs.
     *
     * @return the place and the number of messages
     */
    @Override
    public String toString() {
        return "ElementError[index=" + index + ", messages=" + messages.size() + "]";
    }
}
