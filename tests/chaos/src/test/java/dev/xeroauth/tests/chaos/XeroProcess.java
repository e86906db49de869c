package dev.xeroauth.tests.chaos;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.Mood;
import dev.xeroauth.testkit.RateLimits;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A process of its own with one Xero for each mood. It connects all grants, says so, and after every line that it is sent tells
 * what its ledgers show.
 */
final class XeroProcess {

    /** 20 seconds by the host's clock. */
    static final Duration ACCESS_TOKEN = Duration.ofMinutes(6);

    private static final URI CALLBACK = URI.create("http://localhost:8723/callback");
    private static final Scopes SCOPES = Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS);

    private XeroProcess() {}

    public static void main(String[] args) throws Exception {
        Surroundings at = Surroundings.of(List.of(args));
        Map<Mood, FakeXero> fakes = new EnumMap<>(Mood.class);
        Map<Mood, Surroundings.Xero> xeros = new EnumMap<>(Mood.class);
        for (Mood mood : Moods.WITH_A_WINDOW) {
            FakeXero fake = FakeXero.builder()
                    .mood(mood)
                    .time(at.time())
                    .accessTokenLifetime(ACCESS_TOKEN)
                    .limits(RateLimits.none())
                    .start();
            fakes.put(mood, fake);
            xeros.put(
                    mood,
                    new Surroundings.Xero(
                            fake.endpoints().api().toString(),
                            fake.app().clientId(),
                            fake.app().clientSecret().orElseThrow()));
        }
        connect(at.with(xeros), fakes);
        System.out.println(Child.READY + " " + String.join(" ", at.with(xeros).words()));
        BufferedReader asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        while (asked.readLine() != null) {
            fakes.forEach((mood, fake) ->
                    fake.ledger().presentations().forEach(each -> System.out.println(Line.of(mood, each))));
            System.out.println(Child.READY);
        }
        fakes.values().forEach(FakeXero::close);
    }

    /** In order, so that the first grant's consent is the first in the ledger. */
    private static void connect(Surroundings at, Map<Mood, FakeXero> fakes) {
        try (Service service = new Service(at, (mood, event) -> {})) {
            for (Mood mood : fakes.keySet()) {
                XeroAuth auth = service.auth(mood);
                for (GrantId grant : Moods.grants(mood, at.grants())) {
                    ConsentRequest request = auth.consent().begin(grant, CALLBACK, SCOPES);
                    auth.consent().complete(request, fakes.get(mood).approve(request.url()));
                }
            }
        }
    }
}
