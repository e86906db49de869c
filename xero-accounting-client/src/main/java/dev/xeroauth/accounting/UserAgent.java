package dev.xeroauth.accounting;

import java.util.Objects;
import okhttp3.OkHttp;

/** How the client names itself to Xero. */
final class UserAgent {

    /** Names the library, its version if it runs from its jar, OkHttp and Java. */
    static final String TEXT = "xero-auth-java/" + version() + " okhttp/" + OkHttp.VERSION + " java/"
            + Runtime.version().feature();

    private UserAgent() {}

    private static String version() {
        return Objects.requireNonNullElse(UserAgent.class.getPackage().getImplementationVersion(), "unpackaged");
    }
}
