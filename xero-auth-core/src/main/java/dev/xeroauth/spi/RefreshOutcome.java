package dev.xeroauth.spi;

import dev.xeroauth.TokenSet;
import java.time.Duration;
import java.util.Optional;

/**
 * What became of one presentation of a refresh token. Every {@code reason} is for logs and messages and holds no token
 * and nothing that the server echoed.
 */
public sealed interface RefreshOutcome {

    /**
     * New tokens were issued; the presented one counts as used.
     *
     * @param tokens what was issued
     */
    record Issued(TokenSet tokens) implements RefreshOutcome {}

    /**
     * No byte of the request left this host (no address, connection refused, TLS failed): the token is not used.
     *
     * @param reason what went wrong
     */
    record NotSent(String reason) implements RefreshOutcome {}

    /**
     * The request was sent and no usable answer came back (time-out, reset, 5xx, an unreadable 200): the token may be
     * used.
     *
     * @param reason what went wrong
     */
    record Ambiguous(String reason) implements RefreshOutcome {}

    /**
     * The server answered {@code invalid_grant}: it no longer accepts this token.
     *
     * @param reason the server's error code
     */
    record Refused(String reason) implements RefreshOutcome {}

    /**
     * The server answered 429: the token is not used.
     *
     * @param retryAfter how long the server wants to be left alone, if it said so
     */
    record Throttled(Optional<Duration> retryAfter) implements RefreshOutcome {}

    /**
     * The server does not accept the application, or not this kind of request from it: an operator's error, which says
     * nothing about the grant.
     *
     * @param error the server's error code, such as {@code invalid_client}
     */
    record AppRejected(String error) implements RefreshOutcome {}
}
