package dev.xeroauth.guard;

/** Leaves a parameter without a word. */
public final class Fault {

    private Fault() {}

    /**
     * A number.
     *
     * @return the same
     */
    public static int same(int number) {
        return number;
    }
}
