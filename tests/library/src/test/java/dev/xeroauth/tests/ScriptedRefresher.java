package dev.xeroauth.tests;

import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshRequest;
import dev.xeroauth.spi.TokenRefresher;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Answers as it was told, and notes what was presented. Without an instruction it fails,
 * and says so when the test ends. */
final class ScriptedRefresher implements TokenRefresher {

    private final Queue<Supplier<RefreshOutcome>> answers = new ConcurrentLinkedQueue<>();
    private final AtomicInteger unexpected = new AtomicInteger();
    private final List<String> presented = new CopyOnWriteArrayList<>();

    ScriptedRefresher answer(RefreshOutcome outcome) {
        return answer(() -> outcome);
    }

    ScriptedRefresher answer(Supplier<RefreshOutcome> outcome) {
        answers.add(outcome);
        return this;
    }

    /** How often it was asked without an instruction; {@link Bench#close()} wants none. */
    int unexpected() {
        return unexpected.get();
    }

    List<String> presented() {
        return List.copyOf(presented);
    }

    @Override
    public RefreshOutcome refresh(RefreshRequest request) {
        presented.add(request.refreshToken());
        Supplier<RefreshOutcome> answer = answers.poll();
        if (answer == null) {
            unexpected.incrementAndGet();
            throw new AssertionError("Nobody expected a token request");
        }
        return answer.get();
    }
}
