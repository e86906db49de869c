package dev.xeroauth;

import java.util.List;

/**
 * What a revocation has ended. Immutable.
 *
 * @param grantId the grant that was revoked
 * @param endedWith other grants of the same Xero user, whose tokens Xero has ended with it: they show as disconnected when they
 *     are used next, or the keeper looks at them
 * @param unreadable grants whose records did not open, so that nobody knows whether they are that user's
 */
public record Revocation(GrantId grantId, List<GrantId> endedWith, List<GrantId> unreadable) {

    /**
     * Copies the lists.
     *
     * @param grantId see {@link Revocation}
     * @param endedWith see {@link Revocation}
     * @param unreadable see {@link Revocation}
     */
    public Revocation {
        endedWith = List.copyOf(endedWith);
        unreadable = List.copyOf(unreadable);
    }
}
