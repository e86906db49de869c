package dev.xeroauth.spi;

import dev.xeroauth.GrantId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where grants are kept: records with compare-and-set. It knows nothing of OAuth.
 *
 * <p>Whoever writes one keeps these promises; {@code TokenStoreContract} in the testkit has a test for each:
 *
 * <ol>
 *   <li>{@link #find} sees every {@link #replace} that has returned true, from any thread, process or machine.
 *   <li>{@link #replace} is atomic. Of any number that expect the same revision, one returns true.
 *   <li>False from {@code replace} or {@link #delete} means that nothing was written, because the record is not at the
 *       expected revision.
 *   <li>What was written comes back equal: every field, due times from 1970 to 9999 to the millisecond, and the sealed
 *       bytes to the last one, up to {@link SealedRecord#MAX_BYTES}. Ids are told apart letter by letter, as {@link GrantId}
 *       allows them.
 *   <li>{@code replace} with {@link Revision#NONE} creates, and only where there is no record.
 *   <li>{@code delete} removes the record at the expected revision and no other.
 *   <li>{@link #findDue} goes through one lane in the order of due time, then id, without leaving out a grant that stays
 *       due, page by page behind a cursor. It may lag by a minute.
 *   <li>{@link #list} goes through all ids in their order ({@link GrantId#compareTo}), page by page behind a cursor.
 *   <li>No grant disappears by itself: live records have no time to live.
 *   <li>A failure is an exception, never an empty result or false.
 * </ol>
 *
 * <p>Any exception from {@code replace} or {@code delete} means "outcome unknown": the caller repeats the same call and
 * then looks for what it wrote. A call that is repeated after it was done may be answered by true or false, and changes nothing.
 *
 * <p>A store is safe for use by any number of threads. Its methods block; the library calls them on threads of its own,
 * never in a caller's transaction. Give its connections a time-out of seconds: a call that has not returned after 60 counts as
 * failed, with its outcome unknown, and keeps its thread.
 */
public interface TokenStore {

    /**
     * Reads one grant.
     *
     * @param id the key
     * @return the record, or empty if there is none
     * @throws RuntimeException of any type, if the store could not be read
     */
    Optional<StoredGrant> find(GrantId id);

    /**
     * Writes a grant if the record is still the expected one.
     *
     * @param next what to write, under its id
     * @param expected the revision to be replaced; {@link Revision#NONE}: the record must not exist
     * @return true for exactly one of any number of competing calls; false: it had changed, and nothing was written
     * @throws RuntimeException of any type, if the outcome is unknown
     */
    boolean replace(StoredGrant next, Revision expected);

    /**
     * Removes a grant that has ended, if the record is still the expected one.
     *
     * @param id the key
     * @param expected the revision to be removed
     * @return true if it was removed by this call; false: it had changed, or was not there
     * @throws RuntimeException of any type, if the outcome is unknown
     */
    boolean delete(GrantId id, Revision expected);

    /**
     * Finds the grants of one lane that are due, by due time and then id.
     *
     * @param lane the queue
     * @param now due at this time or earlier
     * @param after the last one of the page before; null for the first page
     * @param limit at most this many, 1 or more
     * @return the next ones behind {@code after}; empty if there are no more
     * @throws RuntimeException of any type, if the store could not be read
     */
    List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit);

    /**
     * Lists the ids of all grants in their order.
     *
     * @param after the last one of the page before; null for the first page
     * @param limit at most this many, 1 or more
     * @return the next ones behind {@code after}; empty if there are no more
     * @throws RuntimeException of any type, if the store could not be read
     */
    List<GrantId> list(@Nullable GrantId after, int limit);

    /**
     * The clock of the server that keeps the records, by which all processes agree on leases, and on when to look again. Where there
     * is none the clocks of all hosts have to agree within seconds.
     *
     * @return a source that asks the server at every call, or empty where there is no server
     */
    default Optional<InstantSource> serverClock() {
        return Optional.empty();
    }

    /**
     * What messages call this store, for whoever has to look after it: what it is, and which pool it goes through. No password, no
     * key, and no address that may hold one.
     *
     * @return the name of the class unless overridden
     */
    default String description() {
        return getClass().getSimpleName();
    }
}
