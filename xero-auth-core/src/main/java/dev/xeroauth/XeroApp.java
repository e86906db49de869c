package dev.xeroauth;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * The application as it is registered at Xero. Immutable and safe for use by any number of threads; its text form shows no
 * secret.
 */
public final class XeroApp {

    private final String clientId;
    private final Optional<Supplier<String>> clientSecret;

    private XeroApp(String clientId, Optional<Supplier<String>> clientSecret) {
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("The client id is blank");
        }
        this.clientId = clientId;
        this.clientSecret = clientSecret;
    }

    /**
     * A web app: it keeps a secret, and sends it with HTTP Basic.
     *
     * @param clientId the app's client id
     * @param clientSecret asked whenever the secret is needed, so that it can be changed while the service runs; it must be
     *     safe for use by any number of threads
     * @return the app
     * @throws IllegalArgumentException if the client id is blank
     */
    public static XeroApp web(String clientId, Supplier<String> clientSecret) {
        return new XeroApp(clientId, Optional.of(clientSecret));
    }

    /**
     * A PKCE app, on a desktop or phone: it has no secret.
     *
     * @param clientId the app's client id
     * @return the app
     * @throws IllegalArgumentException if the client id is blank
     */
    public static XeroApp pkce(String clientId) {
        return new XeroApp(clientId, Optional.empty());
    }

    /**
     * The app's name at Xero. It is no secret.
     *
     * @return the client id
     */
    public String clientId() {
        return clientId;
    }

    /**
     * The secret as it is at this moment. Asks the application's supplier, and throws what that throws.
     *
     * @return the client secret, or empty for an app that has none
     */
    public Optional<String> clientSecret() {
        return clientSecret.map(Supplier::get);
    }

    @Override
    public String toString() {
        return "XeroApp[" + (clientSecret.isPresent() ? "web" : "pkce") + ", clientId=" + clientId + "]";
    }
}
