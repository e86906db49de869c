package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.XeroException;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.FailingTokenStore.Moment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** One {@link TroubledLife} after the other, until every call has failed once in either way. */
final class EveryFault {

    private final TokenStore store;
    private final TokenStore another;
    private final List<String> lost = new ArrayList<>();
    private int runs;
    private int calls;

    EveryFault(TokenStore store, TokenStore another) {
        this.store = store;
        this.another = another;
    }

    void run(String server) {
        for (Moment moment : Moment.values()) {
            int call = 1;
            while (live(call, moment) >= call) {
                call++;
            }
        }
        System.out.println("faults: store=" + store.getClass().getSimpleName() + " server=" + server + " calls=" + calls
                + " runs=" + runs + " lost=" + lost.size());
        assertThat(lost).isEmpty();
    }

    /** How many calls it made. */
    private int live(int call, Moment moment) {
        runs++;
        FailingTokenStore failing = FailingTokenStore.at(call, moment, store);
        try (TroubledLife life = new TroubledLife(failing, failing.over(another))) {
            life.live();
            calls = Math.max(calls, failing.calls());
            life.hasLostNothing(store);
        } catch (AssertionError | XeroException | IOException e) {
            lost.add(moment + " at call " + call + ": " + e);
        }
        forget();
        return failing.calls();
    }

    private void forget() {
        store.find(TroubledLife.GRANT)
                .ifPresent(last ->
                        assertThat(store.delete(last.id(), last.revision())).isTrue());
    }
}
