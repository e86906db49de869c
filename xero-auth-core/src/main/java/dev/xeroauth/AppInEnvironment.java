package dev.xeroauth;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** Reads an app from environment variables, and says what is wrong with them without showing a value. */
final class AppInEnvironment {

    private static final String ID = "XERO_CLIENT_ID";
    private static final String SECRET = "XERO_CLIENT_SECRET";
    private static final String KIND = "XERO_APP_KIND";

    private AppInEnvironment() {}

    static XeroApp read(Map<String, String> environment) {
        String clientId = value(environment, ID);
        String secret = value(environment, SECRET);
        if (clientId.isEmpty()) {
            throw wrong(ID + " is not set. It holds the client id from the app's page at Xero; " + SECRET
                    + " holds the secret, which only a PKCE app has not");
        }
        XeroApp.Kind kind = kind(value(environment, KIND), !secret.isEmpty());
        requireFitting(kind, !secret.isEmpty());
        return switch (kind) {
            case WEB -> XeroApp.web(clientId, () -> secret);
            case PKCE -> XeroApp.pkce(clientId);
            case CUSTOM_CONNECTION -> XeroApp.customConnection(clientId, () -> secret);
        };
    }

    private static XeroApp.Kind kind(String named, boolean hasSecret) {
        if (named.isEmpty()) {
            return hasSecret ? XeroApp.Kind.WEB : XeroApp.Kind.PKCE;
        }
        // Not shown: a secret may stand where it does not belong.
        return Arrays.stream(XeroApp.Kind.values())
                .filter(kind -> kind.toString().equals(named))
                .findFirst()
                .orElseThrow(() -> wrong(KIND + " is none of " + kinds()));
    }

    private static void requireFitting(XeroApp.Kind kind, boolean hasSecret) {
        if (kind == XeroApp.Kind.PKCE && hasSecret) {
            throw wrong(KIND + " is pkce, and " + SECRET + " is set, which a PKCE app has not. Unset one of them");
        }
        if (kind != XeroApp.Kind.PKCE && !hasSecret) {
            throw wrong(KIND + " is " + kind + ", and " + SECRET
                    + " is not set. It holds the client secret from the app's" + " page at Xero");
        }
    }

    private static String kinds() {
        return Arrays.stream(XeroApp.Kind.values()).map(XeroApp.Kind::toString).collect(Collectors.joining(", "));
    }

    private static String value(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").strip();
    }

    private static XeroConfigurationException wrong(String what) {
        return new XeroConfigurationException("The environment variable " + what);
    }
}
