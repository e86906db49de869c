package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.GrantSuspect;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroException;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.RefreshOutcome;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store that fails at any of a refresh's calls, and a Xero that takes each token once. */
class StoreOutageTest {

    private static final int CALLS = 8;

    private final Bench bench = new Bench();
    private final Grants grants =
            new Grants(bench.machinery(new OwnThreads(Runnable::run), SharedClock.common(bench.time)));
    private final Set<String> used = new HashSet<>();
    private int issued = 1;

    /**
     * @param from the first call that fails, from 1 on
     * @param length how many fail in a row
     * @param written whether they have had their effect all the same
     * @param unanswered whether Xero does not answer at first, so that the lease is released
     */
    record Outage(int from, int length, boolean written, boolean unanswered) {

        void strike(int call) {
            if (call >= from && call < from + length) {
                throw new IllegalStateException("the store is down");
            }
        }
    }

    static Stream<Outage> outages() {
        return IntStream.rangeClosed(1, CALLS)
                .boxed()
                .flatMap(from -> Stream.of(1, 2, 3, 4, 7, 40)
                        .flatMap(length -> Stream.of(true, false)
                                .flatMap(written -> Stream.of(true, false)
                                        .map(unanswered -> new Outage(from, length, written, unanswered)))));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @ParameterizedTest
    @MethodSource("outages")
    void accessToken_storeFailsAtAnyCall_endsWithOneChainAndTheNewestTokenStored(Outage outage) {
        bench.connectLongAgo();
        if (outage.unanswered()) {
            bench.refresher.answer(new RefreshOutcome.Ambiguous("status 503"));
        }
        IntStream.range(0, CALLS).forEach(i -> bench.refresher.answer(this::takeOnce));
        int before = bench.store.calls();
        IntConsumer strike = call -> outage.strike(call - before);
        if (outage.written()) {
            bench.store.after = strike;
        } else {
            bench.store.before = strike;
        }

        askForThreeMinutes();

        bench.store.before = call -> {};
        bench.store.after = call -> {};
        OpenGrant stored = bench.stored();
        assertThat(stored.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(stored.record().current().token()).isEqualTo("RT-2");
        assertThat(stored.record().lease()).isEmpty();
        assertThat(stored.record().spares()).isEmpty();
        assertThat(grants.accessToken(Bench.ID).value()).isEqualTo("AT-2");
        assertThat(bench.refresher.presented())
                .isEqualTo(outage.unanswered() ? List.of("RT-1", "RT-1") : List.of("RT-1"));
        bench.settle();
        assertThat(bench.events)
                .noneMatch(event -> event instanceof GrantDisconnected || event instanceof GrantSuspect);
    }

    private void askForThreeMinutes() {
        for (int second = 0; second < 180; second++) {
            try {
                String token = grants.accessToken(Bench.ID).value();
                assertThat(token).isEqualTo("AT-2");
            } catch (XeroException e) {
                assertThat(e).isInstanceOfAny(StoreException.class, TokenUnavailableException.class);
                // From when Xero has answered there is a token to hand out, stored or not.
                assertThat(issued).isEqualTo(1);
            }
            bench.time.advance(Duration.ofSeconds(1));
            List<Runnable> due = List.copyOf(bench.later);
            bench.later.removeAll(due);
            due.forEach(Runnable::run);
        }
    }

    private RefreshOutcome takeOnce() {
        List<String> presented = bench.refresher.presented();
        boolean first = used.add(presented.get(presented.size() - 1));
        return first ? Bench.issued(++issued) : new RefreshOutcome.Refused("invalid_grant");
    }
}
