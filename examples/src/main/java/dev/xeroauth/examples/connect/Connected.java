package dev.xeroauth.examples.connect;

import dev.xeroauth.Connection;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.XeroUser;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what a consent has brought. */
final class Connected {

    private final PrintStream out;
    private final String store;

    Connected(PrintStream out, String store) {
        this.out = out;
        this.store = store;
    }

    /** @param known whether there was a grant of that name before */
    void print(ConsentResult result, boolean known) {
        String user = result.user()
                .map(Connected::name)
                .map(name -> " as " + Table.plain(name))
                .orElse("");
        out.println((known ? "Connected again '" : "Connected '") + result.grantId() + "'" + user + ", kept in " + store
                + ".");
        if (result.anotherUser()) {
            out.println("This is another Xero user than before, and the grant is that user's now.");
        }
        if (known) {
            changed("Gained: ", result.gained());
            changed("Lost: ", result.lost());
        }
        new ConnectionList(out).print(result.connections());
    }

    private void changed(String what, List<Connection> connections) {
        if (!connections.isEmpty()) {
            out.println(
                    what + connections.stream().map(ConnectionList::nameOrId).collect(Collectors.joining(", ")));
        }
    }

    private static String name(XeroUser user) {
        Optional<String> address = user.email()
                .map(email -> user.name().map(name -> name + " <" + email + ">").orElse(email));
        return address.or(user::name).orElseGet(() -> user.id().toString());
    }
}
