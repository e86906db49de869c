package dev.xeroauth.testkit;

import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A store that does what another does, for those that do one thing otherwise. */
class OtherStore implements TokenStore {

    final TokenStore good = new InMemoryTokenStore();

    @Override
    public Optional<StoredGrant> find(GrantId id) {
        return good.find(id);
    }

    @Override
    public boolean replace(StoredGrant next, Revision expected) {
        return good.replace(next, expected);
    }

    @Override
    public boolean delete(GrantId id, Revision expected) {
        return good.delete(id, expected);
    }

    @Override
    public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
        return good.findDue(lane, now, after, limit);
    }

    @Override
    public List<GrantId> list(@Nullable GrantId after, int limit) {
        return good.list(after, limit);
    }

    /** Whatever is there. */
    boolean overwrite(StoredGrant next) {
        return good.replace(next, revision(next.id()));
    }

    Revision revision(GrantId id) {
        return good.find(id).map(StoredGrant::revision).orElse(Revision.NONE);
    }
}
