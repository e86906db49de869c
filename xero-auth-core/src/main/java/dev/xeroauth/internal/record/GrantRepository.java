package dev.xeroauth.internal.record;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.XeroException;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealContext;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenCipher;
import dev.xeroauth.spi.TokenStore;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Grants over a store and a cipher. Blocks as the store does; whatever the store throws comes out as a {@link
 * StoreException}. Thread-safe.
 */
public final class GrantRepository {

    private static final int WRITE_ATTEMPTS = 3;
    /** Leaves room for what a cipher adds. */
    private static final int MOST_BYTES = SealedRecord.MAX_BYTES - 4096;

    private final TokenStore store;
    private final TokenCipher cipher;
    private final String environment;
    private final RandomGenerator random;
    private final InstantSource clock;

    /**
     * @param environment the label that records are bound to
     * @param random a cryptographically strong source of revisions
     */
    public GrantRepository(
            TokenStore store, TokenCipher cipher, String environment, RandomGenerator random, InstantSource clock) {
        this.store = store;
        this.cipher = cipher;
        this.environment = environment;
        this.random = random;
        this.clock = clock;
    }

    /** What messages call the store. */
    public String storeDescription() {
        return "the token store (" + store.description() + ")";
    }

    /** Reads and opens; empty if there is none. */
    public Optional<OpenGrant> find(GrantId id) {
        Optional<StoredGrant> stored = stored(id);
        return stored.isPresent() ? Optional.of(open(stored.get())) : Optional.empty();
    }

    /** Reads without opening: a new consent takes the place of a record that does not open any more. */
    public Optional<StoredGrant> stored(GrantId id) {
        return told(() -> store.find(id), "read", id);
    }

