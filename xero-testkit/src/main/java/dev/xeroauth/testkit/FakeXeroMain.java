package dev.xeroauth.testkit;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * Starts a {@link FakeXero} alone, for an application in any language. It runs until it is ended.
 *
 * <p>Environment: {@code FAKE_XERO_PORT} (8724), {@code FAKE_XERO_SEED} (42), {@code FAKE_XERO_STATE} (a file, none).
 */
public final class FakeXeroMain {

    private static final int MANY = 1500;
    private static final int FEWER = 1000;

    private FakeXeroMain() {}

    /**
     * Starts it and prints where it listens, and the three apps that it knows.
     *
     * @param args none
     */
    public static void main(String[] args) {
        describe(start(System.getenv()), System.out);
    }

    static FakeXero start(Map<String, String> environment) {
        FakeXero.Builder builder = FakeXero.builder()
                .port(Integer.parseInt(environment.getOrDefault("FAKE_XERO_PORT", "8724")))
                .seed(Long.parseLong(environment.getOrDefault("FAKE_XERO_SEED", "42")))
                .organisation("Orchard Lane Bakery", MANY)
                .organisation("Harbour Cycles", FEWER);
        String state = environment.getOrDefault("FAKE_XERO_STATE", "");
        return (state.isEmpty() ? builder : builder.stateFile(Path.of(state))).start();
    }

    static void describe(FakeXero xero, PrintStream out) {
        out.println("Fake Xero listens at " + xero.endpoints().api());
        out.println("web app:  client id " + xero.app().clientId() + ", secret "
                + xero.app().clientSecret().orElseThrow());
        out.println("PKCE app: client id " + xero.pkceApp().clientId());
        out.println("custom connection: client id " + xero.customConnectionApp().clientId() + ", secret "
                + xero.customConnectionApp().clientSecret().orElseThrow());
        xero.organisations()
                .forEach(organisation -> out.println("organisation " + organisation.tenantId() + ": "
                        + organisation.name() + ", " + organisation.invoices().size() + " invoices"));
    }
}
