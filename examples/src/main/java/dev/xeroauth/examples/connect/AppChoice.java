package dev.xeroauth.examples.connect;

import dev.xeroauth.XeroApp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Which app the command speaks for. A secret is never on the command line, where other users of the machine read it. */
final class AppChoice {

    private static final XeroApp NOBODY = XeroApp.pkce("none-needed");

    private final Host host;
    private final Settings settings;

    AppChoice(Host host, Settings settings) {
        this.host = host;
        this.settings = settings;
    }

    /** For what asks Xero nothing. */
    static XeroApp nobody() {
        return NOBODY;
    }

    XeroApp app() throws IOException {
        String clientId = settings.clientId()
                .or(() -> host.variable("XERO_CLIENT_ID"))
                .orElseThrow(
                        () -> new ToldException(
                                "Which app is it? Set XERO_CLIENT_ID or --client-id to the client id from the"
                                        + " app's page at Xero (developer.xero.com/app/manage), or try --fake, which needs none."));
        if (isCustomConnection()) {
            throw new ToldException(
                    "XERO_APP_KIND says that the app is a custom connection, which needs no consent and keeps"
                            + " no grant: XeroClient.organisation() reads its organisation at once. To connect with another app, give"
                            + " --client-id, or unset XERO_APP_KIND.");
        }
        if (isOfEnvironment()) {
            return host.app().get();
        }
        Optional<String> secret = secret();
        return secret.isPresent() ? XeroApp.web(clientId, secret::get) : XeroApp.pkce(clientId);
    }

    /** The kind in the environment is that of the client id beside it. */
    private boolean isCustomConnection() {
        return settings.clientId().isEmpty()
                && host.variable("XERO_APP_KIND")
                        .filter(XeroApp.Kind.CUSTOM_CONNECTION.toString()::equals)
                        .isPresent();
    }

    private boolean isOfEnvironment() {
        return settings.clientId().isEmpty() && settings.secretFile().isEmpty() && !settings.asksSecret();
    }

    private Optional<String> secret() throws IOException {
        if (settings.asksSecret()) {
            return Optional.of(checked(
                    host.console()
                            .askSecretly("Client secret: ")
                            .orElseThrow(() -> new ToldException("There is no console to ask for the secret at. Use"
                                    + " XERO_CLIENT_SECRET or --secret-file.")),
                    "The client secret is empty."));
        }
        if (settings.secretFile().isPresent()) {
            return Optional.of(ofFile(settings.secretFile().get()));
        }
        return host.variable("XERO_CLIENT_SECRET");
    }

    private static String ofFile(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ToldException("There is no file " + file + " with the client secret.");
        }
        return checked(Files.readString(file), "The file " + file + " with the client secret is empty.");
    }

    private static String checked(String secret, String otherwise) {
        if (secret.isBlank()) {
            throw new ToldException(otherwise);
        }
        return secret.strip();
    }
}
