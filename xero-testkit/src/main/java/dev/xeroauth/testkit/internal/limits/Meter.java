package dev.xeroauth.testkit.internal.limits;

import dev.xeroauth.testkit.RateLimits;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** Counts the calls of every app and tenant. Thread-safe. */
public final class Meter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);

    private record Owner(String clientId, UUID tenantId) {}

    private record Account(Window day, Window minute, Window appMinute) {

        List<Window> windows() {
            return List.of(day, minute, appMinute);
        }
    }

    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Owner, Account> accounts = new HashMap<>();
    private final Map<String, Window> appMinutes = new HashMap<>();
    private final Map<Owner, Integer> inProgress = new HashMap<>();
    private final RateLimits limits;
    private final Supplier<Instant> clock;

    /** Nothing has been counted yet. */
    public Meter(RateLimits limits, Supplier<Instant> clock) {
        this.limits = limits;
        this.clock = clock;
    }

    /** A call begins, or is refused. One that is let in is to be ended. */
    public Admission begin(String clientId, UUID tenantId) {
        lock.lock();
        try {
            Owner owner = new Owner(clientId, tenantId);
            Account account = accounts.computeIfAbsent(owner, this::opened);
            Instant now = clock.get();
            account.windows().forEach(window -> window.turnTo(now));
            for (Window window : account.windows()) {
                if (window.isFull()) {
                    return refused(account, window.name(), String.valueOf(window.secondsLeft(now)));
                }
            }
            if (inProgress.getOrDefault(owner, 0) >= limits.concurrent()) {
                return refused(account, "concurrent", "");
            }
            inProgress.merge(owner, 1, Integer::sum);
            account.windows().forEach(Window::count);
            return new Admission(true, remaining(account), () -> end(owner));
        } finally {
            lock.unlock();
        }
    }

    private void end(Owner owner) {
        lock.lock();
        try {
            inProgress.merge(owner, -1, Integer::sum);
        } finally {
            lock.unlock();
        }
    }

    private Account opened(Owner owner) {
        Window appMinute = appMinutes.computeIfAbsent(
                owner.clientId(), app -> new Window("appminute", limits.appPerMinute(), MINUTE, app));
        return new Account(
                new Window("day", limits.perDay(), DAY, owner.tenantId()),
                new Window("minute", limits.perMinute(), MINUTE, owner.tenantId()),
                appMinute);
    }

    private static Admission refused(Account account, String problem, String retryAfter) {
        Map<String, String> headers = remaining(account);
        headers.put("X-Rate-Limit-Problem", problem);
        if (!retryAfter.isEmpty()) {
            headers.put("Retry-After", retryAfter);
        }
        return new Admission(false, headers, () -> {});
    }

    private static Map<String, String> remaining(Account account) {
        Map<String, String> headers = new LinkedHashMap<>();
        put(headers, "X-DayLimit-Remaining", account.day());
        put(headers, "X-MinLimit-Remaining", account.minute());
        put(headers, "X-AppMinLimit-Remaining", account.appMinute());
        return headers;
    }

    private static void put(Map<String, String> headers, String name, Window window) {
        if (window.isLimited()) {
            headers.put(name, String.valueOf(window.remaining()));
        }
    }
}
