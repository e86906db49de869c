package dev.xeroauth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Xero did not say that a tenant was disconnected, or a grant revoked. It may have happened all the same; to do it again does
 * no harm.
 */
public final class DisconnectFailedException extends XeroException {

    private static final long serialVersionUID = 1L;

    @Nullable
    private final transient String correlationId;

    /**
     * Says why.
     *
     * @param what was to be done
     * @param reason status and kind of answer, without its body
     * @param correlationId what Xero's support asks for, if Xero sent it
     * @param cause what it comes from, if anything
     */
    public DisconnectFailedException(
            String what, String reason, @Nullable String correlationId, @Nullable Throwable cause) {
        super(what + " at Xero: " + reason + ". It may have happened all the same; do it again", cause);
        this.correlationId = correlationId;
    }

    /**
     * Xero's id of the failed request.
     *
     * @return the correlation id, if there was one
     */
    public Optional<String> correlationId() {
        return Optional.ofNullable(correlationId);
    }
}
