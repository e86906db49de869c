package dev.xeroauth;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * There is no usable access token at this moment, and the grant or custom connection is not lost: Xero or the network did
 * not answer, or waiting took longer than the caller allows. Try again later.
 */
public final class TokenUnavailableException extends XeroException {

    private static final long serialVersionUID = 1L;

    @Nullable
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
        this(grantId, "the grant '" + grantId + "'", reason, " The grant is kept.", retryAt, cause);
    }

    private TokenUnavailableException(
            @Nullable GrantId grantId,
            String whose,
            String reason,
            String consolation,
            @Nullable Instant retryAt,
            @Nullable Throwable cause) {
        super("No access token for " + whose + " now: " + reason + "." + consolation + next(retryAt), cause);
        this.grantId = grantId;
        this.retryAt = retryAt;
    }

    /**
     * Says why a custom connection, which has no grant, has no token.
     *
     * @param reason what went wrong, without any token
     * @param retryAt when the next attempt will be made; null if that is not known
     * @param cause what it comes from, if anything
     * @return the exception, to be thrown
     */
    public static TokenUnavailableException ofCustomConnection(
            String reason, @Nullable Instant retryAt, @Nullable Throwable cause) {
        return new TokenUnavailableException(null, "the custom connection", reason, "", retryAt, cause);
    }

    private static String next(@Nullable Instant retryAt) {
        return retryAt == null ? " Try again" : " The next attempt is at " + retryAt;
    }

    /**
     * The grant whose token is not to be had.
     *
     * @return its id; empty: it is a custom connection's
     */
    public Optional<GrantId> grantId() {
        return Optional.ofNullable(grantId);
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
