package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Setback;
import java.util.Set;

/** What there is to tell when a write stands. Who made it tells it, and if it is never known to stand, nobody. */
public enum News {
    /** Xero refused every token of a connected grant, and will be asked once more. */
    SUSPECT,
    /** Xero refused every token for the second time. */
    DISCONNECTED,
    /** A suspect or disconnected grant has new tokens. */
    RECOVERED,
    /** The store had lost something. */
    WENT_BACK,
    /** The refused tokens may have been used by somebody else, or revoked: no request of ours can have used them up. */
    FOREIGN_ROTATION;

    /** How often every token is refused before that is believed. */
    private static final int LOOKS = 2;

    static Set<News> of(OpenGrant before, GrantStatus status, GrantRecord record) {
        return switch (status) {
            case CONNECTED ->
                before.status() == GrantStatus.SUSPECT || before.status() == GrantStatus.DISCONNECTED
                        ? Set.of(RECOVERED)
                        : Set.of();
            // From a disconnect there is more hope, and no news yet.
            case SUSPECT -> before.status() == GrantStatus.CONNECTED ? Set.of(SUSPECT) : Set.of();
            case DISCONNECTED -> disconnected(before.record().setback(), record);
            case ENDED -> Set.of();
        };
    }

    private static Set<News> disconnected(Setback before, GrantRecord record) {
        if (before.refusedLadders() >= LOOKS) {
            // It was told then; an operator has insisted since.
            return Set.of();
        }
        return isCertainlyNotUsedUp(record) ? Set.of(DISCONNECTED, FOREIGN_ROTATION) : Set.of(DISCONNECTED);
    }

    /** Current is in no doubt, and each of its presentations was one of the looks that refused it. */
    private static boolean isCertainlyNotUsedUp(GrantRecord record) {
        return record.confirmAt().isEmpty()
                && record.current().presentations() == record.setback().refusedLadders();
    }
}
