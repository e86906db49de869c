package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The promises of {@link TokenStore}, each as a test. Whoever writes a store extends this class and hands over an empty
 * store per test.
 */
public abstract class TokenStoreContract {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    private static final int RACERS = 20;
    private static final int PAGE = 3;

    private final RandomGenerator random = RandomGenerator.of("L64X128MixRandom");

    /** For subclasses. */
    protected TokenStoreContract() {}

    /**
     * The store under test.
     *
     * @return a store that is empty when a test begins, and the same one at every call within a test
     */
    protected abstract TokenStore store();

    /**
     * The same records as another process of the service sees them: through connections of its own.
     *
     * @return {@link #store()} unless overridden
     */
    protected TokenStore anotherStore() {
        return store();
    }

    /**
     * What keeps the records, with its version, for the line that says how many promises were kept.
     *
     * @return {@code none} unless overridden; no spaces
     */
    protected String server() {
        return "none";
    }

    @Test
    void find_unknownGrant_isEmpty() {
        assertThat(store().find(GrantId.of("nobody"))).isEmpty();
    }

    @Test
    void replace_newGrant_comesBackEqual() {
        StoredGrant grant = grant("customer-1", SealedRecord.of(bytes(SealedRecord.MAX_BYTES)));

        assertThat(store().replace(grant, Revision.NONE)).isTrue();

        assertThat(store().find(grant.id())).contains(grant);
    }

    @Test
    void replace_everyStatusAndLane_comesBackEqual() {
        for (GrantStatus status : GrantStatus.values()) {
            for (Lane lane : Lane.values()) {
                StoredGrant grant = new StoredGrant(
                        GrantId.of(status + "-" + lane), revision(), status, lane, Optional.empty(), sealed());
                assertThat(store().replace(grant, Revision.NONE)).isTrue();
                assertThat(store().find(grant.id())).contains(grant);
            }
        }
    }

    @Test
    void replace_unusualIds_areDifferentGrants() {
        List<String> ids = List.of(
                "a", "A", "ä", "a.", "a'b", "a\"b", "a\\b", "a%b", "a_b", "a b", "😀", "\uFF5E", "x".repeat(200));
        List<StoredGrant> grants = ids.stream().map(id -> grant(id, sealed())).toList();

        grants.forEach(
                grant -> assertThat(store().replace(grant, Revision.NONE)).isTrue());

        grants.forEach(grant -> assertThat(store().find(grant.id())).contains(grant));
        assertThat(allIds())
                .containsExactlyElementsOf(
                        ids.stream().map(GrantId::of).sorted().toList());
    }

    @Test
    void replace_grantExists_createsNothing() {
        StoredGrant first = created("customer-1");

        assertThat(store().replace(grant("customer-1", sealed()), Revision.NONE))
                .isFalse();

        assertThat(store().find(first.id())).contains(first);
    }

    @Test
    void replace_expectedRevision_writes() {
        StoredGrant first = created("customer-1");
        StoredGrant second = grant("customer-1", sealed());

        assertThat(store().replace(second, first.revision())).isTrue();

        assertThat(store().find(first.id())).contains(second);
    }

    @Test
    void replace_otherRevision_writesNothing() {
        StoredGrant first = created("customer-1");

        assertThat(store().replace(grant("customer-1", sealed()), revision())).isFalse();
        assertThat(store().replace(grant("customer-2", sealed()), revision())).isFalse();

        assertThat(store().find(first.id())).contains(first);
        assertThat(store().find(GrantId.of("customer-2"))).isEmpty();
    }

    @Test
    void replace_manyCreateAtOnce_exactlyOneIsTrue() throws Exception {
        List<StoredGrant> rivals = rivals();

        assertThat(race(rivals, Revision.NONE)).containsExactly(winner(rivals));
    }

    @Test
    void replace_manyWithTheSameRevision_exactlyOneIsTrue() throws Exception {
        StoredGrant first = created("raced");
        List<StoredGrant> rivals = rivals();

        assertThat(race(rivals, first.revision())).containsExactly(winner(rivals));
    }

    @Test
    void delete_expectedRevision_removes() {
        StoredGrant grant = created("customer-1");
        StoredGrant other = created("customer-2");

        assertThat(store().delete(grant.id(), grant.revision())).isTrue();

        assertThat(store().find(grant.id())).isEmpty();
        assertThat(store().find(other.id())).contains(other);
    }

    @Test
    void delete_otherRevisionOrMissing_removesNothing() {
        StoredGrant grant = created("customer-1");

        assertThat(store().delete(grant.id(), revision())).isFalse();
        assertThat(store().delete(GrantId.of("nobody"), revision())).isFalse();

        assertThat(store().find(grant.id())).contains(grant);
    }

