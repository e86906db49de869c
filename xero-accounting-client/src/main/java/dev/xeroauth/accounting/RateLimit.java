package dev.xeroauth.accounting;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Xero's limits on calls. */
public enum RateLimit {
    /** Calls in a minute, for one tenant. */
    MINUTE,
    /** Calls in a day, for one tenant. It can take 19 hours to end. */
    DAY,
    /** Calls in a minute, for the app over all its tenants. */
    APP_MINUTE,
    /** Calls at the same time, for one tenant. */
    CONCURRENT,
    /** Xero did not say which, or named one that this version does not know. */
    UNKNOWN;

    /** Reads {@code X-Rate-Limit-Problem}, whose spelling varies: it is the beginning that counts. */
    static RateLimit of(@Nullable String header) {
        String problem = header == null ? "" : header.strip().toLowerCase(Locale.ROOT);
        if (problem.startsWith("appmin")) {
            return APP_MINUTE;
        }
        if (problem.startsWith("min")) {
            return MINUTE;
        }
        if (problem.startsWith("day")) {
            return DAY;
        }
        return problem.startsWith("concurrent") ? CONCURRENT : UNKNOWN;
    }
}
