package dev.xeroauth.guard;

/** A class that every checker accepts. */
public final class Clean {

    private Clean() {}

    /**
     * A number.
     *
     * @return one
     */
    public static int one() {
        return 1;
    }
}
