package dev.xeroauth.spi;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * One grant as a {@link TokenStore} keeps it: what it must search by in clear, everything else sealed.
 *
 * @param id the key
 * @param revision the write that made this version; never {@link Revision#NONE}
 * @param status how the grant stands
 * @param lane the keeper's queue for it
 * @param dueAt when the keeper has to look at it, cut to whole milliseconds; empty: never
 * @param sealed the tokens and everything else about the grant
 */
public record StoredGrant(
        GrantId id, Revision revision, GrantStatus status, Lane lane, Optional<Instant> dueAt, SealedRecord sealed) {

    /**
     * Cuts the due time to whole milliseconds, which every store can keep.
     *
     * @param id see {@link StoredGrant}
     * @param revision see {@link StoredGrant}
     * @param status see {@link StoredGrant}
     * @param lane see {@link StoredGrant}
     * @param dueAt see {@link StoredGrant}
     * @param sealed see {@link StoredGrant}
     * @throws IllegalArgumentException if the revision is {@link Revision#NONE}
     */
    public StoredGrant {
        if (revision.equals(Revision.NONE)) {
            throw new IllegalArgumentException("A stored grant has a revision of its own");
        }
        if (dueAt.isPresent()) {
            dueAt = Optional.of(dueAt.get().truncatedTo(ChronoUnit.MILLIS));
        }
    }
}
