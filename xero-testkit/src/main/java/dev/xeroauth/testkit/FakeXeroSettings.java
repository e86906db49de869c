package dev.xeroauth.testkit;

import dev.xeroauth.XeroApp;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.testkit.internal.books.Books;
import dev.xeroauth.testkit.internal.books.Organisations;
import dev.xeroauth.testkit.internal.http.BodyLimit;
import dev.xeroauth.testkit.internal.identity.Client;
import dev.xeroauth.testkit.internal.identity.Directory;
import dev.xeroauth.testkit.internal.identity.IdentityRules;
import dev.xeroauth.testkit.internal.identity.Person;
import dev.xeroauth.testkit.internal.identity.Tenant;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a fake is to hold. For one thread.
 *
 * @param <B> the builder itself
 */
abstract class FakeXeroSettings<B> {

    private static final int FEW = 60;
    private static final NewUser FIRST = new NewUser("robin.field@example.com", "Robin", "Field", List.of());

    private final List<NewOrganisation> organisations = new ArrayList<>();
    private final List<NewUser> users = new ArrayList<>(List.of(FIRST));
    private final List<XeroApp> apps = new ArrayList<>();
    private Duration accessTokenLifetime = Duration.ofMinutes(30);
    private Mood mood = Mood.SAME_PAIR;
    private SecondConsent secondConsent = SecondConsent.INDEPENDENT;
    private boolean refusingBroadScopes;
    private @Nullable LocalDate today;
    long seed = 42;
    TimeSource time = TimeSource.system();
    RateLimits limits = RateLimits.ofXero();
    BodyLimit bodyLimit = new BodyLimit(3_500_000, 413);

    @Nullable
    Path stateFile;

    int port;

    private record NewOrganisation(String name, int invoices) {}

    private record NewUser(String email, String givenName, String familyName, List<String> organisations) {}

    abstract B self();

    /**
     * What ids, names, amounts and tokens follow from.
     *
     * @param seed 42 unless set
     * @return this
     */
    public B seed(long seed) {
        this.seed = seed;
        return self();
    }

    /**
     * An organisation more.
     *
     * @param name its name
     * @param invoices how many invoices and bills it has, over the last two years; half as many bank transactions are there too
     * @return this
     */
    public B organisation(String name, int invoices) {
        organisations.add(new NewOrganisation(name, invoices));
        return self();
    }

    /**
     * A user more than {@link FakeXero#user()}, who is always there and may connect every organisation.
     *
     * @param email what the user signs in with
     * @param givenName the first name
     * @param familyName the last name
     * @param organisations the names of those that this user may connect; none: every organisation
     * @return this
     * @throws IllegalArgumentException if there is a user with the same address
     */
    public B user(String email, String givenName, String familyName, String... organisations) {
        if (users.stream().anyMatch(other -> other.email().equals(email))) {
            throw new IllegalArgumentException("There are two users with one address");
        }
        users.add(new NewUser(email, givenName, familyName, List.of(organisations)));
        return self();
    }

    /**
     * An app more than {@link FakeXero#app()}, {@link FakeXero#pkceApp()} and {@link FakeXero#customConnectionApp()}. The user
     * of the fake connects each of them apart, and their codes and tokens are kept apart. A custom connection is connected to
     * the first organisation.
     *
     * @param app whose secret is asked for with every request, so that a test can change it at Xero alone
     * @return this
     * @throws IllegalArgumentException if there is one with the same client id
     */
    public B app(XeroApp app) {
        if (apps.stream().anyMatch(other -> other.clientId().equals(app.clientId()))) {
            throw new IllegalArgumentException("There are two apps with the client id " + app.clientId());
        }
        apps.add(app);
        return self();
    }

    /**
     * Xero's clock; tests share theirs with the library.
     *
     * @param time the host's unless set
     * @return this
     */
    public B time(TimeSource time) {
        this.time = time;
        return self();
    }

