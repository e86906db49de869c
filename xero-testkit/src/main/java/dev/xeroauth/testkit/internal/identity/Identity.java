package dev.xeroauth.testkit.internal.identity;

import dev.xeroauth.testkit.SecondConsent;
import dev.xeroauth.testkit.internal.rotation.TokenFamily;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The identity service: users with their organisations, and the apps that each of them connects. Thread-safe. */
public final class Identity {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);
    private static final String NO_NONCE = "";

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Consent> codes = new HashMap<>();
    private final Supplier<Instant> clock;
    private final Secrets secrets;
    private final IdentityRules rules;
    private final Presentations presentations;
    private final Directory directory;
    private final Connecting connecting;
    private final SigningKeys keys = new SigningKeys();
    private final IdTokens idTokens;
    private final @Nullable StateFile file;
    private IdentityState state;
    private int codesGiven;

    /**
     * @param others who is there beside the three apps that every fake knows
     * @param file where the state is kept; null: in memory
     */
    public Identity(
            long seed,
            Supplier<Instant> clock,
            IdentityRules rules,
            Directory others,
            Presentations presentations,
            @Nullable Path file) {
        this.clock = clock;
        this.rules = rules;
        this.presentations = presentations;
        this.file = file == null ? null : new StateFile(file);
        this.secrets = new Secrets(seed);
        this.directory = others.withApps(secrets.webApp(), secrets.pkceApp(), secrets.customConnectionApp());
        this.connecting = new Connecting(secrets, directory);
        this.state = connecting.withCustomConnections(
                this.file == null ? IdentityState.EMPTY : this.file.read(), clock.get());
        this.idTokens = new IdTokens(keys, secrets, directory);
    }

    /** The app with a secret. */
    public Client webApp() {
        return secrets.webApp();
    }

    /** The app without one. */
    public Client pkceApp() {
        return secrets.pkceApp();
    }

    /** The app for one organisation. */
    public Client customConnectionApp() {
        return secrets.customConnectionApp();
    }

    /** Who is there. */
    public Directory directory() {
        return directory;
    }

    /** Whether no app may ask for the broad scopes of before 2026. */
    public boolean refusesBroadScopes() {
        return rules.refusingBroadScopes();
    }

    /** What ID tokens are signed with. */
    public SigningKeys keys() {
        return keys;
    }

    /** A user says yes. Returns the code. */
    public String approve(AuthorizeRequest request, UUID userId, List<UUID> tenantIds) {
        return locked(() -> {
            String code = secrets.code(codesGiven++ + state.issued());
            UserOfApp of = new UserOfApp(request.clientId(), userId);
            codes.put(
                    code,
                    new Consent(request, of, List.copyOf(tenantIds), clock.get().plus(CODE_LIFETIME)));
            return code;
        });
    }

    /** Exchanges a code, once. */
    public TokenAnswer exchange(Client client, String code, String redirectUri, String verifier) {
        return locked(() -> {
            Consent consent = codes.remove(code);
            if (consent == null
                    || !consent.isFor(client, redirectUri, verifier)
                    || clock.get().isAfter(consent.until())) {
                throw new OAuthError("invalid_grant");
            }
            return begin(consent);
        });
    }

    private TokenAnswer begin(Consent consent) {
        UUID event = secrets.uuid(state.issued());
        Optional<Chain> before = state.lastChain(consent.of());
        if (before.isPresent() && rules.secondConsent() == SecondConsent.SHARED) {
            return share(before.get(), consent, event);
        }
        if (before.isPresent() && rules.secondConsent() == SecondConsent.KILLS_THE_FIRST) {
            save(state.eachChain(
                    consent.of()::equals, chain -> chain.with(chain.family().revoked())));
        }
        TokenFamily family = TokenFamily.begun(clock.get());
        Chain chain =
                new Chain(consent.of(), event, clock.get(), consent.asked().scopes(), family, List.of());
        Pair pair = pair(chain);
        save(connected(consent, event).plus(chain.with(family, pair)));
        return answer(chain, pair, consent.asked().nonce());
    }

    private TokenAnswer share(Chain before, Consent consent, UUID event) {
        Chain joined = before.joinedBy(event, clock.get(), consent.asked().scopes());
        Pair pair = pair(joined);
        Chain next = joined.with(before.family().begunAgain(clock.get()), pair);
        save(connected(consent, event).replacing(before, next));
        return answer(joined, pair, consent.asked().nonce());
    }

    private IdentityState connected(Consent consent, UUID event) {
        return state.with(connecting.after(state.connections(), consent, event, clock.get()));
    }

    /** Presents a refresh token. */
    public TokenAnswer refresh(Client client, String refreshToken) {
        return locked(() -> {
            Chain chain = chainOf(client, refreshToken).orElseThrow(() -> {
                presentations.note(TokenFamily.NONE, TokenFamily.NONE, TokenFamily.NONE);
                return new OAuthError("invalid_grant");
            });
            int presentedPlace = chain.placeOf(refreshToken);
            TokenFamily.Presented presented = chain.family().present(presentedPlace, clock.get(), rules.rotation());
            Optional<Integer> place = presented.issued();
            presentations.note(state.chains().indexOf(chain), presentedPlace, place.orElse(TokenFamily.NONE));
            if (place.isEmpty()) {
                save(state.replacing(chain, chain.with(presented.family())));
                throw new OAuthError("invalid_grant");
            }
            if (place.get() < chain.pairs().size()) {
                return answer(chain, chain.pairs().get(place.get()), NO_NONCE);
            }
            Pair pair = pair(chain);
            save(state.replacing(chain, chain.with(presented.family(), pair)));
            return answer(chain, pair, NO_NONCE);
        });
    }

    /** A custom connection asks for a token. The chain has a refresh token that nobody ever sees. */
    public TokenAnswer clientCredentials(Client client, List<String> scopes) {
        return locked(() -> {
            FakeConnection connection = state.connectionOf(client)
                    .filter(any -> client.isCustomConnection())
                    .orElseThrow(() -> new OAuthError("unauthorized_client"));
            UUID event = connection.authEventId();
            TokenFamily family = TokenFamily.begun(clock.get());
            Chain chain = new Chain(connection.of(), event, clock.get(), scopes, family, List.of());
            Pair pair = pair(chain);
            save(state.plus(chain.with(family, pair)));
            return answer(chain, pair, NO_NONCE);
        });
    }

    /** The organisation of a custom connection; empty: another kind of app, or it was disconnected. */
    public Optional<UUID> onlyTenant(String clientId) {
        return locked(() -> directory
                .app(clientId)
                .filter(Client::isCustomConnection)
                .flatMap(state::connectionOf)
                .map(FakeConnection::tenantId));
    }

    /** Whether this refresh token would be accepted now. Changes nothing. */
    public boolean accepts(String refreshToken) {
        return locked(() -> state.chains().stream()
                .filter(chain -> chain.has(refreshToken))
                .anyMatch(chain -> chain.family().accepts(chain.placeOf(refreshToken), clock.get(), rules.rotation())));
    }

    private Optional<Chain> chainOf(Client client, String refreshToken) {
        return state.chain(chain -> chain.of().clientId().equals(client.id()) && chain.has(refreshToken));
    }

    /** What the API finds out about a token. */
    public AccessCheck check(String accessToken) {
        return locked(() -> {
            for (Chain chain : state.chains()) {
                for (Pair pair : chain.pairs()) {
                    if (pair.accessToken().equals(accessToken)) {
                        return check(chain, pair);
                    }
                }
            }
            return new AccessCheck.Unknown();
        });
    }

    private AccessCheck check(Chain chain, Pair pair) {
        if (!clock.get().isBefore(pair.expiresAt())) {
            return new AccessCheck.Expired(pair.expiresAt());
        }
        return pair.refused() ? new AccessCheck.Unknown() : new AccessCheck.Accepted(chain.of(), chain.scopes());
    }

    /** What a user has connected to an app. */
    public List<FakeConnection> connections(UserOfApp of) {
        return locked(() -> state.connections().stream()
                .filter(connection -> connection.of().equals(of))
                .toList());
    }

    /** Ends the connections that these are; false: there were none. */
    public boolean disconnect(Predicate<FakeConnection> which) {
        return locked(() -> {
            int before = state.connections().size();
            save(state.without(which));
            return state.connections().size() < before;
        });
    }

    /** Ends everything that the token's user has connected to this app, if the token is one of the app's. */
    public void revoke(Client client, String refreshToken) {
        locked(() -> {
            Optional<Chain> known = chainOf(client, refreshToken);
            known.ifPresent(chain -> save(state.revoking(chain.of()::equals)));
            return known;
        });
    }

    /** Users end it at Xero. */
    public void revokeAll(Predicate<UserOfApp> whose) {
        locked(() -> {
            save(state.revoking(whose));
            return state;
        });
    }

    /** The API refuses every access token issued so far. */
    public void refuseAccessTokens() {
        locked(() -> {
            save(state.eachChain(Chain::refusedByApi));
            return state;
        });
    }

    private Pair pair(Chain chain) {
        Instant now = clock.get();
        Instant expiresAt = now.plus(rules.accessTokenLifetime());
        int number = state.issued();
        boolean nobody = directory
                .app(chain.of().clientId())
                .filter(Client::isCustomConnection)
                .isPresent();
        String accessToken = nobody
                ? secrets.accessTokenOfNobody(number, chain, now, expiresAt)
                : secrets.accessToken(number, chain, now, expiresAt);
        return new Pair(accessToken, secrets.refreshToken(number), expiresAt, false);
    }

    private TokenAnswer answer(Chain chain, Pair pair, String nonce) {
        Instant now = clock.get();
        return new TokenAnswer(
                pair.accessToken(),
                pair.refreshToken(),
                Duration.between(now, pair.expiresAt()).toSeconds(),
                chain.scopes(),
                idTokens.issued(chain, pair.accessToken(), nonce, now));
    }

    private void save(IdentityState next) {
        if (file != null) {
            file.write(next);
        }
        state = next;
    }

    private <R> R locked(Supplier<R> task) {
        lock.lock();
        try {
            return task.get();
        } finally {
            lock.unlock();
        }
    }
}
