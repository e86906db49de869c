package dev.xeroauth.examples;

import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.spi.TimeSource;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;

/** Xero itself, with the app that the environment names. The user decides in a browser on this machine. */
final class RealXero implements Surroundings {

    /** As long as a consent is good. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final XeroApp app = XeroApp.fromEnvironment();
    private final PrintStream out;

    RealXero(PrintStream out) {
        this.out = out;
    }

    @Override
    public XeroApp app() {
        return app;
    }

    @Override
    public XeroEndpoints endpoints() {
        return XeroEndpoints.production();
    }

    @Override
    public TimeSource time() {
        return TimeSource.system();
    }

    @Override
    public URI letUserDecide(URI consentUrl) throws IOException, InterruptedException {
        try (BrowserCallback callback = BrowserCallback.listen(REDIRECT.getPort())) {
            callback.expect(consentUrl);
            out.println(
                    "Open this address in a browser, with " + REDIRECT + " registered as a redirect URI of the app:");
            out.println(consentUrl);
            BrowserVisit visit = callback.await(PATIENCE)
                    .orElseThrow(() -> new IOException("Nobody has decided at Xero for " + PATIENCE.toMinutes()
                            + " minutes, and the consent has run out: start again"));
            visit.answer(BrowserPage.GO_BACK);
            return visit.address();
        }
    }

    @Override
    public void pause(Duration duration) throws InterruptedException {
        Thread.sleep(duration.toMillis());
    }

    @Override
    public void close() {
        // Nothing of its own outlives a consent.
    }
}
