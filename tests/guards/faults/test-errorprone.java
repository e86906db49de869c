package dev.xeroauth.guard;

/** Compares a string with itself in a test. */
final class Fault {

    private Fault() {}

    static boolean same(String text) {
        return text.equals(text);
    }
}
