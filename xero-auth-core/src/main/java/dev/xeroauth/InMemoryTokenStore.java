package dev.xeroauth;

import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * A token store in this process's memory, for tests and trials: the tokens die with the process, and every customer then
 * has to consent again.
 *
 * <p>Safe for use by any number of threads. Nothing blocks. {@link #findDue} and {@link #list} go through all grants at
 * every call.
 */
public final class InMemoryTokenStore implements TokenStore {

    private final ConcurrentMap<GrantId, StoredGrant> grants = new ConcurrentHashMap<>();

    /** Makes an empty store. */
    public InMemoryTokenStore() {}

    @Override
    public Optional<StoredGrant> find(GrantId id) {
        return Optional.ofNullable(grants.get(id));
    }

    @Override
    public boolean replace(StoredGrant next, Revision expected) {
        if (expected.equals(Revision.NONE)) {
            return grants.putIfAbsent(next.id(), next) == null;
        }
        StoredGrant current = grants.get(next.id());
        return isAt(current, expected) && grants.replace(next.id(), current, next);
    }

    @Override
    public boolean delete(GrantId id, Revision expected) {
        StoredGrant current = grants.get(id);
        return isAt(current, expected) && grants.remove(id, current);
    }

    @Override
    public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
        return grants.values().stream()
                .filter(grant -> grant.lane() == lane)
                .flatMap(grant -> grant.dueAt().stream().map(dueAt -> new Due(dueAt, grant.id())))
                .filter(due -> !due.dueAt().isAfter(now))
                .filter(due -> after == null || due.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    @Override
    public List<GrantId> list(@Nullable GrantId after, int limit) {
        return grants.keySet().stream()
                .filter(id -> after == null || id.compareTo(after) > 0)
                .sorted()
                .limit(limit)
                .toList();
    }

    private static boolean isAt(@Nullable StoredGrant current, Revision expected) {
        return current != null && current.revision().equals(expected);
    }
}
