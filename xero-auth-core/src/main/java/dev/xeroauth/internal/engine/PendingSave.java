package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.OpenGrant;
import java.util.Optional;

/**
 * What Xero issued for a leased grant. Its text form shows no token.
 *
 * @param leased the record under which the refresh token was presented
 * @param access the new access token
 * @param refreshToken the new refresh token; empty: the presented one goes on
 * @param why what made the refresh necessary
 */
record PendingSave(OpenGrant leased, IssuedAccess access, Optional<String> refreshToken, RefreshReason why) {

    /** Whether this record still waits for them: the same consent, and the presented token is still its current one. */
    boolean belongsTo(OpenGrant grant) {
        return grant.status() != GrantStatus.ENDED
                && grant.record().generation().equals(leased.record().generation())
                && grant.record()
                        .current()
                        .token()
                        .equals(leased.record().current().token());
    }

    @Override
    public String toString() {
        return "PendingSave[" + leased.id() + "]";
    }
}
