package dev.xeroauth.accounting;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One of Xero's limits is used up (429). Xero did nothing, unless an attempt before this one did: {@link #outcomeUnknown()}.
 * Ask again later.
 */
public final class RateLimitedException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    /** Which one. */
    private final RateLimit limit;
    /** What Xero says of the wait, if it says anything. */
    private final @Nullable Pause pause;

    /**
     * As long as Xero asked for.
     *
     * @param length from the answer on
     * @param end by the clock of this host
     */
    record Pause(Duration length, Instant end) implements Serializable {}

    RateLimitedException(AnswerHead head, ErrorBody body, RateLimit limit, @Nullable Pause pause) {
        super(
                head,
                body,
                "the limit " + limit + " is used up"
                        + (pause == null
                                ? ""
                                : "; ask again in " + pause.length().toSeconds() + " s"),
                null);
        this.limit = limit;
        this.pause = pause;
    }

    /**
     * Which limit it is.
     *
     * @return the limit, or {@link RateLimit#UNKNOWN}
     */
    public RateLimit limit() {
        return limit;
    }

    /**
     * How long to wait before the next call, from the moment of the answer.
     *
     * @return as Xero said; empty for too many calls at the same time, which end by themselves
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(pause).map(Pause::length);
    }

    /**
     * When the next call may be made.
     *
     * @return the moment by the clock of this host; empty where {@link #retryAfter()} is
     */
    public Optional<Instant> retryAt() {
        return Optional.ofNullable(pause).map(Pause::end);
    }
}
