package dev.xeroauth.spi;

import dev.xeroauth.GrantId;
import java.time.Instant;

/**
 * A grant that waits for the keeper, and at the same time the cursor after which {@link TokenStore#findDue} goes on.
 *
 * @param dueAt when it is due, in whole milliseconds
 * @param id the grant
 */
public record Due(Instant dueAt, GrantId id) implements Comparable<Due> {

    /**
     * Orders by due time, then by grant id.
     *
     * @param other another one
     * @return negative, zero or positive, as {@link Comparable} says
     */
    @Override
    public int compareTo(Due other) {
        int byTime = dueAt.compareTo(other.dueAt);
        return byTime != 0 ? byTime : id.compareTo(other.id);
    }
}
