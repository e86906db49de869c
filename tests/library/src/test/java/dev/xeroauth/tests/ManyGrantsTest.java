package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.KeeperHealth;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.spi.Revision;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Refreshes of many grants at the same time. */
class ManyGrantsTest {

    private static final int AT_ONCE = 16;

    private final Bench bench = new Bench();

    @AfterEach
    void close() {
        bench.close();
    }

    private List<GrantId> expired(int count) {
        GrantRecord record = bench.connectLongAgo();
        return IntStream.range(0, count)
                .mapToObj(i -> stored(GrantId.of("grant-" + i), record))
                .toList();
    }

    private GrantId stored(GrantId id, GrantRecord record) {
        assertThat(bench.repository.replace(id, GrantStatus.CONNECTED, record, Revision.NONE))
                .isPresent();
        return id;
    }

    private List<CompletableFuture<AccessToken>> ask(List<GrantId> ids) {
        return ids.stream().map(bench.grants::accessTokenAsync).toList();
    }

    private static void awaitAll(List<CompletableFuture<AccessToken>> tokens) throws Exception {
        CompletableFuture.allOf(tokens.toArray(new CompletableFuture<?>[0])).get(20, TimeUnit.SECONDS);
    }

    @Test
    void accessToken_fortyGrantsExpired_areRefreshedSixteenAtOnce() throws Exception {
        HeldRefresher held = new HeldRefresher();
        IntStream.range(0, 40).forEach(i -> bench.refresher.answer(held::answer));
        List<CompletableFuture<AccessToken>> tokens = ask(expired(40));

        held.awaitArrived(AT_ONCE);
        for (int i = AT_ONCE; i < 40; i++) {
            held.allow(1);
            held.awaitArrived(1);
        }
        held.allow(AT_ONCE);
        awaitAll(tokens);

        assertThat(held.mostAtOnce()).isEqualTo(AT_ONCE);
        assertThat(held.requests()).isEqualTo(40);
    }

    @Test
    void accessToken_manyWaitForLeasesOfTheDead_holdUpNobodyElse() throws Exception {
        bench.looksWait = true;
        List<GrantId> ids = expired(AT_ONCE + 2);
        Lease dead = new Lease("dead", bench.time.now().plusSeconds(15));
        List<GrantId> leased = ids.subList(0, AT_ONCE + 1);
        leased.forEach(id ->
                bench.repository.update(id, record -> record.edit().lease(dead).done()));
        List<CompletableFuture<AccessToken>> waiting = ask(leased);
        bench.refresher.answer(Bench.issued(2));

        AccessToken other = bench.grants.accessTokenAsync(ids.get(AT_ONCE + 1)).get(10, TimeUnit.SECONDS);

        assertThat(other.value()).isEqualTo("AT-2");
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        IntStream.range(3, 3 + leased.size()).forEach(i -> bench.refresher.answer(Bench.issued(i)));
        bench.time.advance(Duration.ofSeconds(15));
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!waiting.stream().allMatch(CompletableFuture::isDone) && System.nanoTime() - until < 0) {
            Runnable look = bench.later.poll();
            if (look == null) {
                Thread.onSpinWait();
            } else {
                look.run();
            }
        }
        awaitAll(waiting);
        assertThat(bench.refresher.presented()).hasSize(1 + leased.size());
    }

    @Test
    void runOnce_manyOwnTokensAreDue_leavesPlacesForCallers() throws Exception {
        GrantRecord record = bench.connect().record();
        List<GrantId> ids = IntStream.range(0, 30)
                .mapToObj(i -> stored(GrantId.of("grant-" + i), record))
                .toList();
        ids.forEach(bench.grants::accessToken);
        bench.time.advance(Duration.ofMinutes(21));
        HeldRefresher held = new HeldRefresher();
        IntStream.range(0, 30).forEach(i -> bench.refresher.answer(held::answer));

        CompletableFuture<KeeperHealth> round = CompletableFuture.supplyAsync(bench.keeper::runOnce);
        held.awaitArrived(AT_ONCE / 2);
        AccessToken cold = bench.grants.accessTokenAsync(Bench.ID).get(10, TimeUnit.SECONDS);
        held.allow(30);
        round.get(10, TimeUnit.SECONDS);

        assertThat(cold.value()).isEqualTo("AT-1");
        assertThat(held.mostAtOnce()).isEqualTo(AT_ONCE / 2);
        assertThat(held.requests()).isEqualTo(30);
    }
}
