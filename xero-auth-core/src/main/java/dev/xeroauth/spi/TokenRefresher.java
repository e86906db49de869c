package dev.xeroauth.spi;

/**
 * Presents a refresh token to the authorization server and reports what became of it.
 *
 * <p>It presents the token once: it neither tries again nor follows redirects, because every presentation may spend the
 * token and has been written down by its caller beforehand. Safe for use by any number of threads; blocks until the
 * answer or the deadline.
 */
@FunctionalInterface
public interface TokenRefresher {

    /**
     * Presents the token. Has to return, soon after the deadline at the latest: until then the grant has no other refresh in this
     * process.
     *
     * @param request which token, and for how long at most
     * @return what became of it; an exception instead of a result counts as {@link RefreshOutcome.Ambiguous}
     */
    RefreshOutcome refresh(RefreshRequest request);
}
