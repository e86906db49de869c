package dev.xeroauth.accounting;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One of Xero's limits is used up (429). Xero did nothing; ask again later. */
public final class RateLimitedException extends XeroApiException {

    private static final long serialVersionUID = 1L;

    private final transient RateLimit limit;
    private final transient @Nullable Duration retryAfter;

    RateLimitedException(AnswerHead head, RateLimit limit, @Nullable Duration retryAfter) {
        super(
                head,
                "the limit " + limit + " is used up"
                        + (retryAfter == null ? "" : "; ask again in " + retryAfter.toSeconds() + " s"),
                null);
        this.limit = limit;
        this.retryAfter = retryAfter;
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
     * How long to wait before the next call.
     *
     * @return as Xero said; empty for too many calls at the same time, which end by themselves
     */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
