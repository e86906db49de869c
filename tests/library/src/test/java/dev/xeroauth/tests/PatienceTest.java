package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.internal.record.OpenGrant;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers with a limit of their own, and callers who do not wait. */
class PatienceTest {

    private final Bench bench = new Bench();
    private final HeldRefresher held = new HeldRefresher();

    @AfterEach
    void close() {
        held.allow(100);
        bench.close();
    }

    private void refreshHangs() {
        bench.connectLongAgo();
        bench.refresher.answer(held::answer);
    }

    private CompletableFuture<AccessToken> asking() {
        return bench.grants.accessTokenAsync(Bench.ID);
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 50})
    @Timeout(15)
    void accessToken_limitReached_saysSoAndTheRefreshGoesOn(long millis) throws Exception {
        refreshHangs();

        assertThatThrownBy(() -> bench.grants.accessToken(Bench.ID, Duration.ofMillis(millis)))
                .isInstanceOf(TokenUnavailableException.class)
                .hasMessageContaining(Bench.ID.toString())
                .hasMessageContaining("the refresh goes on")
                .hasMessageContaining("waited for it no longer");

        CompletableFuture<AccessToken> next = asking();
        held.allow(1);
        assertThat(next.get(10, TimeUnit.SECONDS).value()).isEqualTo("AT-2");
        assertThat(held.requests()).isEqualTo(1);
    }

    @Test
    void accessToken_forEver_waits() {
        refreshHangs();
        held.allow(1);

        assertThat(bench.grants
                        .accessToken(Bench.ID, ChronoUnit.FOREVER.getDuration())
                        .value())
                .isEqualTo("AT-2");
    }

    @Test
    void accessToken_noTimeButAFreshToken_isThatToken() {
        bench.connect();
        bench.token();

        assertThat(bench.grants.accessToken(Bench.ID, Duration.ZERO).value()).isEqualTo("AT-1");
    }

    @Test
    void accessTokenAsync_fresh_isDoneAtOnce() {
        bench.connect();
        bench.token();

        assertThat(asking()).isCompletedWithValueMatching(token -> token.value().equals("AT-1"));
    }

    @Test
    void accessTokenAsync_cancelled_harmsNobody() throws Exception {
        refreshHangs();
        CompletableFuture<AccessToken> cancelled = asking();
        CompletableFuture<AccessToken> completed = asking();
        CompletableFuture<AccessToken> other = asking();
        held.awaitArrived(1);

        cancelled.cancel(true);
        completed.completeExceptionally(new IllegalStateException());
        held.allow(1);

        assertThat(other.get(10, TimeUnit.SECONDS).value()).isEqualTo("AT-2");
        assertThat(bench.token()).isEqualTo("AT-2");
        assertThat(held.requests()).isEqualTo(1);
    }

    @Test
    void accessTokenAsync_whatFollowsThrows_harmsNobody() throws Exception {
        refreshHangs();
        CompletableFuture<Object> following = asking().thenApply(token -> {
            throw new IllegalStateException("the application's");
        });
        held.allow(1);

        assertThat(bench.token()).isEqualTo("AT-2");
        assertThatThrownBy(() -> following.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void accessTokenAsync_closedByWhatFollows_stillTellsTheListener() throws Exception {
        refreshHangs();
        CompletableFuture<Void> closed = asking().thenAccept(token -> bench.settle());
        held.allow(1);

        closed.get(10, TimeUnit.SECONDS);

        assertThat(bench.events).hasAtLeastOneElementOfType(GrantRefreshed.class);
    }

    @Test
    void accessTokenAsync_unknownGrant_saysSo() {
        assertFails(bench.grants.accessTokenAsync(GrantId.of("nobody")), GrantNotFoundException.class);
    }

    @Test
    void accessTokenAsync_disconnected_saysSoFromStoreAndFromMemory() {
        bench.connectLongAgo();
        OpenGrant now = bench.stored();
        bench.repository.replace(Bench.ID, GrantStatus.DISCONNECTED, now.record(), now.revision());

        assertFails(asking(), GrantDisconnectedException.class);
        int reads = bench.store.reads();
        assertFails(asking(), GrantDisconnectedException.class);
        assertThat(bench.store.reads()).isEqualTo(reads);
    }

    @Test
    void accessTokenAsync_storeDown_saysSo() {
        bench.connect();
        bench.store.readable(false);

        assertFails(asking(), StoreException.class);
    }

    @Test
    void accessTokenAsync_closed_fails() {
        bench.connectLongAgo();
        bench.grants.close();

        assertThatThrownBy(() -> asking().get(10, TimeUnit.SECONDS)).hasStackTraceContaining("closed");
    }

    private static void assertFails(CompletableFuture<AccessToken> asked, Class<? extends Throwable> with) {
        assertThatThrownBy(() -> asked.get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(with);
    }
}
