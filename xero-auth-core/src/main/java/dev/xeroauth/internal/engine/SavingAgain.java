package dev.xeroauth.internal.engine;

import dev.xeroauth.XeroEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Tokens of one grant that the store has not taken: they are saved again until it has them, or a new consent has made them
 * worthless [13]. Thread-safe.
 */
final class SavingAgain {

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final Machinery with;
    private final GrantTokens grant;
    private final Knowledge knowledge;
    private final AtomicReference<@Nullable CompletableFuture<Boolean>> attempt = new AtomicReference<>();

    SavingAgain(Machinery with, GrantTokens grant, Knowledge knowledge) {
        this.with = with;
        this.grant = grant;
        this.knowledge = knowledge;
    }

    /** From now on, until they are saved. */
    void begin(PendingSave tokens) {
        with.announcer().note("The new tokens of the grant '" + grant.id() + "' are not stored yet", tokens.problem());
        later(FIRST_PAUSE, tokens);
    }

    private void later(Duration delay, PendingSave tokens) {
        with.waiting().later(delay, () -> again(delay, tokens));
    }

    private void again(Duration waited, PendingSave tokens) {
        if (tokens.equals(knowledge.now().pending()) && !with.threads().isClosing()) {
            OwnThreads.then(attempt(), saved -> {
                if (!saved) {
                    later(Waiting.twice(waited, LONGEST_PAUSE), tokens);
                }
            });
        }
    }

    /** Now, once for all who want it. False: there are tokens that the store still does not take. Never fails. */
    CompletableFuture<Boolean> attempt() {
        CompletableFuture<Boolean> mine = new CompletableFuture<>();
        CompletableFuture<Boolean> running = attempt.compareAndExchange(null, mine);
        if (running != null) {
            return running;
        }
        Known before = knowledge.now();
        PendingSave tokens = before.pending();
        if (tokens == null) {
            attempt.set(null);
            mine.complete(true);
            return mine;
        }
        List<XeroEvent> events = new ArrayList<>();
        OwnThreads.whenOver(resumed(tokens, events), (result, failure) -> {
            boolean saved = failure == null
                    && result.filter(Result.NotSaved.class::isInstance).isEmpty();
            if (saved) {
                knowledge.changeIf(before.consents(), now -> tokens.equals(now.pending()) ? now.saved() : now);
            }
            attempt.set(null);
            mine.complete(saved);
            if (saved) {
                events.forEach(with.announcer()::tell);
            }
        });
        return mine;
    }

    private CompletableFuture<Optional<Result>> resumed(PendingSave tokens, List<XeroEvent> events) {
        return new Refresh(with, grant, tokens.flight().need(), events::add).resume(tokens.flight());
    }
}
