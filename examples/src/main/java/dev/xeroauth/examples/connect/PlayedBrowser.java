package dev.xeroauth.examples.connect;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.function.UnaryOperator;

/** A user who decides at once, and whose browser then comes back as Xero tells it to. */
final class PlayedBrowser implements Host.Browser {

    private final UnaryOperator<URI> user;
    private final PrintStream out;
    private final String what;

    PlayedBrowser(UnaryOperator<URI> user, PrintStream out, String what) {
        this.user = user;
        this.out = out;
        this.what = what;
    }

    @Override
    public boolean open(URI consentUrl) {
        out.println("  [play] the user " + what + " in the browser");
        URI callback = user.apply(consentUrl);
        // The page comes only after the command has asked Xero for the tokens.
        Thread browser = new Thread(() -> read(callback), "played-browser");
        browser.setDaemon(true);
        browser.start();
        return true;
    }

    private static void read(URI callback) {
        try (InputStream page = callback.toURL().openStream()) {
            page.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
