package dev.xeroauth.internal.consent;

import dev.xeroauth.ConsentOptions;
import dev.xeroauth.GrantId;
import dev.xeroauth.Scope;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/**
 * A consent between its beginning and the user's return. Its text form shows no secret.
 *
 * @param grantId what it is for
 * @param state what has to come back unchanged
 * @param nonce what the ID token has to name
 * @param pkce the secret behind the challenge
 * @param redirectUri where the user comes back to
 * @param scopes what was asked for, separated by spaces
 * @param options what else counts
 * @param until when it ends
 */
public record PendingConsent(
        GrantId grantId,
        String state,
        String nonce,
        Pkce pkce,
        URI redirectUri,
        String scopes,
        ConsentOptions options,
        Instant until) {

    /** What its grant's generation is called, whoever completes it: a callback that comes twice is known by that. */
    public String generation() {
        return Sha256.of("generation " + state);
    }

    /** Whether an ID token was asked for. */
    public boolean wantsIdentity() {
        return List.of(scopes.split(" ", -1)).contains(Scope.OPENID.value());
    }

    @Override
    public String toString() {
        return "PendingConsent[grantId=" + grantId + ", until=" + until + "]";
    }
}
