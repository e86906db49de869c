package dev.xeroauth;

import java.net.URI;

/**
 * The addresses of Xero. They are constants: discovery at start-up has met firewalls that answer 403.
 *
 * @param login where a browser is sent for consent, {@code https://login.xero.com}
 * @param identity where tokens are issued, {@code https://identity.xero.com}
 * @param api where the APIs and the connections are, {@code https://api.xero.com}
 */
public record XeroEndpoints(URI login, URI identity, URI api) {

    private static final String ISSUER = "https://identity.xero.com";
    private static final XeroEndpoints PRODUCTION = new XeroEndpoints(
            URI.create("https://login.xero.com"),
            URI.create("https://identity.xero.com"),
            URI.create("https://api.xero.com"));

    /**
     * Checks the addresses.
     *
     * @param login see {@link XeroEndpoints}
     * @param identity see {@link XeroEndpoints}
     * @param api see {@link XeroEndpoints}
     * @throws IllegalArgumentException if one of them is not an {@code http(s)} address with a host
     */
    public XeroEndpoints {
        login = checked(login);
        identity = checked(identity);
        api = checked(api);
    }

    /**
     * Xero itself.
     *
     * @return the addresses that an application uses unless told otherwise
     */
    public static XeroEndpoints production() {
        return PRODUCTION;
    }

    /**
     * Everything at one address, as a fake Xero in a test serves it.
     *
     * @param base such as {@code http://localhost:49152}
     * @return the addresses
     * @throws IllegalArgumentException if it is not an {@code http(s)} address with a host
     */
    public static XeroEndpoints at(URI base) {
        return new XeroEndpoints(base, base, base);
    }

    /**
     * Where consent begins.
     *
     * @return the authorize address
     */
    public URI authorize() {
        return under(login, "/identity/connect/authorize");
    }

    /**
     * Where codes and refresh tokens are exchanged.
     *
     * @return the token address
     */
    public URI token() {
        return under(identity, "/connect/token");
    }

    /**
     * Where the public keys are that ID tokens are signed with.
     *
     * @return the address of the JSON Web Key Set
     */
    public URI jwks() {
        return under(identity, "/.well-known/openid-configuration/jwks");
    }

    /**
     * Who issues ID tokens. A name and no address: the same wherever the tokens come from, a fake Xero among them.
     *
     * @return what an ID token's claim {@code iss} says
     */
    public String issuer() {
        return ISSUER;
    }

    /**
     * Where tokens are revoked.
     *
     * @return the revocation endpoint
     */
    public URI revocation() {
        return under(identity, "/connect/revocation");
    }

    /**
     * Where the tenants of a token are listed.
     *
     * @return the connections address
     */
    public URI connections() {
        return under(api, "/connections");
    }

    /**
     * The root of the accounting API.
     *
     * @return the address without a slash at its end
     */
    public URI accounting() {
        return under(api, "/api.xro/2.0");
    }

    private static URI under(URI base, String path) {
        return URI.create(base + path);
    }

    private static URI checked(URI uri) {
        String scheme = uri.getScheme();
        if (uri.getHost() == null || !("https".equals(scheme) || "http".equals(scheme))) {
            throw new IllegalArgumentException("Not an http or https address: " + uri);
        }
        String text = uri.toString();
        return text.endsWith("/") ? URI.create(text.substring(0, text.length() - 1)) : uri;
    }
}
