package dev.xeroauth.testkit.internal.identity;

/** An error code of RFC 6749, section 5.2. */
public final class OAuthError extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String code;

    OAuthError(String code) {
        super(code);
        this.code = code;
    }

    /** Such as {@code invalid_grant}. */
    public String code() {
        return code;
    }
}
