package dev.xeroauth;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The application as it is registered at Xero. Immutable and safe for use by any number of threads; its text form shows no
 * secret.
 */
public final class XeroApp {

    private final Kind kind;
    private final String clientId;
    private final Optional<Supplier<String>> clientSecret;
    private final Set<Scope> scopes;

    /** What Xero distinguishes when an app is registered. */
    public enum Kind {
        /** On a server, with a secret; users connect their organisations to it. */
        WEB("web"),
        /** On a desktop or phone, without a secret; its user connects organisations to it. */
        PKCE("pkce"),
        /** On a server, with a secret, for one organisation that Xero has connected to it: nobody consents. */
        CUSTOM_CONNECTION("custom-connection");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        /** As it stands in the environment. */
        @Override
        public String toString() {
            return text;
        }
    }

    private XeroApp(Kind kind, String clientId, Optional<Supplier<String>> clientSecret, Set<Scope> scopes) {
        if (clientId.isBlank()) {
            throw new IllegalArgumentException("The client id is blank");
        }
        this.kind = kind;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.scopes = scopes;
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
        return new XeroApp(Kind.WEB, clientId, Optional.of(clientSecret), Set.of());
    }

    /**
     * A PKCE app, on a desktop or phone: it has no secret.
     *
     * @param clientId the app's client id
     * @return the app
     * @throws IllegalArgumentException if the client id is blank
     */
    public static XeroApp pkce(String clientId) {
        return new XeroApp(Kind.PKCE, clientId, Optional.empty(), Set.of());
    }

    /**
     * A custom connection: it keeps a secret, and belongs to one organisation, which was connected when the app was
     * set up. Nobody consents, and nothing is stored; see {@link CustomConnection}.
     *
     * @param clientId the app's client id
     * @param clientSecret asked whenever the secret is needed, as that of {@link #web}
     * @return the app, whose tokens have every scope that is ticked on its page at Xero
     * @throws IllegalArgumentException if the client id is blank
     */
    public static XeroApp customConnection(String clientId, Supplier<String> clientSecret) {
        return new XeroApp(Kind.CUSTOM_CONNECTION, clientId, Optional.of(clientSecret), Set.of());
    }

    /**
     * The same with scopes, which are sent then. Xero refuses that for some apps, with {@code invalid_scope}: those do
     * without.
     *
     * @param clientId the app's client id
     * @param clientSecret asked whenever the secret is needed, as that of {@link #web}
     * @param scopes of those that are ticked on the app's page at Xero; none: nothing is sent. Not {@link
     *     Scope#OFFLINE_ACCESS}: there is no refresh token
     * @return the app
     * @throws IllegalArgumentException if the client id is blank, or {@code offline_access} is among the scopes
     */
    public static XeroApp customConnection(String clientId, Supplier<String> clientSecret, Scope... scopes) {
        Set<Scope> all = Collections.unmodifiableSet(new TreeSet<>(List.of(scopes)));
        if (all.contains(Scope.OFFLINE_ACCESS)) {
            throw new IllegalArgumentException("A custom connection has no refresh token, and Xero refuses"
                    + " offline_access for it. Leave Scope.OFFLINE_ACCESS out");
        }
        return new XeroApp(Kind.CUSTOM_CONNECTION, clientId, Optional.of(clientSecret), all);
    }

    /**
     * The app that the environment names: {@code XERO_CLIENT_ID}, {@code XERO_CLIENT_SECRET} unless it is a PKCE app, and
     * {@code XERO_APP_KIND}, which is {@code web}, {@code pkce} or {@code custom-connection}. Without a kind it is a web app
     * if there is a secret, and else a PKCE app. The variables are read once, now.
     *
     * @return the app
     * @throws XeroConfigurationException if {@code XERO_CLIENT_ID} is not set, the kind is none of the three, or the secret
     *     is missing or too much for it
     */
    public static XeroApp fromEnvironment() {
        return AppInEnvironment.read(System.getenv());
    }

    /**
     * As what it is registered at Xero.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }

    /**
     * What a custom connection asks for. What a user is asked for by the others stands in {@link Scopes}.
     *
     * @return in the order of their names; empty: whatever is ticked on the app's page at Xero
     */
    public Set<Scope> scopes() {
        return scopes;
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
     * @throws NullPointerException if the supplier returns null
     */
    public Optional<String> clientSecret() {
        return clientSecret.isPresent()
                ? Optional.of(Objects.requireNonNull(
                        clientSecret.get().get(), "The supplier of the client secret returned null"))
                : Optional.empty();
    }

    @Override
    public String toString() {
        return "XeroApp[" + kind + ", clientId=" + clientId + "]";
    }
}
