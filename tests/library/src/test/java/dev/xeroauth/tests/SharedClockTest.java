package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.StoreException;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.testkit.ManualTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The time by which processes agree. */
class SharedClockTest {

    private static final Instant START = Instant.parse("2026-11-21T10:00:00Z");

    private final ManualTime host = ManualTime.at(START);
    private final ManualTime server = ManualTime.at(START);
    private final AtomicInteger asked = new AtomicInteger();
    private final InstantSource counting = () -> {
        asked.incrementAndGet();
        return server.now();
    };
    private final SharedClock clock = SharedClock.of(Optional.of(counting), host);

    @Test
    void instant_hostSetWrong_isTheStoresTime() {
        host.skewWallClock(Duration.ofMinutes(10));
        clock.ask();

        host.advance(Duration.ofSeconds(3));

        assertThat(clock.instant()).isEqualTo(START.plusSeconds(3));
        assertThat(clock.isShared()).isTrue();
    }

    @Test
    void instant_hostSetWhileItRuns_goesOnByTheCounter() {
        clock.ask();

        host.skewWallClock(Duration.ofMinutes(-30));

        assertThat(clock.instant()).isEqualTo(START);
    }

    @Test
    void ask_shortlyAfter_asksTheStoreNotAgain() {
        clock.ask();
        pass(Duration.ofSeconds(9));
        clock.ask();
        assertThat(asked).hasValue(1);

        pass(Duration.ofSeconds(1));
        clock.ask();
        assertThat(asked).hasValue(2);
    }

    @Test
    void ask_hostSleptAndItsCounterStoodStill_asksAgain() {
        clock.ask();

        server.advance(Duration.ofHours(1));
        host.skewWallClock(Duration.ofHours(1));
        clock.ask();

        assertThat(clock.instant()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void ask_storeDown_saysSo() {
        InstantSource down = () -> {
            throw new IllegalStateException("down");
        };

        assertThatThrownBy(SharedClock.of(Optional.of(down), host)::ask).isInstanceOf(StoreException.class);
    }

    @Test
    void instant_storeWithoutAClock_isTheHosts() {
        SharedClock own = SharedClock.of(Optional.empty(), host);
        own.ask();

        assertThat(own.instant()).isEqualTo(START);
        assertThat(own.isShared()).isFalse();
    }

    private void pass(Duration duration) {
        host.advance(duration);
        server.advance(duration);
    }
}
