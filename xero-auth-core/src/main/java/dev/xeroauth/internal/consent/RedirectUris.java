package dev.xeroauth.internal.consent;

import java.net.URI;

/**
 * What Xero takes as a redirect URI. A wrong one ends in an error page at Xero from which nobody returns, so it is checked
 * here first.
 */
public final class RedirectUris {

    private RedirectUris() {}

    /**
     * Lets a good one through.
     *
     * @throws IllegalArgumentException if Xero would refuse it, with the reason
     */
    public static URI checked(URI uri) {
        if (String.valueOf(uri.getRawAuthority()).contains("*")) {
            throw refused(uri, "Xero compares the whole address, there are no wildcards");
        }
        String host = uri.getHost();
        if (host == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw refused(uri, "it needs a host, and neither a fragment nor user information");
        }
        if ("https".equals(uri.getScheme())) {
            return uri;
        }
        if (!"http".equals(uri.getScheme())) {
            throw refused(uri, "it begins with https, or with http on localhost");
        }
        if (!"localhost".equals(host)) {
            throw refused(uri, "http is for the host name 'localhost' alone; Xero refuses 127.0.0.1 too");
        }
        return uri;
    }

    private static IllegalArgumentException refused(URI uri, String reason) {
        return new IllegalArgumentException(
                "Xero would refuse the redirect URI '" + withoutSecrets(uri) + "': " + reason);
    }

    private static String withoutSecrets(URI uri) {
        String authority = uri.getRawAuthority() == null ? "" : uri.getRawAuthority();
        return uri.getScheme() + "://" + authority.substring(authority.lastIndexOf('@') + 1)
                + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }
}