    /** Those of one lane that are due; see {@link TokenStore#findDue}. */
    public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
        return told(
                () -> store.findDue(lane, now, after, limit),
                "The token store does not tell what is due. Check that it is up and reachable");
    }

    /** Removes a grant that ended long ago. False: it is none. */
    public boolean purge(GrantId id) {
        Optional<StoredGrant> ended = stored(id)
                .filter(it -> it.status() == GrantStatus.ENDED)
                .filter(it -> it.dueAt().filter(clock.instant()::isAfter).isPresent());
        ended.ifPresent(it -> told(() -> store.delete(id, it.revision()), "removed", id));
        return ended.isPresent();
    }

    /** The next ids in their order, behind this one; empty if there are no more. */
    public List<GrantId> list(Optional<GrantId> after, int limit) {
        return told(
                () -> store.list(after.orElse(null), limit),
                "The grants could not be listed: the token store failed. Check that it is up and reachable");
    }

    /** Opens what {@link #stored} has read. */
    public OpenGrant open(StoredGrant stored) {
        byte[] plaintext = ciphered(
                () -> cipher.open(stored.sealed(), place(stored.id(), stored.revision())), "opened", stored.id());
        try {
            return new OpenGrant(stored.id(), stored.revision(), stored.status(), RecordCodec.decode(plaintext));
        } catch (UnreadableRecordException e) {
            throw new SealedRecordException(
                    "The record of the grant '" + stored.id() + "' was opened and cannot be read: " + e.getMessage(),
                    null);
        }
    }

    /**
     * Seals and writes, if the record is still at the expected revision.
     *
     * @return what was written, or empty if the record had changed
     * @throws StoreException if the store does not tell, after several attempts, whether it was written
     */
    public Optional<OpenGrant> replace(GrantId id, GrantStatus status, GrantRecord next, Revision expected) {
        OpenGrant grant = new OpenGrant(id, Revision.random(random), status, next);
        return write(sealed(grant), expected) ? Optional.of(grant) : Optional.empty();
    }

    /**
     * The same, once: an exception tells nothing of the outcome, and its caller deals with that.
     *
     * @param next with the revision that it is to have
     * @return whether it was written
     */
    public boolean replaceOnce(OpenGrant next, Revision expected) {
        StoredGrant sealed = sealed(next);
        return told(() -> store.replace(sealed, expected), "written", next.id());
    }

    private StoredGrant sealed(OpenGrant grant) {
        GrantId id = grant.id();
        Revision revision = grant.revision();
        SealedRecord sealed = ciphered(
                () -> cipher.seal(RecordCodec.encode(grant.record(), MOST_BYTES), place(id, revision)), "sealed", id);
        Urgency urgency = Urgency.of(grant.status(), grant.record(), clock.instant());
        return new StoredGrant(id, revision, grant.status(), urgency.lane(), urgency.dueAt(), sealed);
    }

    /**
     * Changes one thing about a grant whatever else happens to it meanwhile.
     *
     * @param change is applied to the newest record, as often as that changes; an equal record: nothing is written
     * @return the record with the change, or empty if there is no such grant
     */
    public Optional<OpenGrant> update(GrantId id, UnaryOperator<GrantRecord> change) {
        while (true) {
            Optional<OpenGrant> found = find(id);
            if (found.isEmpty()) {
                return found;
            }
            OpenGrant grant = found.get();
            GrantRecord next = change.apply(grant.record());
            if (next.serial() == grant.record().serial() && next.equals(grant.record())) {
                return found;
            }
            Optional<OpenGrant> written = replace(id, grant.status(), next, grant.revision());
            if (written.isPresent()) {
                return written;
            }
        }
    }

    /**
     * Ends a grant: what is left of it holds no token.
     *
     * @param isStill whether this is the one to be ended
     * @return how it stands then, or empty if there is none
     */
    public Optional<OpenGrant> end(GrantId id, Predicate<GrantRecord> isStill) {
        while (true) {
            Optional<OpenGrant> found = find(id);
            if (found.isEmpty()
                    || found.get().status() == GrantStatus.ENDED
                    || !isStill.test(found.get().record())) {
                return found;
            }
            GrantRecord left = found.get().record().ended();
            Optional<OpenGrant> written =
                    replace(id, GrantStatus.ENDED, left, found.get().revision());
            if (written.isPresent()) {
                return written;
            }
        }
    }

    /** Whether a write would seal it with another key or format by now. */
    public boolean needsResealing(StoredGrant grant) {
        return ciphered(() -> cipher.needsResealing(grant.sealed()), "looked at", grant.id());
    }

    /** The name of the key that it is sealed with; empty: it does not tell. */
    public Optional<String> keyId(StoredGrant grant) {
        return ciphered(() -> cipher.keyId(grant.sealed()), "looked at", grant.id());
    }

    /**
     * Seals the same bytes anew and writes them if nobody has written meanwhile. Status, lane and due time stay, so that the record
     * means the same to everybody, and a flight that finds another revision goes on with it.
     *
     * @return what was written, or empty if the record had changed
     */
    public Optional<StoredGrant> reseal(StoredGrant old) {
        GrantId id = old.id();
        Revision revision = Revision.random(random);
        byte[] plaintext = ciphered(() -> cipher.open(old.sealed(), place(id, old.revision())), "opened", id);
        SealedRecord sealed = ciphered(() -> cipher.seal(plaintext, place(id, revision)), "sealed", id);
        StoredGrant anew = new StoredGrant(id, revision, old.status(), old.lane(), old.dueAt(), sealed);
        return write(anew, old.revision()) ? Optional.of(anew) : Optional.empty();
    }

    /** An exception tells nothing of the outcome: the same write is repeated, and if refused, looked for. */
    private boolean write(StoredGrant grant, Revision expected) {
        @Nullable RuntimeException failure = null;
        for (int attempt = 0; attempt < WRITE_ATTEMPTS; attempt++) {
            try {
                if (store.replace(grant, expected)) {
                    return true;
                }
                return failure != null && isThere(grant);
            } catch (RuntimeException e) {
                failure = e;
            }
        }
        throw new StoreException(message("written", grant.id()), failure);
    }

    private boolean isThere(StoredGrant grant) {
        return store.find(grant.id())
                .filter(found -> found.revision().equals(grant.revision()))
                .isPresent();
    }

    private SealContext place(GrantId id, Revision revision) {
        return new SealContext(environment, id, revision);
    }

    private static <R> R told(Supplier<R> call, String what, GrantId id) {
        return told(call, message(what, id));
    }

    private static <R> R told(Supplier<R> call, String message) {
        try {
            return call.get();
        } catch (RuntimeException e) {
            throw new StoreException(message, e);
        }
    }

    private static String message(String what, GrantId id) {
        return "The grant '" + id + "' could not be " + what + ": the token store failed. Check that it is up and"
                + " reachable; what it holds is untouched";
    }

    private static <R> R ciphered(Supplier<R> call, String what, GrantId id) {
        try {
            return call.get();
        } catch (XeroException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SealedRecordException(
                    "The record of the grant '" + id + "' could not be " + what + ": the cipher failed", e);
        }
    }
}
