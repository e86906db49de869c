package dev.xeroauth;

/**
 * Xero does not accept the application itself: a wrong client id or secret, a scope or kind of request that it may not
 * use, or a custom connection whose organisation was disconnected. An operator mends it; no grant was touched.
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
        this(
                error,
                "Xero rejects the application (" + error + "). Check client id, client secret and kind of app against"
                        + " the app's page at Xero; no grant was touched");
    }

    private AppRejectedException(String error, String message) {
        super(message, null);
        this.error = error;
    }

    /**
     * Says what Xero objected to in a custom connection. Where the organisation was disconnected, or its subscription to the
     * app has ended, that is {@code invalid_grant} or {@code unauthorized_client}.
     *
     * @param error Xero's error code
     * @return the exception, to be thrown
     */
    public static AppRejectedException ofCustomConnection(String error) {
        return new AppRejectedException(
                error, "Xero gives the custom connection no token (" + error + "). " + advice(error));
    }

    private static String advice(String error) {
        return switch (error) {
            case "invalid_grant", "unauthorized_client" ->
                "The organisation was disconnected, its subscription to the custom connection has ended, or the app is"
                        + " none: look at the app's page at Xero";
            case "invalid_scope" ->
                "It may not have the scopes that are asked for, or may ask for none at all: compare them with the app's"
                        + " page at Xero, or leave them out of XeroApp.customConnection";
            default -> "Check client id, client secret and kind of app against the app's page at Xero";
        };
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
