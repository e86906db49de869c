package dev.xeroauth.internal.engine;

import dev.xeroauth.TenantId;
import dev.xeroauth.internal.record.Reach;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A tenant that has to be one of a grant's own. Thread-safe. */
final class OwnTenant {

    private final GrantTokens tokens;
    private final Tenants tenants;
    private final TenantId tenantId;
    /** The tenants among which it was found the last time. */
    private volatile @Nullable Reach checked;

    OwnTenant(GrantTokens tokens, Tenants tenants, TenantId tenantId) {
        this.tokens = tokens;
        this.tenants = tenants;
        this.tenantId = tenantId;
    }

    /** Whether it was found, and nothing has changed since. */
    boolean isFound() {
        Optional<Reach> known = tokens.reach();
        boolean same = known.isPresent() && Objects.equals(checked, known.get());
        if (same) {
            // The next time it is the very same list, which is seen at once.
            checked = known.get();
        }
        return same;
    }

    /** Finds it, or throws; see {@link Tenants#require}. */
    void find(Patience patience) {
        checked = tenants.require(tokens.id(), tenantId, patience);
    }

    /** Xero's API says that it is not connected. */
    void doubted() {
        tenants.check(tokens);
    }
}
