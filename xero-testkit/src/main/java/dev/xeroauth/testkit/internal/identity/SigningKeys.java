package dev.xeroauth.testkit.internal.identity;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The keys that ID tokens are signed with, one after the other. To make one takes a while and most fakes need none, so that a
 * key is made when somebody asks for it, and all fakes of a process share them. Thread-safe.
 */
public final class SigningKeys {

    private static final Map<Integer, SigningKey> MADE = new ConcurrentHashMap<>();
    private static final int UNPUBLISHED = -1;

    private final AtomicInteger current = new AtomicInteger();

    SigningKey current() {
        return numbered(current.get());
    }

    /** A key that no fake publishes. */
    static SigningKey unpublished() {
        return numbered(UNPUBLISHED);
    }

    /** The key with this id; the first one if there is none. */
    static SigningKey named(String id) {
        return MADE.values().stream()
                .filter(key -> key.id().equals(id))
                .findFirst()
                .orElseGet(() -> numbered(0));
    }

    /** The next ID token is signed with another key. */
    public void rotate() {
        current.incrementAndGet();
    }

    /** The JSON Web Key Set: every key so far. */
    public ObjectNode published() {
        ObjectNode set = JsonNodeFactory.instance.objectNode();
        ArrayNode keys = set.putArray("keys");
        for (int i = 0; i <= current.get(); i++) {
            keys.add(numbered(i).published());
        }
        return set;
    }

    private static SigningKey numbered(int number) {
        return MADE.computeIfAbsent(number, none -> SigningKey.made());
    }
}
