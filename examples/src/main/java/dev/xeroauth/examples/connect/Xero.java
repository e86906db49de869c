package dev.xeroauth.examples.connect;

import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.testkit.FakeXero;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/**
 * Which Xero the command talks to, and who sits in front of its consent page.
 *
 * @param app who asks
 * @param endpoints where it is
 * @param browser what shows its consent page to the user
 * @param end what is to be done when the command is through
 */
record Xero(XeroApp app, XeroEndpoints endpoints, Host.Browser browser, Runnable end) {

    private static final int FEW = 20;

    /** For what is answered by the store alone. */
    static Xero unasked() {
        return new Xero(AppChoice.nobody(), XeroEndpoints.production(), address -> false, () -> {});
    }

    static Xero of(Host host, Settings settings, Path directory) throws IOException {
        if (settings.isFake()) {
            return played(host, settings, directory);
        }
        XeroEndpoints endpoints =
                settings.xero().map(Xero::elsewhere).map(XeroEndpoints::at).orElseGet(XeroEndpoints::production);
        return new Xero(new AppChoice(host, settings).app(), endpoints, host.browser(), () -> {});
    }

    /** Its consents and tokens outlive it in a file; its clock is that of the host, so there is nothing to keep of that. */
    private static Xero played(Host host, Settings settings, Path directory) {
        FakeXero xero = FakeXero.builder()
                .organisation("Orchard Lane Bakery", FEW)
                .organisation("Harbour Cycles", FEW)
                .stateFile(directory.resolve("fake-xero.json"))
                .start();
        Host.Browser browser = switch (settings.fakeUser()) {
            case ALLOWS -> new PlayedBrowser(xero::approve, host.out(), "allows access");
            case DENIES -> new PlayedBrowser(xero::deny, host.out(), "does not allow access");
            case ME -> host.browser();
        };
        return new Xero(xero.app(), xero.endpoints(), browser, xero::close);
    }

    /** A real app's secret does not travel in clear. */
    private static URI elsewhere(URI xero) {
        boolean here = "localhost".equals(xero.getHost()) || "127.0.0.1".equals(xero.getHost());
        if (!here && !"https".equals(xero.getScheme())) {
            throw new ToldException("--xero takes an address on localhost, or one that begins with https.");
        }
        return xero;
    }
}
