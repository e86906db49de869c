package dev.xeroauth.testkit.internal.filter;

/** A filter that makes no sense, in general or for one document. */
public final class FilterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FilterException(String message) {
        super(message);
    }
}
