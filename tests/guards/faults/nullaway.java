package dev.xeroauth.guard;

import org.jspecify.annotations.Nullable;

/** Reads the length of what may be null. */
public final class Fault {

    private Fault() {}

    /**
     * A length.
     *
     * @param text or null
     * @return its length
     */
    public static int length(@Nullable String text) {
        return text.length();
    }
}
