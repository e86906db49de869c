package dev.xeroauth.internal.engine;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What this process knows of one grant at the moment. Thread-safe. */
final class Knowledge {

    private final AtomicReference<Known> known = new AtomicReference<>(Known.NOTHING);
    private final Consumer<@Nullable HeldToken> shows;

    /** @param shows keeps the token one step nearer, for those who ask all the time */
    Knowledge(Consumer<@Nullable HeldToken> shows) {
        this.shows = shows;
    }

    Known now() {
        return Objects.requireNonNull(known.get());
    }

    /** Why there is no token, as long as that counts. */
    Known.@Nullable Refusal refusal(long nanos) {
        Known.Refusal refusal = now().refusal();
        return refusal != null && nanos - refusal.untilNanos() < 0 ? refusal : null;
    }

    void change(UnaryOperator<Known> change) {
        known.updateAndGet(change);
        showToken();
    }

    /** What comes from before a consent is dropped. */
    void changeIf(int consents, UnaryOperator<Known> change) {
        change(now -> now.consents() == consents ? change.apply(now) : now);
    }

    /** Two who change it at once leave what stands in the end. */
    private void showToken() {
        Known shown;
        do {
            shown = now();
            shows.accept(shown.token());
        } while (!shown.isStill(known.get()));
    }
}
