package dev.xeroauth.internal.identity;

import dev.xeroauth.IdTokenException;
import dev.xeroauth.IdTokenException.Reason;
import org.jspecify.annotations.Nullable;

/** How all refusals of ID tokens begin. */
final class Refusal {

    private Refusal() {}

    /** @param what what is wrong and what to do, without a word of the token and without a full stop */
    static IdTokenException of(Reason reason, String what) {
        return of(reason, what, null);
    }

    static IdTokenException of(Reason reason, String what, @Nullable Throwable cause) {
        return new IdTokenException(reason, "The ID token is not accepted: " + what, cause);
    }
}
