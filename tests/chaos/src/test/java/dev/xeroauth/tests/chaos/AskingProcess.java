package dev.xeroauth.tests.chaos;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroEndpoints;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * A process that is told by a line where the store and Xero are, and which grant it is about. After the next line it asks for the
 * access token, and says which it got.
 */
final class AskingProcess {

    private static final List<String> WORDS =
            List.of("store", "xero", "client id", "client secret", "grant", "minutes");

    private AskingProcess() {}

    public static void main(String[] args) throws IOException {
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        System.out.println(Child.READY);
        for (String line = told.readLine(); line != null; line = told.readLine()) {
            List<String> words = List.of(line.split(" "));
            if (words.size() != WORDS.size()) {
                throw new IllegalArgumentException("Not " + WORDS);
            }
            try (SharedStores stores = SharedStores.at(words.get(0));
                    XeroAuth auth = auth(stores, words)) {
                GrantId grant = GrantId.of(words.get(4));
                auth.describe(grant);
                System.out.println(Child.READY);
                told.readLine();
                AccessToken token = auth.accessToken(grant);
                System.out.println(Child.READY + " " + token.value().hashCode());
            }
        }
    }

    static String line(SharedServer server, XeroEndpoints xero, XeroApp app, GrantId grant, Duration later) {
        return String.join(
                " ",
                server.address(),
                xero.api().toString(),
                app.clientId(),
                app.clientSecret().orElseThrow(),
                grant.value(),
                Long.toString(later.toMinutes()));
    }

    private static XeroAuth auth(SharedStores stores, List<String> words) {
        return XeroAuth.builder()
                .app(XeroApp.web(words.get(2), () -> words.get(3)))
                .endpoints(XeroEndpoints.at(URI.create(words.get(1))))
                .tokenStore(stores.part("expiry"))
                .encryption(Service.keys())
                .time(new LaterTime(Duration.ofMinutes(Long.parseLong(words.get(5)))))
                .withoutKeeper()
                .build();
    }
}
