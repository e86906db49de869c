package dev.xeroauth.guard;

/** Leaves a method without a comment. */
public final class Fault {

    private Fault() {}

    public static int bare() {
        return 1;
    }
}
