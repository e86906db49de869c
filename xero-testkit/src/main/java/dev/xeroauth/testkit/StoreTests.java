package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every part of {@link TokenStoreContract} works with: the store under test, records for it, and walks through it. */
abstract class StoreTests {

    private static final int PAGE = 3;

    final Samples samples = new Samples();

    StoreTests() {}

    /**
     * The store under test.
     *
     * @return a store that is empty when a test begins, and the same one at every call within a test
     */
    protected abstract TokenStore store();

    /**
     * The same records as another process of the service sees them: through connections of its own.
     *
     * @return {@link #store()} unless overridden
     */
    protected TokenStore anotherStore() {
        return store();
    }

    /**
     * What keeps the records, with its version, for the line that says how many promises were kept.
     *
     * @return {@code none} unless overridden; no spaces
     */
    protected String server() {
        return "none";
    }

    StoredGrant created(String id) {
        return created(samples.grant(id));
    }

    StoredGrant created(String id, Lane lane, @Nullable Instant dueAt) {
        return created(samples.grant(id, lane, dueAt));
    }

    StoredGrant created(StoredGrant grant) {
        written(grant, Revision.NONE);
        return grant;
    }

    void written(StoredGrant next, Revision expected) {
        assertThat(store().replace(next, expected))
                .as("replace of %s", next.id())
                .isTrue();
    }

    /** All of them, a few at a time. */
    List<Due> allDue(Lane lane, Instant now) {
        return new Walk(store(), PAGE).due(lane, now);
    }

    List<GrantId> allIds() {
        return new Walk(store(), PAGE).ids();
    }
}
