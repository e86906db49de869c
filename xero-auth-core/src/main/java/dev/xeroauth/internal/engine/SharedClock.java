package dev.xeroauth.internal.engine;

import dev.xeroauth.StoreException;
import dev.xeroauth.spi.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The time by which processes agree: the store's, asked now and then and carried forward by this host's counter. Where the
 * store has none it is this host's, and then processes may differ. Thread-safe.
 */
public final class SharedClock implements InstantSource {

    private static final Duration GOOD_FOR = Duration.ofSeconds(10);
    /** A host whose two clocks part by more has slept, or was set. */
    private static final Duration JUMP = Duration.ofSeconds(1);

    private final Optional<InstantSource> server;
    private final TimeSource host;
    private final boolean shared;
    private volatile @Nullable Sample sample;

    private record Sample(Instant server, HostTime host) {}

    private SharedClock(Optional<InstantSource> server, TimeSource host, boolean shared) {
        this.server = server;
        this.host = host;
        this.shared = shared;
    }

    /** The store's clock, or this host's where the store has none. */
    public static SharedClock of(Optional<InstantSource> server, TimeSource host) {
        return new SharedClock(server, host, server.isPresent());
    }

    /** Clocks that all processes have in common. */
    public static SharedClock common(TimeSource host) {
        return new SharedClock(Optional.empty(), host, true);
    }

    /** Whether all processes go by it. */
    public boolean isShared() {
        return shared;
    }

    /** Asks the store, if that was long ago or this host has slept meanwhile. Blocks as the store does. */
    public void ask() {
        if (server.isEmpty() || isGood(sample)) {
            return;
        }
        try {
            Instant answer = server.get().instant();
            // Read after the answer, so that this clock is behind the store's rather than ahead of it: no lease of
            // another
            // process is over too soon.
            sample = new Sample(answer, HostTime.of(host));
        } catch (RuntimeException e) {
            throw new StoreException("The token store does not tell its time. Check that it is up and reachable", e);
        }
    }

    private boolean isGood(@Nullable Sample last) {
        if (last == null) {
            return false;
        }
        HostTime now = HostTime.of(host);
        return last.host().byCounter(now).compareTo(GOOD_FOR) < 0
                && last.host().apart(now).compareTo(JUMP) < 0;
    }

    @Override
    public Instant instant() {
        Sample last = sample;
        return last == null
                ? host.now()
                : last.server().plusNanos(host.nanoTime() - last.host().nanos());
    }
}
