package dev.xeroauth.testkit;

/**
 * How many calls a {@link FakeXero} bears. The windows are fixed, and begin at another time for every tenant; a call that is
 * refused does not count. {@link Integer#MAX_VALUE} is no limit and has no header. Immutable.
 *
 * @param concurrent requests in progress, per tenant and app
 * @param perMinute calls in a minute, per tenant and app
 * @param perDay calls in a day, per tenant and app
 * @param appPerMinute calls in a minute, per app over all tenants
 */
public record RateLimits(int concurrent, int perMinute, int perDay, int appPerMinute) {

    private static final RateLimits OF_XERO = new RateLimits(5, 60, 5_000, 10_000);
    private static final RateLimits NONE =
            new RateLimits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /**
     * Checks the numbers.
     *
     * @param concurrent see {@link RateLimits}
     * @param perMinute see {@link RateLimits}
     * @param perDay see {@link RateLimits}
     * @param appPerMinute see {@link RateLimits}
     * @throws IllegalArgumentException if one of them is less than 1
     */
    public RateLimits {
        if (Math.min(Math.min(concurrent, perMinute), Math.min(perDay, appPerMinute)) < 1) {
            throw new IllegalArgumentException("A limit is at least 1");
        }
    }

    /**
     * Xero's own.
     *
     * @return 5 in progress, 60 a minute, 5,000 a day, 10,000 a minute per app
     */
    public static RateLimits ofXero() {
        return OF_XERO;
    }

    /**
     * As many calls as there are.
     *
     * @return no limits and no headers
     */
    public static RateLimits none() {
        return NONE;
    }

    /**
     * Another number of requests in progress.
     *
     * @param limit per tenant and app
     * @return the limits
     */
    public RateLimits withConcurrent(int limit) {
        return new RateLimits(limit, perMinute, perDay, appPerMinute);
    }

    /**
     * Another number a minute.
     *
     * @param limit per tenant and app
     * @return the limits
     */
    public RateLimits withPerMinute(int limit) {
        return new RateLimits(concurrent, limit, perDay, appPerMinute);
    }

    /**
     * Another number a day.
     *
     * @param limit per tenant and app
     * @return the limits
     */
    public RateLimits withPerDay(int limit) {
        return new RateLimits(concurrent, perMinute, limit, appPerMinute);
    }

    /**
     * Another number a minute over all tenants.
     *
     * @param limit per app
     * @return the limits
     */
    public RateLimits withAppPerMinute(int limit) {
        return new RateLimits(concurrent, perMinute, perDay, limit);
    }
}
