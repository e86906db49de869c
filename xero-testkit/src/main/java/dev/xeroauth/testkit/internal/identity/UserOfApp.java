package dev.xeroauth.testkit.internal.identity;

import java.util.Objects;
import java.util.UUID;

/** One user at one app: whose consents, tokens and connections something is. */
public record UserOfApp(String clientId, UUID userId) {

    /** Refuses a state file that says neither. */
    public UserOfApp {
        Objects.requireNonNull(clientId, "clientId");
        Objects.requireNonNull(userId, "userId");
    }
}
