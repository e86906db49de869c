package dev.xeroauth;

import dev.xeroauth.internal.engine.Waiting;
import dev.xeroauth.testkit.ManualTime;
import java.time.Duration;

/** The library on a test's clocks, its pauses too: they take no real time, and move the clocks on. */
public final class ManualXeroAuth {

    private static final Waiting REAL = Waiting.real();

    private ManualXeroAuth() {}

    /** As {@link XeroAuth#builder()}. */
    public static XeroAuthBuilder builder(ManualTime time) {
        return XeroAuth.builder().time(time).waiting(new Waiting() {
            @Override
            public void pause(Duration duration) {
                time.advance(duration);
            }

            @Override
            public void later(Duration delay, Runnable task) {
                REAL.later(delay, task);
            }
        });
    }
}
