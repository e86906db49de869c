package dev.xeroauth.internal.engine;

import dev.xeroauth.internal.protocol.Flight;
import dev.xeroauth.internal.record.IssuedAccess;
import org.jspecify.annotations.Nullable;

/**
 * What Xero issued and the store has not taken.
 *
 * @param flight goes on when the store is back
 * @param access the access token, which is handed out meanwhile
 * @param problem what the store failed with
 */
record PendingSave(
        Flight flight, IssuedAccess access, @Nullable Throwable problem) {

    /** Shows no token. */
    @Override
    public String toString() {
        return "PendingSave[" + access + "]";
    }
}
