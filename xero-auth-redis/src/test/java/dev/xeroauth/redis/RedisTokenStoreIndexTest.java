package dev.xeroauth.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.RedisServers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** Records and their index entries: one never without the other, in the right order, and cheap to go through. */
class RedisTokenStoreIndexTest {

    private static final List<@Nullable Instant> TIMES = Arrays.asList(
            null,
            Instant.ofEpochMilli(Long.MIN_VALUE),
            Instant.ofEpochMilli(-1),
            Instant.EPOCH,
            Grants.NOON,
            Grants.NOON.plusMillis(1),
            Instant.ofEpochMilli(Long.MAX_VALUE));
    private static final Instant ALWAYS = Instant.MAX;

    private static RedisServers server;

    private RedisClient client;
    private RedisTokenStore store;

    @BeforeAll
    static void startServer() {
        server = RedisServers.start();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void connect() {
        client = RedisClient.create(server.url());
        client.flushAll();
        store = RedisTokenStore.of(client);
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void anyOperations_inAnyOrder_leaveRecordsAndIndexTogether() {
        long seed = System.nanoTime();
        System.out.println("seed of the operations: " + seed);
        Random random = new Random(seed);
        Map<GrantId, StoredGrant> model = new TreeMap<>();

        for (int i = 1; i <= 1500; i++) {
            operate(random, model);
            if (i % 100 == 0) {
                assertThat(keysOnServer()).as("seed %d", seed).isEqualTo(keysOf(model));
                assertThat(store.list(null, 1000)).as("seed %d", seed).containsExactlyElementsOf(model.keySet());
                for (Lane lane : Lane.values()) {
                    assertThat(dueByPages(lane, 3)).as("seed %d", seed).isEqualTo(dueOf(model, lane));
                }
            }
        }
    }

    @Test
    void findDue_manyDueAtTheSameTime_leavesOutNoneAtAnyPageSize() {
        List<Due> all = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            StoredGrant grant = Grants.grant("ü" + i, Lane.RESCUE, Grants.NOON);
            assertThat(store.replace(grant, Revision.NONE)).isTrue();
            all.add(new Due(Grants.NOON, grant.id()));
        }
        all.sort(null);

        for (int size : new int[] {1, 7, 49, 50, 51}) {
            assertThat(dueByPages(Lane.RESCUE, size)).isEqualTo(all);
        }
    }

    @Test
    void replace_anyGrant_hasNoTimeToLive() {
        assertThat(store.replace(Grants.grant("customer-42"), Revision.NONE)).isTrue();

        Set<String> keys = client.keys("*");
        assertThat(keys).hasSize(3);
        assertThat(keys).allSatisfy(key -> assertThat(client.ttl(key)).isEqualTo(-1));
    }

    @Test
    void findDue_tenAmongTenThousand_costsWhatItCostsAmongTen() throws IOException {
        try (Proxy proxy = new Proxy(server.port());
                RedisClient counted = RedisClient.create(proxy.url())) {
            RedisTokenStore countedStore = RedisTokenStore.of(counted);
            write(10, "due-", Grants.NOON);
            Cost amongTen = costOfFindDue(countedStore, proxy, 100);
            write(10_000, "later-", Grants.NOON.plusMillis(1));

            Cost amongMany = costOfFindDue(countedStore, proxy, 100);

            assertThat(amongMany).isEqualTo(amongTen);
            assertThat(amongMany.commands).isEqualTo(16);
        }
    }

    @Test
    void findDue_allAreDue_readsLittleMoreThanThePage() throws IOException {
        try (Proxy proxy = new Proxy(server.port());
                RedisClient counted = RedisClient.create(proxy.url())) {
            RedisTokenStore countedStore = RedisTokenStore.of(counted);
            write(3000, "due-", Grants.NOON);
            long entry = "$24\r\n0123456789abcdefdue-1000\r\n".length();

            assertThat(costOfFindDue(countedStore, proxy, 100).bytes).isLessThan(5 * 100 * entry);
        }
    }

    /** What one page cost. */
    private record Cost(long commands, long bytes) {}

    private Cost costOfFindDue(RedisTokenStore countedStore, Proxy proxy, int limit) {
        try (Jedis admin = new Jedis(server.url())) {
            admin.configResetStat();
        }
        long before = proxy.answered();
        assertThat(countedStore.findDue(Lane.ROUTINE, Grants.NOON, null, limit)).hasSizeGreaterThanOrEqualTo(10);
        long bytes = proxy.answered() - before;
        long commands = client.info("commandstats")
                .lines()
                .filter(line -> line.startsWith("cmdstat_") && !line.startsWith("cmdstat_config"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst("cmdstat_\\w+:calls=(\\d+),.*", "$1")))
                .sum();
        return new Cost(commands, bytes);
    }

    private void write(int count, String prefix, Instant dueAt) {
        for (int i = 0; i < count; i++) {
            assertThat(store.replace(Grants.grant(prefix + i, Lane.ROUTINE, dueAt), Revision.NONE))
                    .isTrue();
        }
    }

    private void operate(Random random, Map<GrantId, StoredGrant> model) {
        GrantId id = GrantId.of("customer-" + random.nextInt(40));
        StoredGrant current = model.get(id);
        Revision actual = current == null ? Revision.NONE : current.revision();
        Revision expected = switch (random.nextInt(4)) {
            case 0 -> Grants.revision();
            case 1 -> Revision.NONE;
            default -> actual;
        };
        if (random.nextInt(3) == 0) {
            boolean mayBeDeleted = current != null && expected.equals(actual);
            assertThat(store.delete(id, expected)).isEqualTo(mayBeDeleted);
            if (mayBeDeleted) {
                model.remove(id);
            }
        } else {
            Lane lane = random.nextBoolean() ? Lane.RESCUE : Lane.ROUTINE;
            StoredGrant next = Grants.grant(id.value(), lane, TIMES.get(random.nextInt(TIMES.size())));
            assertThat(store.replace(next, expected)).isEqualTo(expected.equals(actual));
            if (expected.equals(actual)) {
                model.put(id, next);
            }
        }
    }

    private List<Due> dueByPages(Lane lane, int size) {
        List<Due> all = new ArrayList<>();
        List<Due> page = store.findDue(lane, ALWAYS, null, size);
        while (!page.isEmpty()) {
            all.addAll(page);
            page = store.findDue(lane, ALWAYS, page.get(page.size() - 1), size);
        }
        return all;
    }

    private static List<Due> dueOf(Map<GrantId, StoredGrant> model, Lane lane) {
        return model.values().stream()
                .filter(grant -> grant.lane() == lane && grant.dueAt().isPresent())
                .map(grant -> new Due(grant.dueAt().get(), grant.id()))
                .sorted()
                .toList();
    }

    /** Keys of records, and every entry of an index behind its key. */
    private Set<String> keysOnServer() {
        Set<String> found = new HashSet<>();
        for (String key : client.keys("*")) {
            if (key.contains("}:record:")) {
                found.add(key);
            } else {
                client.zrange(key, 0, -1).forEach(entry -> found.add(key + " " + entry));
            }
        }
        return found;
    }

    private static Set<String> keysOf(Map<GrantId, StoredGrant> model) {
        Buckets buckets = new Buckets(Buckets.DEFAULT_PREFIX);
        Set<String> expected = new HashSet<>();
        for (StoredGrant grant : model.values()) {
            Bucket bucket = buckets.of(grant.id());
            expected.add(bucket.record(grant.id()));
            expected.add(bucket.ids() + " " + grant.id());
            grant.dueAt()
                    .ifPresent(dueAt ->
                            expected.add(bucket.due(grant.lane()) + " " + DueEntry.of(new Due(dueAt, grant.id()))));
        }
        return expected;
    }
}
