package dev.xeroauth.examples.connect;

import dev.xeroauth.ConsentOptions;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** How the user is asked for a consent. */
final class Asking {

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description =
                    "Where the browser comes back to: http://localhost:PORT/callback has to be among the app's redirect URIs."
                            + " Default: ${DEFAULT-VALUE}")
    private int port = 8723;

    @Option(
            names = "--wait",
            paramLabel = "SECONDS",
            description = "How long to wait for the user, ten minutes at most. Default: ${DEFAULT-VALUE}")
    private long waitSeconds = 300;

    @Option(
            names = "--scopes",
            paramLabel = "SCOPE",
            split = "[, ]+",
            description = "What to ask for, besides offline_access. Default:"
                    + " openid profile email accounting.invoices.read")
    private List<String> scopes = List.of("openid", "profile", "email", "accounting.invoices.read");

    @Option(names = "--no-browser", description = "Prints the address and starts no browser.")
    private boolean noBrowser;

    @Option(names = "--same-user", description = "Refuses another Xero user than the one who consented before.")
    private boolean sameUser;

    int port() {
        return port;
    }

    Duration limit() {
        return Duration.ofSeconds(waitSeconds);
    }

    Scopes scopes() {
        Set<String> names = new LinkedHashSet<>(scopes);
        names.add(Scope.OFFLINE_ACCESS.value());
        return Scopes.of(names.stream().map(Scope::of).toArray(Scope[]::new));
    }

    ConsentOptions options() {
        return sameUser ? ConsentOptions.none().refuseAnotherUser() : ConsentOptions.none();
    }

    boolean startsBrowser() {
        return !noBrowser;
    }
}
