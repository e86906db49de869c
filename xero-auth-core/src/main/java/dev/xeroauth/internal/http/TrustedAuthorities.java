package dev.xeroauth.internal.http;

import dev.xeroauth.internal.engine.OwnThreads;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.TrustManagerFactory;

/** The authorities whose certificates this JVM trusts. */
public final class TrustedAuthorities {

    private TrustedAuthorities() {}

    /**
     * Begins to read them on a daemon thread, and returns at once: it is the longest part of making an HTTP client, and the JVM
     * remembers them for the client that is being made meanwhile. Nothing is kept here. The thread ends by itself within a
     * moment; if it fails, so does whoever needs them, and says so.
     */
    public static void beginToRead() {
        try {
            OwnThreads.daemon(TrustedAuthorities::read, "xero-auth-authorities").start();
        } catch (OutOfMemoryError e) {
            // No thread to be had: then without.
        }
    }

    private static void read() {
        try {
            TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm())
                    .init((KeyStore) null);
        } catch (GeneralSecurityException | RuntimeException e) {
            // As said above.
        }
    }
}
