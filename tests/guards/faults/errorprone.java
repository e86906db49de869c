package dev.xeroauth.guard;

/** Compares a string with itself. */
public final class Fault {

    private Fault() {}

    /**
     * Always the same.
     *
     * @param text any
     * @return true
     */
    public static boolean same(String text) {
        return text.equals(text);
    }
}
