package dev.xeroauth;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of tenants could not be read from Xero. Tokens are stored and stay; try again later. */
public final class ConnectionsUnavailableException extends XeroException {

    private static final long serialVersionUID = 1L;

    @Nullable
    private final transient String correlationId;

    /**
     * Says why.
     *
     * @param reason status and kind of answer, without its body
     * @param correlationId what Xero's support asks for, if Xero sent it
     * @param cause what it comes from, if anything
     */
    public ConnectionsUnavailableException(String reason, @Nullable String correlationId, @Nullable Throwable cause) {
        super(
                "The connections could not be read from Xero: " + reason + ". The tokens are stored; try again later",
                cause);
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
