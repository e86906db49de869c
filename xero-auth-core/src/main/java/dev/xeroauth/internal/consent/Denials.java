package dev.xeroauth.internal.consent;

import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentException.Reason;
import java.util.Set;

/** What an error that came back with the browser means (RFC 6749, section 4.1.2.1; OpenID Connect Core 1.0, 3.1.2.6). */
public final class Denials {

    private static final Set<String> OF_THE_APP = Set.of(
            "invalid_request", "unauthorized_client", "unsupported_response_type", "invalid_scope", "invalid_client");
    private static final Set<String> FOR_NOW = Set.of("server_error", "temporarily_unavailable");

    private Denials() {}

    /** For whoever completes the consent. A code that is not known is not repeated: anybody may have written it. */
    public static ConsentException of(String error) {
        if (error.equals("access_denied")) {
            return denial(Reason.DENIED, "The user did not consent (access_denied)");
        }
        if (OF_THE_APP.contains(error)) {
            return denial(
                    Reason.APP_REJECTED,
                    "Xero did not show the consent to the user (" + error + "). Check scopes, redirect URIs and kind of"
                            + " the app on its page at Xero");
        }
        if (FOR_NOW.contains(error)) {
            return denial(
                    Reason.XERO_UNAVAILABLE, "Xero could not do it now (" + error + "). Let the user begin again");
        }
        return denial(Reason.DENIED, "Xero ended the consent without the user's permission. Let the user begin again");
    }

    private static ConsentException denial(Reason reason, String message) {
        return new ConsentException(reason, message, null);
    }
}
