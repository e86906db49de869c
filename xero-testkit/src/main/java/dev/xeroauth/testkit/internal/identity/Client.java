package dev.xeroauth.testkit.internal.identity;

import dev.xeroauth.XeroApp;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * An app that is registered with the fake.
 *
 * @param kind who gets tokens, and for what
 * @param secret asked whenever it is compared; empty: a public app
 */
public record Client(String id, XeroApp.Kind kind, Supplier<Optional<String>> secret) {

    /** Whether it has no secret. */
    public boolean isPublic() {
        return secret.get().isEmpty();
    }

    /** Whether it has one organisation, and nobody consents to it. */
    public boolean isCustomConnection() {
        return kind == XeroApp.Kind.CUSTOM_CONNECTION;
    }

    /** Whether this is its secret now. */
    public boolean hasSecret(String presented) {
        return secret.get().filter(presented::equals).isPresent();
    }

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
