package dev.xeroauth.internal.engine;

import dev.xeroauth.Connection;
import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.consent.AccessClaims;
import java.util.List;

/**
 * A consent whose tokens are stored. Its text form shows none of it.
 *
 * @param tokens what Xero issued
 * @param claims what its access token says
 * @param before the tenants of the grant that was there before, as far as they are known
 * @param anotherUser whether that grant was another Xero user's
 */
public record CompletedConsent(TokenSet tokens, AccessClaims claims, List<Connection> before, boolean anotherUser) {

    @Override
    public String toString() {
        return "CompletedConsent[anotherUser=" + anotherUser + "]";
    }
}
