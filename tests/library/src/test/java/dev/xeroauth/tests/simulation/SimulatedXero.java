package dev.xeroauth.tests.simulation;

import dev.xeroauth.GrantId;
import dev.xeroauth.TokenSet;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshRequest;
import dev.xeroauth.spi.TokenRefresher;
import dev.xeroauth.testkit.internal.rotation.Rules;
import dev.xeroauth.testkit.internal.rotation.TokenFamily;
import dev.xeroauth.tests.model.TokenName;
import dev.xeroauth.tests.simulation.Trouble.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The token endpoint in one mood. */
final class SimulatedXero {

    static final Duration LIFETIME = Duration.ofMinutes(30);
    /** What the network delays arrives within this from when its presentation was allowed, or at once if that is over. */
    private static final Duration TRAVEL = Duration.ofMinutes(2);

    private static final Duration QUICK = Duration.ofMillis(30);
    private static final Duration SLOW = Duration.ofMillis(600);

    private static final Duration SLOWEST = Duration.ofSeconds(9);

    private static final Set<Kind> ONCE = Set.of(
            Kind.CRASH,
            Kind.PAUSE,
            Kind.SLEEP,
            Kind.LOST_REQUEST,
            Kind.LOST_ANSWER,
            Kind.LATE,
            Kind.REFUSAL,
            Kind.NOT_SENT,
            Kind.UNAVAILABLE,
            Kind.THROTTLED,
            Kind.XERO_DOWN,
            Kind.XERO_AWAY,
            Kind.SLOW_XERO);
    private static final Set<Kind> ANY =
            Stream.concat(ONCE.stream(), Stream.of(Kind.DUPLICATE)).collect(Collectors.toUnmodifiableSet());

    private final Scheduler scheduler;
    private final Trouble trouble;
    private final Rules rules;
    private final Host world;
    private final Set<GrantId> idle;
    private final List<TokenFamily> families = new ArrayList<>();
    private final Map<String, Instant> accessTokens = new HashMap<>();
    private Duration slow = SLOW;
    private Instant downUntil = Instant.MIN;
    private int requests;
    private final Set<String> presented = new HashSet<>();
    private int again;
    private int accepted;

    /**
     * @param world lives for ever
     * @param idle what nobody asks for: none of their requests arrives twice, see {@link Plan}
     */
    SimulatedXero(Scheduler scheduler, Trouble trouble, Rules rules, Host world, Set<GrantId> idle) {
        this.scheduler = scheduler;
        this.trouble = trouble;
        this.rules = rules;
        this.world = world;
        this.idle = Set.copyOf(idle);
    }

    TokenSet consent() {
        families.add(TokenFamily.begun(scheduler.now()));
        return tokens(new TokenName(families.size() - 1, 0));
    }

    private TokenSet tokens(TokenName name) {
        String access = "A" + name.family() + "." + accessTokens.size();
        accessTokens.put(access, scheduler.now().plus(LIFETIME));
        return new TokenSet(access, Optional.of(name.refreshToken()), LIFETIME, Set.of(), Optional.empty());
    }

    boolean acceptsRefreshToken(String token) {
        TokenName name = TokenName.of(token);
        return families.get(name.family()).accepts(name.place(), scheduler.now(), rules);
    }

    boolean acceptsAccessToken(String token) {
        return scheduler.now().isBefore(accessTokens.getOrDefault(token, Instant.MIN));
    }

    /** What an exchange takes at most, when nothing goes wrong. */
    Duration slowest() {
        return slow;
    }

    int requests() {
        return requests;
    }

    int accepted() {
        return accepted;
    }

    /** How often a token was presented that had been presented before. */
    int again() {
        return again;
    }

    /** As it is seen from there. */
    TokenRefresher from(Host host) {
        return request -> {
            RefreshOutcome outcome = refresh(host, request);
            trouble.tell(
                    host,
                    () -> "presents " + request.refreshToken() + ": "
                            + outcome.getClass().getSimpleName());
            return outcome;
        };
    }

