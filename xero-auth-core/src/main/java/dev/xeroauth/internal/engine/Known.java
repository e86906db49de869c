package dev.xeroauth.internal.engine;

import dev.xeroauth.internal.record.Reach;
import org.jspecify.annotations.Nullable;

/**
 * What this process knows of one grant.
 *
 * @param consents how many consents this process has completed for it, its end among them; what a flight brings from before is dropped
 * @param token the newest token, if any
 * @param reach the tenants, if the record has been read
 * @param refusal why there was no token the last time, if it was so
 * @param pending tokens that the store has not taken yet
 */
record Known(
        int consents,
        @Nullable HeldToken token,
        @Nullable Reach reach,
        @Nullable Refusal refusal,
        @Nullable PendingSave pending) {

    static final Known NOTHING = new Known(0, null, null, null, null);

    /** Negative knowledge, which is short-lived. */
    record Refusal(Result.Failed failure, long untilNanos) {}

    /** Whether nothing has changed since. */
    @SuppressWarnings("ReferenceEquality")
    boolean isStill(@Nullable Known other) {
        return this == other;
    }

    Known with(HeldToken newToken, Reach newReach) {
        return new Known(consents, newToken.insteadOf(token), newReach, null, null);
    }

    Known with(HeldToken newToken, PendingSave newPending) {
        return new Known(consents, newToken, reach, null, newPending);
    }

    Known with(Refusal newRefusal) {
        return new Known(consents, token, reach, newRefusal, pending);
    }

    Known with(Reach newReach) {
        return new Known(consents, token, newReach, refusal, pending);
    }

    Known withoutRefusal() {
        return new Known(consents, token, reach, null, pending);
    }

    Known saved() {
        return new Known(consents, token, reach, null, null);
    }

    Known anew() {
        return new Known(consents + 1, null, null, null, null);
    }
}
