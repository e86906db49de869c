package dev.xeroauth.accounting.internal.sync;

/** A cursor that nothing may be read with. */
public final class RefusedCursorException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why not. */
    public enum Why {
        /** It is not as it was made. */
        DAMAGED,
        /** A later version of the library made it. */
        LATER_VERSION,
        /** It is of another organisation, or of another kind of document. */
        OTHER_LIST,
        /** It is of a time that has not come yet. */
        FUTURE
    }

    /** Why the cursor is refused. */
    private final Why why;

    /**
     * For a reason.
     *
     * @param why the reason
     */
    public RefusedCursorException(Why why) {
        super(why.name());
        this.why = why;
    }

    /**
     * Why it is refused.
     *
     * @return the reason
     */
    public Why why() {
        return why;
    }
}
