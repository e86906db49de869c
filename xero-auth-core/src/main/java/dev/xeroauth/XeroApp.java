package dev.xeroauth;

import java.util.Map;
import java.util.Objects;
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
     * The app that the environment names: {@code XERO_CLIENT_ID}, and {@code XERO_CLIENT_SECRET} for a web app; without a
     * secret it is a PKCE app. The variables are read once, now.
     *
     * @return the app
     * @throws XeroConfigurationException if {@code XERO_CLIENT_ID} is not set
     */
    public static XeroApp fromEnvironment() {
        return from(System.getenv());
    }

    static XeroApp from(Map<String, String> environment) {
        String clientId = environment.getOrDefault("XERO_CLIENT_ID", "");
        String secret = environment.getOrDefault("XERO_CLIENT_SECRET", "");
        if (clientId.isBlank()) {
            throw new XeroConfigurationException(
                    "The environment variable XERO_CLIENT_ID is not set. It holds the client"
                            + " id from the app's page at Xero; XERO_CLIENT_SECRET holds the secret of a web app");
        }
        return secret.isBlank() ? pkce(clientId) : web(clientId, () -> secret);
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
     * @throws NullPointerException if the supplier of a web app returns null
     */
    public Optional<String> clientSecret() {
        return clientSecret.map(
                asked -> Objects.requireNonNull(asked.get(), "The supplier of the client secret returned null"));
    }

    @Override
    public String toString() {
        return "XeroApp[" + (clientSecret.isPresent() ? "web" : "pkce") + ", clientId=" + clientId + "]";
    }
}
