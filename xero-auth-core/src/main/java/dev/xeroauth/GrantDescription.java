package dev.xeroauth;

import dev.xeroauth.spi.Lane;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * How a grant stands, for an operator. Immutable; holds no token, no key and no tenant's name, so that it may be logged. All
 * times are by the clock that the processes have in common, the store's where it has one.
 *
 * @param grantId the grant
 * @param status whether tokens can be had; {@link GrantStatus#DISCONNECTED}: only another consent helps
 * @param asOf when it was read
 * @param lastError Xero's error code for the last attempt, or what kind of failure it was; empty: the last attempt succeeded
 * @param failures how many attempts have failed since the last success
 * @param nextAttemptAt before this time nobody asks Xero for tokens, unless an operator insists; empty: nothing to wait for
 * @param lastRefreshedAt when its tokens were obtained: by the last refresh, or by the consent if there was none since
 * @param accessTokenExpiresAt when Xero stops accepting the access token
 * @param refreshTokenPresentedAt since when the refresh token may be used up, because it was presented and no new tokens
 *     came of it: Xero accepts it for 30 minutes more from then. Empty: it was not presented
 * @param refreshingUntil a process holds the lease for a refresh, until this time. Where that has passed the process died or
 *     stood still, and the next one takes over
 * @param confirmAt its tokens are in doubt, and are refreshed once more at this time to make sure of them. Empty: no doubt
 * @param spareTokens how many refresh tokens are kept besides, because Xero may accept one if it refuses the others
 * @param unsavedHere this process has tokens of it that the store has not taken yet: do not kill it. What other processes have
 *     cannot be seen
 * @param dueAt when the keeper looks at it, be it in use or not; empty: never
 * @param lane {@link Lane#RESCUE}: something was begun and is not finished; {@link Lane#ROUTINE}: all is quiet
 * @param xeroUserId who consented, if Xero said so
 * @param connections the tenants it reaches, without their names, as they were read from Xero last; empty: never, or they are
 *     too many to be stored
 */
public record GrantDescription(
        GrantId grantId,
        GrantStatus status,
        Instant asOf,
        Optional<String> lastError,
        int failures,
        Optional<Instant> nextAttemptAt,
        Instant lastRefreshedAt,
        Instant accessTokenExpiresAt,
        Optional<Instant> refreshTokenPresentedAt,
        Optional<Instant> refreshingUntil,
        Optional<Instant> confirmAt,
        int spareTokens,
        boolean unsavedHere,
        Optional<Instant> dueAt,
        Lane lane,
        Optional<UUID> xeroUserId,
        Optional<List<Connection>> connections) {

    /**
     * Copies the list.
     *
     * @param grantId see {@link GrantDescription}
     * @param status see {@link GrantDescription}
     * @param asOf see {@link GrantDescription}
     * @param lastError see {@link GrantDescription}
     * @param failures see {@link GrantDescription}
     * @param nextAttemptAt see {@link GrantDescription}
     * @param lastRefreshedAt see {@link GrantDescription}
     * @param accessTokenExpiresAt see {@link GrantDescription}
     * @param refreshTokenPresentedAt see {@link GrantDescription}
     * @param refreshingUntil see {@link GrantDescription}
     * @param confirmAt see {@link GrantDescription}
     * @param spareTokens see {@link GrantDescription}
     * @param unsavedHere see {@link GrantDescription}
     * @param dueAt see {@link GrantDescription}
     * @param lane see {@link GrantDescription}
     * @param xeroUserId see {@link GrantDescription}
     * @param connections see {@link GrantDescription}
     */
    public GrantDescription {
        if (connections.isPresent()) {
            connections = Optional.of(List.copyOf(connections.get()));
        }
    }
}
