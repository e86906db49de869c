package dev.xeroauth.internal.consent;

import dev.xeroauth.GrantId;
import java.net.URI;
import java.time.Instant;

/**
 * A consent between its beginning and the user's return. Its text form shows no secret.
 *
 * @param grantId what it is for
 * @param state what has to come back unchanged
 * @param pkce the secret behind the challenge
 * @param redirectUri where the user comes back to
 * @param scopes what was asked for, separated by spaces
 * @param until when it ends
 */
public record PendingConsent(GrantId grantId, String state, Pkce pkce, URI redirectUri, String scopes, Instant until) {

    @Override
    public String toString() {
        return "PendingConsent[grantId=" + grantId + ", until=" + until + "]";
    }
}
