package dev.xeroauth;

import java.net.URI;

/**
 * A consent that has begun: where to send the user's browser, and what to keep until it comes back. Immutable; its text form
 * shows the grant alone.
 */
public final class ConsentRequest {

    private final GrantId grantId;
    private final URI url;
    private final String sealed;

    ConsentRequest(GrantId grantId, URI url, String sealed) {
        this.grantId = grantId;
        this.url = url;
        this.sealed = sealed;
    }

    /**
     * The grant that the consent is for.
     *
     * @return its id
     */
    public GrantId grantId() {
        return grantId;
    }

    /**
     * Where to redirect the user's browser.
     *
     * @return Xero's consent page, with everything in its query
     */
    public URI url() {
        return url;
    }

    /**
     * This request, encrypted, for a cookie or the user's session; {@link ConsentFlow#resume} reads it. It has to come from
     * the same browser again, which is what keeps a forged callback out.
     *
     * @return URL-safe Base64 without padding, some 700 characters, good for ten minutes
     */
    public String sealed() {
        return sealed;
    }

    @Override
    public String toString() {
        return "ConsentRequest[grantId=" + grantId + "]";
    }
}
