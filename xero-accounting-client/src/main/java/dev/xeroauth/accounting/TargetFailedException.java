package dev.xeroauth.accounting;

import java.io.IOException;

/** Carries the failure of whatever a download is written to past those of the connection. Never leaves the package. */
final class TargetFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final IOException failure;

    TargetFailedException(IOException failure) {
        super(failure);
        this.failure = failure;
    }

    IOException failure() {
        return failure;
    }
}
