package dev.xeroauth;

/**
 * Xero does not accept the application itself: a wrong client id or secret, a scope or kind of request that it may not
 * use. An operator mends it; no grant was touched.
 */
public final class AppRejectedException extends XeroException {

    private static final long serialVersionUID = 1L;

    private final transient String error;

    /**
     * Says what Xero objected to.
     *
     * @param error Xero's error code, such as {@code invalid_client}
     */
    public AppRejectedException(String error) {
        super(
                "Xero rejects the application (" + error + "). Check client id, client secret and kind of app against"
                        + " the app's page at Xero; no grant was touched",
                null);
        this.error = error;
    }

    /**
     * Xero's error code.
     *
     * @return the code, such as {@code invalid_client}
     */
    public String error() {
        return error;
    }
}
