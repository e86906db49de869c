package dev.xeroauth.examples.connect;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every sub-command has to know: where grants are kept, which app it is, and where Xero is. */
final class Settings {

    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "Where grants and their key are kept. Default: ~/.xero-connect")
    private @Nullable Path directory;

    @Option(
            names = "--jdbc",
            paramLabel = "URL",
            description =
                    "Keeps the grants in a database, jdbc:postgresql:... or jdbc:h2:...; XERO_JDBC_USER and XERO_JDBC_PASSWORD"
                            + " say who. A key file stays in --store.")
    private @Nullable String jdbc;

    @Option(
            names = "--environment",
            paramLabel = "NAME",
            description = "What records are bound to, as XeroAuthBuilder.environment(NAME). Default: production")
    private String environment = "production";

    @Option(names = "--client-id", paramLabel = "ID", description = "The app's client id. Default: XERO_CLIENT_ID")
    private @Nullable String clientId;

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "Holds the client secret of a web app. Default: XERO_CLIENT_SECRET; an app"
                    + " without a secret is a PKCE app.")
    private @Nullable Path secretFile;

    @Option(names = "--ask-secret", description = "Asks for the client secret at the console, without showing it.")
    private boolean askSecret;

    @Option(names = "--fake", description = "Plays with a Xero in this process, whose user allows everything.")
    private boolean fake;

    @Option(
            names = "--fake-user",
            paramLabel = "ALLOWS|DENIES|ME",
            description = "What the user of --fake does; ME: you decide, in your browser. Default: allows")
    private FakeUser fakeUser = FakeUser.ALLOWS;

    @Option(names = "--xero", paramLabel = "URL", description = "A Xero that is played elsewhere, by FakeXeroMain.")
    private @Nullable URI xero;

    /** Who decides at a played Xero. */
    enum FakeUser {
        ALLOWS,
        DENIES,
        ME
    }

    Optional<Path> directory() {
        return Optional.ofNullable(directory);
    }

    Optional<String> jdbc() {
        return Optional.ofNullable(jdbc);
    }

    /** A played Xero's grants are never mistaken for real ones. */
    String environment() {
        return isPlayed() ? "played-" + environment : environment;
    }

    Optional<String> clientId() {
        return Optional.ofNullable(clientId);
    }

    Optional<Path> secretFile() {
        return Optional.ofNullable(secretFile);
    }

    boolean asksSecret() {
        return askSecret;
    }

    /** In this process. */
    boolean isFake() {
        return fake && xero == null;
    }

    boolean isPlayed() {
        return fake || xero != null;
    }

    FakeUser fakeUser() {
        return fakeUser;
    }

    Optional<URI> xero() {
        return Optional.ofNullable(xero);
    }
}
