package dev.xeroauth;

import java.io.IOException;

/**
 * Carries a {@link XeroException} through OkHttp, whose interceptors may throw nothing but {@link IOException}. It comes
 * out of {@code Call.execute()} and {@code Callback.onFailure}; {@code XeroClient} unwraps it.
 */
public final class XeroIOException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient XeroException problem;

    /**
     * Wraps.
     *
     * @param problem what is to be carried
     */
    public XeroIOException(XeroException problem) {
        super(problem.getMessage(), problem);
        this.problem = problem;
    }

    /**
     * What was carried; the same as {@link #getCause()}.
     *
     * @return the exception that says what went wrong
     */
    public XeroException problem() {
        return problem;
    }
}
