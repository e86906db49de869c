package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;

/** Walks through grants that stay where they are, while they are written all the time and others come, move and go. */
final class Traffic {

    private static final int WALKS = 10;
    private static final int PAGE = 4;

    private final StoreTests tests;
    private final List<StoredGrant> staying;
    private final AtomicInteger walkers = new AtomicInteger(2);

    Traffic(StoreTests tests, List<StoredGrant> staying) {
        this.tests = tests;
        this.staying = staying;
    }

    void walk() throws Exception {
        TokenStore here = tests.store();
        TokenStore there = tests.anotherStore();
        Together.run(List.<Callable<Boolean>>of(
                () -> rewrite(here),
                () -> comeAndGo(there),
                () -> walk(this::everyId, here),
                () -> walk(this::everyDue, there)));
    }

    private interface Look {
        void at(TokenStore store);
    }

    private boolean walk(Look look, TokenStore store) {
        try {
            for (int walk = 0; walk < WALKS; walk++) {
                look.at(store);
            }
            return true;
        } finally {
            walkers.decrementAndGet();
        }
    }

    private void everyId(TokenStore store) {
        List<GrantId> ids = staying.stream().map(StoredGrant::id).toList();
        assertThat(new Walk(store, PAGE).ids()).containsAll(ids);
    }

    private void everyDue(TokenStore store) {
        List<Due> due = staying.stream()
                .map(grant -> new Due(grant.dueAt().orElseThrow(), grant.id()))
                .toList();
        assertThat(new Walk(store, PAGE).due(Lane.RESCUE, Samples.NOON)).containsAll(due);
    }

    /** Each is written again, due when it was. */
    private boolean rewrite(TokenStore store) {
        List<StoredGrant> newest = new ArrayList<>(staying);
        while (walkers.get() > 0) {
            for (int i = 0; i < newest.size(); i++) {
                newest.set(i, rewritten(newest.get(i), store));
            }
        }
        return true;
    }

    private StoredGrant rewritten(StoredGrant before, TokenStore store) {
        StoredGrant next = tests.samples.grant(
                before.id().value(), before.lane(), before.dueAt().orElseThrow());
        assertThat(store.replace(next, before.revision())).isTrue();
        return next;
    }

    /** Others, between them in both orders. */
    private boolean comeAndGo(TokenStore store) {
        for (int turn = 0; walkers.get() > 0; turn++) {
            String id = "staying-" + turn % staying.size() + "-not";
            Instant dueAt = Samples.NOON.minusMillis(turn % 4);
            StoredGrant came = tests.samples.grant(id, Lane.RESCUE, dueAt);
            StoredGrant moved = tests.samples.grant(id, Lane.RESCUE, dueAt.minusMillis(2));
            assertThat(store.replace(came, Revision.NONE)).isTrue();
            assertThat(store.replace(moved, came.revision())).isTrue();
            assertThat(store.delete(moved.id(), moved.revision())).isTrue();
        }
        return true;
    }
}
