package dev.xeroauth.examples;

import dev.xeroauth.GrantConnected;
import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.RefreshFailed;
import dev.xeroauth.XeroEvent;
import java.io.PrintStream;
import java.util.function.Consumer;

/** Says what happens to the tokens. */
final class TokenLife implements Consumer<XeroEvent> {

    private final PrintStream out;

    TokenLife(PrintStream out) {
        this.out = out;
    }

    @Override
    public void accept(XeroEvent event) {
        String what = what(event);
        if (!what.isEmpty()) {
            out.println("  [token] " + what);
        }
    }

    private static String what(XeroEvent event) {
        if (event instanceof GrantConnected) {
            return "connected: the tokens are stored";
        }
        if (event instanceof GrantRefreshed refreshed) {
            return switch (refreshed.why()) {
                case DUE -> "refreshed in the background, because half its life was over";
                case EXPIRED -> "refreshed, because it had expired";
                case UPKEEP -> "refreshed by the keeper, though nobody had asked";
                case RETRIED -> "refreshed, because an operator wanted it";
                case REFUSED_BY_API -> "refused by Xero and refreshed; the request is sent again";
            };
        }
        if (event instanceof RefreshFailed failed) {
            return "not refreshed (" + failed.reason() + "), next attempt at " + failed.nextAttempt();
        }
        return event instanceof GrantDisconnected ? "disconnected: the user has to consent again" : "";
    }
}
