package dev.xeroauth.accounting.internal.sync;

/** An answer is not what a sync is built on; its message says in which way. */
public final class BrokenPremiseException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * What is wrong.
     *
     * @param what a clause without a customer's data
     */
    public BrokenPremiseException(String what) {
        super(what);
    }
}