    /**
     * The day up to which there are invoices.
     *
     * @param today that of the clock unless set
     * @return this
     */
    public B today(LocalDate today) {
        this.today = today;
        return self();
    }

    /**
     * How long an access token is good.
     *
     * @param lifetime 30 minutes unless set
     * @return this
     */
    public B accessTokenLifetime(Duration lifetime) {
        this.accessTokenLifetime = lifetime;
        return self();
    }

    /**
     * How many calls the accounting API bears.
     *
     * @param limits {@link RateLimits#ofXero()} unless set
     * @return this
     */
    public B limits(RateLimits limits) {
        this.limits = limits;
        return self();
    }

    /**
     * How large the body of a write may be; files have a limit of their own.
     *
     * @param bytes 3.5 MB unless set
     * @param status what a larger one is answered with, 413 unless set; Xero does not say
     * @return this
     */
    public B largestBody(int bytes, int status) {
        this.bodyLimit = new BodyLimit(bytes, status);
        return self();
    }

    /**
     * What a refresh token gives that was used before.
     *
     * @param mood {@link Mood#SAME_PAIR} unless set
     * @return this
     */
    public B mood(Mood mood) {
        this.mood = mood;
        return self();
    }

    /**
     * What a second consent of the same user does to the first one's tokens.
     *
     * @param secondConsent {@link SecondConsent#INDEPENDENT} unless set
     * @return this
     */
    public B secondConsent(SecondConsent secondConsent) {
        this.secondConsent = secondConsent;
        return self();
    }

    /**
     * Every app counts as created since 2 March 2026: it is refused when it asks for {@code accounting.transactions} or
     * {@code accounting.reports.read}.
     *
     * @return this
     */
    public B refusingBroadScopes() {
        this.refusingBroadScopes = true;
        return self();
    }

    /**
     * A file in which consents and tokens outlive the fake, written anew after every change.
     *
     * @param file is made if it is not there
     * @return this
     */
    public B stateFile(Path file) {
        this.stateFile = file;
        return self();
    }

    /**
     * Where to listen.
     *
     * @param port on loopback; 0, any, unless set
     * @return this
     */
    public B port(int port) {
        this.port = port;
        return self();
    }

    Organisations madeOrganisations(Supplier<Instant> clock) {
        List<NewOrganisation> named =
                organisations.isEmpty() ? List.of(new NewOrganisation("Demo Company", FEW)) : organisations;
        Instant start = today == null ? time.now() : today.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return new Organisations(
                named.stream()
                        .map(each -> Books.of(seed, start, each.name(), each.invoices()))
                        .toList(),
                clock);
    }

    Directory directory(List<FakeOrganisation> made) {
        List<Tenant> tenants = made.stream()
                .map(each -> new Tenant(each.tenantId().value(), each.name()))
                .toList();
        return new Directory(
                users.stream().map(user -> person(user, tenants)).toList(),
                apps.stream()
                        .map(app -> new Client(app.clientId(), app.kind(), app::clientSecret))
                        .toList());
    }

    IdentityRules rules() {
        return new IdentityRules(mood.rules(), secondConsent, accessTokenLifetime, refusingBroadScopes);
    }

    /** The id follows from the address, so that a state file knows its users in any order. */
    private Person person(NewUser user, List<Tenant> tenants) {
        UUID id = UUID.nameUUIDFromBytes((seed + user.email()).getBytes(StandardCharsets.UTF_8));
        return new Person(
                new FakeUser(id, user.email(), user.givenName(), user.familyName()),
                user.organisations().isEmpty()
                        ? tenants
                        : user.organisations().stream()
                                .map(name -> named(name, tenants))
                                .toList());
    }

    private static Tenant named(String name, List<Tenant> tenants) {
        return tenants.stream()
                .filter(tenant -> tenant.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("A user may connect " + name + ", which is not there"));
    }
}
