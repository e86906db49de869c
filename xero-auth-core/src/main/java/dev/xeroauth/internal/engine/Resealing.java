package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantId;
import dev.xeroauth.ResealResult;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.spi.StoredGrant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Seals all records anew, one after the other, so that the store has one call of it at a time. Thread-safe. */
public final class Resealing {

    private static final int ATTEMPTS = 10;
    private static final int FAILURES_IN_A_ROW = 5;

    private final GrantRepository repository;
    private final Overview overview;

    /** @param overview lists the grants */
    public Resealing(GrantRepository repository, Overview overview) {
        this.repository = repository;
        this.overview = overview;
    }

    /** All of them, from the first one on. */
    public ResealResult all() {
        return new Walk().through(overview.grants().iterator());
    }

    /** Empty: there is no such grant any more. */
    private Optional<Look> lookAt(GrantId id) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Optional<StoredGrant> found = repository.stored(id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            // There is no key to seal with, for any grant, if this throws.
            Optional<Look> look = repository.needsResealing(found.get())
                    ? reseal(found.get())
                    : Optional.of(new Look(repository.keyId(found.get()), false, Optional.empty()));
            if (look.isPresent()) {
                return look;
            }
        }
        return Optional.of(new Look(Optional.empty(), false, Optional.of("Others kept changing it: try again")));
    }

    /** Empty: somebody else has written it, with whatever key. */
    private Optional<Look> reseal(StoredGrant grant) {
        try {
            return repository.reseal(grant).map(anew -> new Look(repository.keyId(anew), true, Optional.empty()));
        } catch (SealedRecordException e) {
            return Optional.of(new Look(repository.keyId(grant), false, Optional.of(message(e))));
        }
    }

    private static String message(RuntimeException e) {
        return String.valueOf(e.getMessage());
    }

    /**
     * One record.
     *
     * @param keyId the key that seals it now
     * @param anew whether it was sealed here
     * @param problem why not
     */
    private record Look(Optional<String> keyId, boolean anew, Optional<String> problem) {}

    /** Counts. For one thread. */
    private final class Walk {
        private final Map<GrantId, String> failed = new LinkedHashMap<>();
        private final Map<String, Integer> keyIds = new TreeMap<>();
        private int looked;
        private int resealed;
        private int inARow;

        ResealResult through(Iterator<GrantId> ids) {
            ids.forEachRemaining(this::take);
            return new ResealResult(looked, resealed, failed, keyIds);
        }

        private void take(GrantId id) {
            try {
                overview.onOwnThread(() -> lookAt(id)).ifPresent(look -> count(id, look));
                inARow = 0;
            } catch (StoreException e) {
                inARow++;
                if (inARow == FAILURES_IN_A_ROW || Thread.currentThread().isInterrupted()) {
                    throw e;
                }
                looked++;
                failed.put(id, message(e));
            }
        }

        private void count(GrantId id, Look look) {
            looked++;
            resealed += look.anew() ? 1 : 0;
            look.problem().ifPresent(why -> failed.put(id, why));
            look.keyId().ifPresent(key -> keyIds.merge(key, 1, Integer::sum));
        }
    }
}
