package dev.xeroauth;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There is no usable access token at this moment, and the grant is not lost: Xero or the network did not answer, or
 * waiting took longer than the caller allows. Try again later.
 */
public final class TokenUnavailableException extends XeroException {

    private static final long serialVersionUID = 1L;

    private final transient GrantId grantId;

    @Nullable
    private final transient Instant retryAt;

    /**
     * Says why there is no token.
     *
     * @param grantId the grant
     * @param reason what went wrong, without any token
     * @param retryAt when the next attempt will be made; null if that is not known
     * @param cause what it comes from, if anything
     */
    public TokenUnavailableException(
            GrantId grantId, String reason, @Nullable Instant retryAt, @Nullable Throwable cause) {
        super(message(grantId, reason, retryAt), cause);
        this.grantId = grantId;
        this.retryAt = retryAt;
    }

    private static String message(GrantId grantId, String reason, @Nullable Instant retryAt) {
        String next = retryAt == null ? "Try again" : "The next attempt is at " + retryAt;
        return "No access token for the grant '" + grantId + "' now: " + reason + ". The grant is kept. " + next;
    }

    /**
     * The grant whose token is not to be had.
     *
     * @return its id
     */
    public GrantId grantId() {
        return grantId;
    }

    /**
     * When the next attempt will be made; before it, asking again fails at once.
     *
     * @return the time of the next attempt, if it is known
     */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(retryAt);
    }
}
