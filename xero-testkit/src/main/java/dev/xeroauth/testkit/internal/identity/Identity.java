package dev.xeroauth.testkit.internal.identity;

import dev.xeroauth.testkit.SecondConsent;
import dev.xeroauth.testkit.internal.rotation.TokenFamily;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The identity service: one user with some organisations, and the apps that the user connects. Thread-safe. */
public final class Identity {

    private static final Duration CODE_LIFETIME = Duration.ofMinutes(5);

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<String, Consent> codes = new HashMap<>();
    private final Supplier<Instant> clock;
    private final Secrets secrets;
    private final IdentityRules rules;
    private final Presentations presentations;
    private final List<Tenant> tenants;
    private final List<Client> apps;
    private final @Nullable StateFile file;
    private IdentityState state;
    private int codesGiven;

    /**
     * @param moreApps beside the two that every fake knows
     * @param file where the state is kept; null: in memory
     */
    public Identity(
            long seed,
            Supplier<Instant> clock,
            IdentityRules rules,
            List<Tenant> tenants,
            List<Client> moreApps,
            Presentations presentations,
            @Nullable Path file) {
        this.clock = clock;
        this.rules = rules;
        this.presentations = presentations;
        this.tenants = List.copyOf(tenants);
        this.file = file == null ? null : new StateFile(file);
        this.state = this.file == null ? IdentityState.EMPTY : this.file.read();
        this.secrets = new Secrets(seed);
        this.apps = Stream.concat(Stream.of(secrets.webApp(), secrets.pkceApp()), moreApps.stream())
                .toList();
    }

    /** The app with a secret. */
    public Client webApp() {
        return secrets.webApp();
    }

    /** The app without one. */
    public Client pkceApp() {
        return secrets.pkceApp();
    }

    /** The app with this id. */
    public Optional<Client> app(String clientId) {
        return apps.stream().filter(each -> each.id().equals(clientId)).findFirst();
    }

    /** Whom the user may connect. */
    public List<Tenant> tenants() {
        return tenants;
    }

    /** The user says yes. Returns the code. */
    public String approve(AuthorizeRequest request, List<UUID> tenantIds) {
        return locked(() -> {
            String code = secrets.code(codesGiven++ + issued());
            codes.put(
                    code,
                    new Consent(
                            request.clientId(),
                            request.redirectUri(),
                            request.challenge(),
                            request.scopes(),
                            List.copyOf(tenantIds),
                            clock.get().plus(CODE_LIFETIME)));
            return code;
        });
    }

    /** Exchanges a code, once. */
    public TokenAnswer exchange(Client client, String code, String redirectUri, String verifier) {
        return locked(() -> {
            Consent consent = codes.remove(code);
            if (consent == null) {
                throw new OAuthError("invalid_grant");
            }
            boolean good = consent.clientId().equals(client.id())
                    && consent.redirectUri().equals(redirectUri)
                    && !clock.get().isAfter(consent.until())
                    && (consent.challenge().isEmpty() || consent.challenge().equals(challenge(verifier)));
            if (!good) {
                throw new OAuthError("invalid_grant");
            }
            return begin(consent);
        });
    }

    private TokenAnswer begin(Consent consent) {
        UUID event = secrets.uuid(issued());
        Optional<Chain> before = state.chains().stream()
                .filter(chain -> chain.clientId().equals(consent.clientId()))
                .reduce((first, last) -> last);
        if (before.isPresent() && rules.secondConsent() == SecondConsent.SHARED) {
            return share(before.get(), consent, event);
        }
        if (before.isPresent() && rules.secondConsent() == SecondConsent.KILLS_THE_FIRST) {
            save(state.eachChain(chain -> chain.clientId().equals(consent.clientId())
                    ? chain.with(chain.family().revoked())
                    : chain));
        }
        TokenFamily family = TokenFamily.begun(clock.get());
        Chain chain = new Chain(consent.clientId(), event, consent.scopes(), family, List.of());
        Pair pair = pair(chain);
        save(state.with(connected(consent, event)).plus(chain.with(family, pair)));
        return answer(chain, pair);
    }

