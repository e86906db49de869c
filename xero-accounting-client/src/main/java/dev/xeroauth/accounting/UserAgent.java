package dev.xeroauth.accounting;

import java.lang.module.ModuleDescriptor;
import okhttp3.OkHttp;

/** How the client names itself to Xero. */
final class UserAgent {

    /** Names the library, its version if it runs from its jar, OkHttp and Java. */
    static final String TEXT = "xero-auth-java/" + version() + " okhttp/" + OkHttp.VERSION + " java/"
            + Runtime.version().feature();

    private UserAgent() {}

    /** On the module path the module knows it, on the class path the jar's manifest. */
    private static String version() {
        ModuleDescriptor module = UserAgent.class.getModule().getDescriptor();
        if (module != null && module.rawVersion().isPresent()) {
            return module.rawVersion().get();
        }
        String manifest = UserAgent.class.getPackage().getImplementationVersion();
        return manifest == null ? "unpackaged" : manifest;
    }
}
