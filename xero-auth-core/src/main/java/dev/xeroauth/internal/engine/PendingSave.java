package dev.xeroauth.internal.engine;

import dev.xeroauth.internal.protocol.Flight;
import dev.xeroauth.internal.record.IssuedAccess;

/**
 * What Xero issued and the store has not taken.
 *
 * @param flight goes on when the store is back
 * @param access the access token, which is handed out meanwhile
 */
record PendingSave(Flight flight, IssuedAccess access) {

    /** Shows no token. */
    @Override
    public String toString() {
        return "PendingSave[" + access + "]";
    }
}