    @Test
    void findDue_pageByPage_isInOrderAndComplete() {
        List<Due> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Instant dueAt = NOON.minusMillis(i / 2);
            created("customer-" + i, Lane.RESCUE, dueAt);
            expected.add(new Due(dueAt, GrantId.of("customer-" + i)));
        }
        expected.sort(null);

        assertThat(allDue(Lane.RESCUE, NOON)).containsExactlyElementsOf(expected);
    }

    @Test
    void findDue_otherLaneLaterOrNever_isLeftOut() {
        created("other-lane", Lane.ROUTINE, NOON);
        created("later", Lane.RESCUE, NOON.plusMillis(1));
        created("never", Lane.RESCUE, null);
        created("due", Lane.RESCUE, NOON);

        assertThat(allDue(Lane.RESCUE, NOON)).extracting(Due::id).containsExactly(GrantId.of("due"));
    }

    @Test
    void findDue_rewrittenGrant_followsItsNewTime() {
        StoredGrant first = created("customer-1", Lane.RESCUE, NOON);
        StoredGrant next = grant(first.id().value(), Lane.ROUTINE, NOON.plus(Duration.ofDays(20)));

        assertThat(store().replace(next, first.revision())).isTrue();

        assertThat(allDue(Lane.RESCUE, NOON)).isEmpty();
        assertThat(allDue(Lane.ROUTINE, NOON.plus(Duration.ofDays(20)))).hasSize(1);
    }

    @Test
    void list_pageByPage_isInOrderAndComplete() {
        List<GrantId> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add(created("customer-" + i).id());
        }

        assertThat(allIds()).containsExactlyElementsOf(ids);
    }

    private List<StoredGrant> rivals() {
        List<StoredGrant> rivals = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            rivals.add(grant("raced", sealed()));
        }
        return rivals;
    }

    private StoredGrant winner(List<StoredGrant> rivals) {
        StoredGrant stored = store().find(GrantId.of("raced")).orElseThrow();
        assertThat(rivals).contains(stored);
        return stored;
    }

    /** All rivals that were told "true". */
    private List<StoredGrant> race(List<StoredGrant> rivals, Revision expected) throws Exception {
        CyclicBarrier start = new CyclicBarrier(rivals.size());
        ExecutorService threads = Executors.newFixedThreadPool(rivals.size());
        try {
            List<Callable<Boolean>> calls = new ArrayList<>();
            for (StoredGrant rival : rivals) {
                calls.add(() -> {
                    start.await();
                    return store().replace(rival, expected);
                });
            }
            List<Future<Boolean>> results = threads.invokeAll(calls);
            List<StoredGrant> winners = new ArrayList<>();
            for (int i = 0; i < results.size(); i++) {
                if (results.get(i).get()) {
                    winners.add(rivals.get(i));
                }
            }
            return winners;
        } finally {
            threads.shutdownNow();
        }
    }

    private List<Due> allDue(Lane lane, Instant now) {
        List<Due> all = new ArrayList<>();
        Due cursor = null;
        while (true) {
            List<Due> page = store().findDue(lane, now, cursor, PAGE);
            assertThat(page).hasSizeLessThanOrEqualTo(PAGE);
            if (page.isEmpty()) {
                return all;
            }
            all.addAll(page);
            cursor = page.get(page.size() - 1);
        }
    }

    private List<GrantId> allIds() {
        List<GrantId> all = new ArrayList<>();
        GrantId cursor = null;
        while (true) {
            List<GrantId> page = store().list(cursor, PAGE);
            assertThat(page).hasSizeLessThanOrEqualTo(PAGE);
            if (page.isEmpty()) {
                return all;
            }
            all.addAll(page);
            cursor = page.get(page.size() - 1);
        }
    }

    private StoredGrant created(String id) {
        return created(id, Lane.ROUTINE, NOON);
    }

    private StoredGrant created(String id, Lane lane, @Nullable Instant dueAt) {
        StoredGrant grant = grant(id, lane, dueAt);
        assertThat(store().replace(grant, Revision.NONE)).isTrue();
        return grant;
    }

    private StoredGrant grant(String id, Lane lane, @Nullable Instant dueAt) {
        return new StoredGrant(
                GrantId.of(id), revision(), GrantStatus.CONNECTED, lane, Optional.ofNullable(dueAt), sealed());
    }

    private StoredGrant grant(String id, SealedRecord sealed) {
        return new StoredGrant(
                GrantId.of(id), revision(), GrantStatus.CONNECTED, Lane.ROUTINE, Optional.of(NOON), sealed);
    }

    private Revision revision() {
        return Revision.random(random);
    }

    private SealedRecord sealed() {
        return SealedRecord.of(bytes(300));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