    private RefreshOutcome refresh(Host host, RefreshRequest request) {
        requests++;
        String token = request.refreshToken();
        again += presented.add(token) ? 0 : 1;
        if (host.isDead()) {
            return new RefreshOutcome.Ambiguous("dead");
        }
        if (host.isDoomed()) {
            present(token);
            host.die();
            return new RefreshOutcome.Ambiguous("dead");
        }
        if (scheduler.now().isBefore(downUntil)) {
            return scheduler.random().nextBoolean()
                    ? new RefreshOutcome.NotSent("down")
                    : new RefreshOutcome.Ambiguous("down");
        }
        if (trouble.strikes(idle.contains(request.grantId()) ? ONCE : ANY)) {
            return troubled(trouble.struck(), host, token, request.deadline());
        }
        RefreshOutcome outcome = present(token);
        scheduler.spend(scheduler.between(QUICK, slow));
        return outcome;
    }

    private RefreshOutcome troubled(Kind kind, Host host, String token, Duration deadline) {
        RefreshOutcome lost = new RefreshOutcome.Ambiguous("lost");
        switch (kind) {
            case CRASH -> {
                if (scheduler.random().nextBoolean()) {
                    present(token);
                }
                host.die();
                return lost;
            }
            case PAUSE, SLEEP -> {
                RefreshOutcome outcome = present(token);
                Pauses.pause(scheduler, trouble, host, kind);
                return outcome;
            }
            case LOST_ANSWER -> {
                present(token);
                scheduler.spend(deadline);
                return lost;
            }
            case LATE -> {
                later(token);
                scheduler.spend(deadline);
                return lost;
            }
            case DUPLICATE -> {
                later(token);
                return present(token);
            }
            case REFUSAL -> {
                return new RefreshOutcome.Refused("invalid_grant");
            }
            case NOT_SENT -> {
                return new RefreshOutcome.NotSent("no route");
            }
            case UNAVAILABLE -> {
                scheduler.spend(SLOW);
                return new RefreshOutcome.Ambiguous("status 503");
            }
            case THROTTLED -> {
                Duration wait = scheduler.between(Duration.ofSeconds(1), Duration.ofMinutes(2));
                trouble.lasts(wait);
                return new RefreshOutcome.Throttled(Optional.of(wait));
            }
            case SLOW_XERO -> {
                slow = SLOWEST;
                RefreshOutcome outcome = present(token);
                scheduler.spend(slow);
                return outcome;
            }
            case XERO_DOWN, XERO_AWAY -> {
                Duration howLong = kind == Kind.XERO_DOWN
                        ? scheduler.between(Duration.ofSeconds(10), Duration.ofMinutes(5))
                        : TokenFamily.WINDOW.plusMinutes(2);
                downUntil = scheduler.now().plus(howLong);
                trouble.lasts(howLong);
                return lost;
            }
            default -> {
                scheduler.spend(deadline);
                return lost;
            }
        }
    }

    private void later(String token) {
        Duration left = TRAVEL.minus(scheduler.sinceHandedOver());
        Duration delay = scheduler.between(Duration.ZERO, left.isNegative() ? Duration.ZERO : left);
        trouble.lasts(delay);
        scheduler.later(world, delay, () -> {
            present(token);
            trouble.note("a late request arrives");
        });
    }

    private RefreshOutcome present(String token) {
        TokenName name = TokenName.of(token);
        TokenFamily.Presented presented = families.get(name.family()).present(name.place(), scheduler.now(), rules);
        families.set(name.family(), presented.family());
        if (presented.issued().isEmpty()) {
            return new RefreshOutcome.Refused("invalid_grant");
        }
        accepted++;
        return new RefreshOutcome.Issued(
                tokens(new TokenName(name.family(), presented.issued().get())));
    }
}
