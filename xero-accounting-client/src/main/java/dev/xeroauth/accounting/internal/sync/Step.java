package dev.xeroauth.accounting.internal.sync;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of a snapshot.
 *
 * @param <T> what the list holds
 * @param walk what to ask for next
 * @param portion what to deliver before that; null: nothing
 */
public record Step<T>(Walk walk, @Nullable Portion<T> portion) {

    /**
     * What is delivered at once.
     *
     * @param <T> what the list holds
     * @param elements in Xero's order
     * @param place where to go on when they are processed
     * @param more whether the walk goes on
     */
    public record Portion<T>(List<T> elements, Place place, boolean more) {

        /**
         * What is delivered at once, in a list that nobody changes.
         *
         * @param elements in Xero's order
         * @param place where to go on when they are processed
         * @param more whether the walk goes on
         */
        public Portion {
            elements = List.copyOf(elements);
        }
    }
}
