package dev.xeroauth.tests.chaos;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.Fault;
import dev.xeroauth.testkit.Mood;
import dev.xeroauth.testkit.RateLimits;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
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

    /** Between its work and its answer, so that there is time to die. */
    private static final Duration BUSY = Duration.ofMillis(100);

    private static final int MORE_THAN_ANY_RUN = 20_000;
    private static final URI CALLBACK = URI.create("http://localhost:8723/callback");
    private static final Scopes SCOPES = Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS);

    private XeroProcess() {}

    public static void main(String[] args) throws Exception {
        Surroundings at = Surroundings.of(List.of(args));
        Map<Mood, FakeXero> fakes = new EnumMap<>(Mood.class);
        Map<Mood, Surroundings.Xero> xeros = new EnumMap<>(Mood.class);
        for (Mood mood : Moods.WITH_A_WINDOW) {
            FakeXero fake = start(at, mood);
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

    /** With an organisation for each grant. */
    private static FakeXero start(Surroundings at, Mood mood) {
        FakeXero.Builder fake = FakeXero.builder()
                .mood(mood)
                .time(at.time())
                .accessTokenLifetime(ACCESS_TOKEN)
                .limits(RateLimits.none());
        Moods.grants(mood, at.grants()).forEach(grant -> fake.organisation("Shop of " + grant, 0));
        return fake.start();
    }

    /** In order, so that the first grant's consent is the first in the ledger. */
    private static void connect(Surroundings at, Map<Mood, FakeXero> fakes) {
        try (Service service = new Service(at, (mood, event) -> {})) {
            for (Mood mood : fakes.keySet()) {
                XeroAuth auth = service.auth(mood);
                FakeXero fake = fakes.get(mood);
                List<GrantId> grants = Moods.grants(mood, at.grants());
                for (int i = 0; i < grants.size(); i++) {
                    ConsentRequest request = auth.consent().begin(grants.get(i), CALLBACK, SCOPES);
                    TenantId shop = fake.organisations().get(i).tenantId();
                    auth.consent().complete(request, fake.approve(request.url(), shop));
                }
                slowDown(fake);
            }
        }
    }

    private static void slowDown(FakeXero fake) {
        Fault[] pauses = new Fault[MORE_THAN_ANY_RUN];
        Arrays.fill(pauses, Fault.delay(BUSY));
        fake.next(Endpoint.TOKEN, pauses);
    }
}
