package dev.xeroauth.testkit.internal.books;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Ids that follow from what they are of. */
public final class Made {

    private Made() {}

    /** The same for the same kind and name. */
    public static UUID id(String kind, String name) {
        return UUID.nameUUIDFromBytes((kind + "/" + name).getBytes(StandardCharsets.UTF_8));
    }
}
