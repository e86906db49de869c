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
        String host = uri.getHost();
        if (host == null || uri.getRawFragment() != null || uri.getRawUserInfo() != null) {
            throw refused(uri, "it needs a host, and neither a fragment nor user information");
        }
        if (host.contains("*")) {
            throw refused(uri, "Xero compares the whole address, there are no wildcards");
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
        return uri.getScheme() + "://" + (uri.getHost() == null ? "" : uri.getHost())
                + (uri.getPort() < 0 ? "" : ":" + uri.getPort()) + (uri.getRawPath() == null ? "" : uri.getRawPath());
    }
}
