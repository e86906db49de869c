package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ManualTimeTest {

    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final ManualTime time = ManualTime.at(START);

    @Test
    void advance_thirtyMinutes_movesBothClocks() {
        long before = time.nanoTime();

        time.advance(Duration.ofMinutes(30));

        assertThat(time.now()).isEqualTo(START.plusSeconds(1800));
        assertThat(time.nanoTime() - before).isEqualTo(Duration.ofMinutes(30).toNanos());
    }

    @Test
    void advance_backwards_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> time.advance(Duration.ofNanos(-1)));
    }

    @Test
    void skewWallClock_backwards_leavesTheCounterAlone() {
        long before = time.nanoTime();

        time.skewWallClock(Duration.ofMinutes(-10));

        assertThat(time.now()).isEqualTo(START.minusSeconds(600));
        assertThat(time.nanoTime()).isEqualTo(before);
    }
}
