package dev.xeroauth.examples.connect;

import dev.xeroauth.GrantId;
import dev.xeroauth.Revocation;
import java.util.List;
import java.util.stream.Collectors;

/** Ends everything that a Xero user has connected to the app. */
final class Revoking {

    private final Host host;
    private final Session session;

    Revoking(Host host, Session session) {
        this.host = host;
        this.session = session;
    }

    int revoke(GrantId grant, boolean yes) {
        List<GrantId> others = session.auth().grantsOfSameUser(grant).stream()
                .filter(other -> !other.equals(grant))
                .toList();
        String question = "This ends everything that the Xero user of '" + grant + "' has connected to the app. "
                + (others.isEmpty()
                        ? "No other grant here ends with it."
                        : "These grants end with it: " + names(others) + ".")
                + " Go on?";
        if (!yes && !host.confirms(question)) {
            host.out().println("Nothing has changed.");
            return ExitCode.FAILED;
        }
        told(session.auth().revoke(grant));
        return ExitCode.DONE;
    }

    private void told(Revocation revocation) {
        host.out().println("Revoked '" + revocation.grantId() + "'.");
        if (!revocation.endedWith().isEmpty()) {
            host.out().println("Ended with it: " + names(revocation.endedWith()) + ".");
        }
        if (!revocation.unreadable().isEmpty()) {
            host.err()
                    .println("These could not be opened, and may have ended as well: " + names(revocation.unreadable())
                            + ".");
        }
    }

    private static String names(List<GrantId> grants) {
        return grants.stream().map(GrantId::toString).collect(Collectors.joining(", "));
    }
}
