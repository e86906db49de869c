package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The promises of {@link dev.xeroauth.spi.TokenStore} in short; the testkit's contract has them in full. */
class InMemoryTokenStoreTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    private final InMemoryTokenStore store = new InMemoryTokenStore();

    @Test
    void find_nothingStored_isEmpty() {
        assertThat(store.find(GrantId.of("a"))).isEmpty();
    }

    @Test
    void replace_noneExpected_createsOnce() {
        StoredGrant first = grant("a", NOW);

        assertThat(store.replace(first, Revision.NONE)).isTrue();
        assertThat(store.replace(grant("a", NOW), Revision.NONE)).isFalse();
        assertThat(store.find(first.id())).contains(first);
    }

    @Test
    void replace_recordMovedOn_writesNothing() {
        StoredGrant first = stored(grant("a", NOW));
        StoredGrant second = grant("a", NOW);

        assertThat(store.replace(second, first.revision())).isTrue();
        assertThat(store.replace(grant("a", NOW), first.revision())).isFalse();
        assertThat(store.find(first.id())).contains(second);
    }

    @Test
    void replace_revisionExpectedOfNothing_writesNothing() {
        StoredGrant grant = grant("a", NOW);

        assertThat(store.replace(grant, grant.revision())).isFalse();
        assertThat(store.find(grant.id())).isEmpty();
    }

    @Test
    void replace_manyExpectTheSame_oneWins() {
        Revision expected = stored(grant("a", NOW)).revision();

        long wins = IntStream.range(0, 1_000)
                .parallel()
                .filter(i -> store.replace(grant("a", NOW), expected))
                .count();

        assertThat(wins).isEqualTo(1);
    }

    @Test
    void delete_recordMovedOn_keepsIt() {
        StoredGrant grant = stored(grant("a", NOW));

        assertThat(store.delete(grant.id(), Revision.random(RANDOM))).isFalse();
        assertThat(store.delete(grant.id(), Revision.NONE)).isFalse();
        assertThat(store.find(grant.id())).contains(grant);
    }

    @Test
    void delete_recordAsExpected_removesIt() {
        StoredGrant grant = stored(grant("a", NOW));

        assertThat(store.delete(grant.id(), grant.revision())).isTrue();
        assertThat(store.delete(grant.id(), grant.revision())).isFalse();
        assertThat(store.find(grant.id())).isEmpty();
    }

    @Test
    void findDue_pageByPage_goesByTimeThenId() {
        stored(grant("c", NOW.minusSeconds(1)));
        stored(grant("b", NOW));
        stored(grant("a", NOW));
        stored(grant("future", NOW.plusMillis(1)));
        stored(new StoredGrant(
                GrantId.of("never"), fresh(), GrantStatus.DISCONNECTED, Lane.ROUTINE, Optional.empty(), sealed()));

        List<Due> first = store.findDue(Lane.ROUTINE, NOW, null, 2);
        List<Due> second = store.findDue(Lane.ROUTINE, NOW, first.get(1), 2);

        assertThat(first).extracting(due -> due.id().value()).containsExactly("c", "a");
        assertThat(second).extracting(due -> due.id().value()).containsExactly("b");
        assertThat(store.findDue(Lane.ROUTINE, NOW, second.get(0), 2)).isEmpty();
        assertThat(store.findDue(Lane.RESCUE, NOW, null, 2)).isEmpty();
    }

    @Test
    void list_pageByPage_goesByCodePoint() {
        for (String id : List.of("\uD83D\uDE00", "b", "\uFFFD", "B")) {
            stored(grant(id, NOW));
        }

        List<GrantId> first = store.list(null, 3);

        assertThat(first).extracting(GrantId::value).containsExactly("B", "b", "\uFFFD");
        assertThat(store.list(first.get(2), 3)).extracting(GrantId::value).containsExactly("\uD83D\uDE00");
    }

    @Test
    void serverClock_noServer_isEmpty() {
        assertThat(store.serverClock()).isEmpty();
    }

    private StoredGrant stored(StoredGrant grant) {
        assertThat(store.replace(grant, Revision.NONE)).isTrue();
        return grant;
    }

    private static StoredGrant grant(String id, Instant dueAt) {
        return new StoredGrant(
                GrantId.of(id), fresh(), GrantStatus.CONNECTED, Lane.ROUTINE, Optional.of(dueAt), sealed());
    }

    private static Revision fresh() {
        return Revision.random(RANDOM);
    }

    private static SealedRecord sealed() {
        return SealedRecord.of(new byte[] {1, 2, 3});
    }
}