    private TokenAnswer share(Chain before, Consent consent, UUID event) {
        Chain joined = before.joinedBy(event, consent.scopes());
        Pair pair = pair(joined);
        Chain next = joined.with(before.family().begunAgain(clock.get()), pair);
        save(state.with(connected(consent, event)).replacing(before, next));
        return answer(joined, pair);
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
                return answer(chain, chain.pairs().get(place.get()));
            }
            Pair pair = pair(chain);
            save(state.replacing(chain, chain.with(presented.family(), pair)));
            return answer(chain, pair);
        });
    }

    /** Whether this refresh token would be accepted now. Changes nothing. */
    public boolean accepts(String refreshToken) {
        return locked(() -> state.chains().stream()
                .filter(chain -> chain.placeOf(refreshToken) >= 0)
                .anyMatch(chain -> chain.family().accepts(chain.placeOf(refreshToken), clock.get(), rules.rotation())));
    }

    private Optional<Chain> chainOf(Client client, String refreshToken) {
        return state.chains().stream()
                .filter(each -> each.clientId().equals(client.id()) && each.placeOf(refreshToken) >= 0)
                .findFirst();
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
        return pair.refused() ? new AccessCheck.Unknown() : new AccessCheck.Accepted(chain.clientId(), chain.scopes());
    }

    /** What the user has connected to an app. */
    public List<FakeConnection> connections(String clientId) {
        return locked(() -> state.connections().stream()
                .filter(connection -> connection.clientId().equals(clientId))
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

    /** Ends everything that the user has connected to this app, if the token is one of the app's. */
    public void revoke(Client client, String refreshToken) {
        locked(() -> {
            boolean known = chainOf(client, refreshToken).isPresent();
            if (known) {
                revokeEverything(client.id()::equals);
            }
            return known;
        });
    }

    /** The user ends it at Xero. */
    public void revokeAll() {
        locked(() -> {
            revokeEverything(clientId -> true);
            return true;
        });
    }

    private void revokeEverything(Predicate<String> ofApp) {
        save(state.eachChain(chain -> ofApp.test(chain.clientId())
                        ? chain.with(chain.family().revoked()).refusedByApi()
                        : chain)
                .without(connection -> ofApp.test(connection.clientId())));
    }

    /** The API refuses every access token issued so far. */
    public void refuseAccessTokens() {
        locked(() -> {
            save(state.eachChain(Chain::refusedByApi));
            return true;
        });
    }

    private List<FakeConnection> connected(Consent consent, UUID event) {
        List<FakeConnection> connections = new ArrayList<>(state.connections());
        Instant now = clock.get();
        for (Tenant tenant : tenants) {
            if (!consent.tenantIds().contains(tenant.id())) {
                continue;
            }
            Optional<FakeConnection> before = connections.stream()
                    .filter(each -> each.clientId().equals(consent.clientId())
                            && each.tenantId().equals(tenant.id()))
                    .findFirst();
            before.ifPresent(connections::remove);
            connections.add(before.map(each -> each.again(event, now))
                    .orElseGet(() -> new FakeConnection(
                            secrets.connectionId(tenant.id(), event),
                            consent.clientId(),
                            event,
                            tenant.id(),
                            tenant.name(),
                            now,
                            now)));
        }
        return connections;
    }

    private Pair pair(Chain chain) {
        Instant now = clock.get();
        Instant expiresAt = now.plus(rules.accessTokenLifetime());
        int number = issued();
        return new Pair(
                secrets.accessToken(number, chain, now, expiresAt), secrets.refreshToken(number), expiresAt, false);
    }

    private TokenAnswer answer(Chain chain, Pair pair) {
        Duration left = Duration.between(clock.get(), pair.expiresAt());
        return new TokenAnswer(
                pair.accessToken(), pair.refreshToken(), left.toSeconds(), chain.scopes(), secrets.idToken(chain));
    }

    private int issued() {
        return state.chains().stream()
                .mapToInt(chain -> chain.pairs().size() + 1)
                .sum();
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

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }
}
