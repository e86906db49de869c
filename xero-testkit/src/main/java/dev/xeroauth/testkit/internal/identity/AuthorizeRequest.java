package dev.xeroauth.testkit.internal.identity;

import java.util.List;

/**
 * A consent as an application asks for it.
 *
 * @param challenge of PKCE; empty: none
 */
public record AuthorizeRequest(
        String clientId, String redirectUri, String state, String challenge, List<String> scopes) {

    @Override
    public String toString() {
        return "AuthorizeRequest[" + clientId + "]";
    }
}
