package dev.xeroauth.testkit.internal.identity;

import java.util.Optional;

/** An app that is registered with the fake. A public one has no secret. */
public record Client(String id, Optional<String> secret) {

    @Override
    public String toString() {
        return "Client[" + id + "]";
    }
}
