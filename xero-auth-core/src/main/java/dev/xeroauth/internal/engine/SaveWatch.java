package dev.xeroauth.internal.engine;

import dev.xeroauth.internal.protocol.Need;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Looks again, some time after new tokens were saved, whether the store still has them: one that failed over may have gone
 * back, and is then given them again while Xero still accepts the token before. Thread-safe.
 */
final class SaveWatch {

    private static final List<Duration> AFTER =
            List.of(Duration.ofSeconds(2), Duration.ofSeconds(30), Duration.ofMinutes(5));

    private final Machinery with;
    private final GrantTokens grant;
    private final AtomicInteger saves = new AtomicInteger();

    SaveWatch(Machinery with, GrantTokens grant) {
        this.with = with;
        this.grant = grant;
    }

    /** From now on; what was saved before is no longer looked for. */
    void begin() {
        next(saves.incrementAndGet(), 0);
    }

    private void next(int save, int look) {
        if (look < AFTER.size()) {
            Duration before = look == 0 ? Duration.ZERO : AFTER.get(look - 1);
            with.waiting().later(AFTER.get(look).minus(before), () -> look(save, look));
        }
    }

    private void look(int save, int look) {
        if (save == saves.get() && !with.threads().isClosing()) {
            // What it finds is of no interest here: it mends on its way.
            OwnThreads.then(grant.ask(Need.look("")), result -> next(save, look + 1));
        }
    }
}
