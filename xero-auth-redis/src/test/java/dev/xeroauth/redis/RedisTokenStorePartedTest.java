package dev.xeroauth.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.RedisServers;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** Whatever could part a record from its index entries, and how they come together again. */
class RedisTokenStorePartedTest {

    private static RedisServers server;

    private final StoredGrant first = Grants.grant("customer-42", Lane.RESCUE, Grants.NOON);
    private final StoredGrant next = Grants.grant("customer-42", Lane.ROUTINE, Grants.NOON.plusSeconds(60));
    private final Bucket bucket = new Buckets(Buckets.DEFAULT_PREFIX).of(first.id());

    private Jedis admin;
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
    void connect() throws IOException {
        admin = new Jedis(server.url());
        admin.flushAll();
        List<String> rules = new ArrayList<>(List.of("reset", "on", ">password"));
        rules.addAll(RedisTokenStoreStartTest.rulesOf(RedisTokenStoreStartTest.JAVADOC));
        admin.aclSetUser("xero", rules.toArray(String[]::new));
        client = RedisClient.create("127.0.0.1", server.port(), "xero", "password");
        store = RedisTokenStore.of(client);
    }

    @AfterEach
    void disconnect() {
        client.close();
        admin.close();
    }

    @Test
    void replace_rightToTheIndexIsLostAndGivenBack_theRepetitionWritesRecordAndIndex() {
        admin.aclSetUser("xero", "-zadd");
        assertLacksARight(first, Revision.NONE);
        admin.aclSetUser("xero", "+zadd");

        assertThat(store.replace(first, Revision.NONE)).isTrue();

        assertHolds(first);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zadd", "zrem", "hset", "zrangebylex"})
    void replace_anyRightIsLost_changesNothing(String right) {
        assertThat(store.replace(first, Revision.NONE)).isTrue();
        StoredGrant other = Grants.grant("customer-43");
        Map<String, String> before = dump();
        admin.aclSetUser("xero", "-" + right);

        assertLacksARight(other, Revision.NONE);
        if (!right.equals("zrangebylex")) {
            assertLacksARight(next, first.revision());
        }

        assertThat(dump()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zrem", "del"})
    void delete_anyRightIsLost_changesNothing(String right) {
        assertThat(store.replace(first, Revision.NONE)).isTrue();
        Map<String, String> before = dump();
        admin.aclSetUser("xero", "-" + right);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.delete(first.id(), first.revision()))
                .withMessageContaining("lacks a right");

        assertThat(dump()).isEqualTo(before);
    }

    @Test
    void replace_madeAlreadyAndItsIndexIsGone_writesTheIndexAgain() {
        assertThat(store.replace(first, Revision.NONE)).isTrue();
        assertThat(store.replace(next, first.revision())).isTrue();
        admin.del(bucket.ids(), bucket.due(Lane.RESCUE), bucket.due(Lane.ROUTINE));

        assertThat(store.replace(next, first.revision())).isTrue();

        assertHolds(next);
    }

    @Test
    void replace_recordWasDeletedByHand_leavesNoOldEntryAndThoseOfOthers() {
        StoredGrant other = inTheSameBucket();
        assertThat(store.replace(other, Revision.NONE)).isTrue();
        assertThat(store.replace(first, Revision.NONE)).isTrue();
        admin.del(bucket.record(first.id()));

        assertThat(store.replace(next, Revision.NONE)).isTrue();

        assertThat(due(Lane.RESCUE)).containsExactly(new Due(Grants.NOON, other.id()));
        assertThat(due(Lane.ROUTINE)).containsExactly(new Due(Grants.NOON.plusSeconds(60), next.id()));
        assertThat(store.list(null, 10)).containsExactlyInAnyOrder(next.id(), other.id());
    }

    /** Its id ends like the other one's. */
    private StoredGrant inTheSameBucket() {
        Buckets buckets = new Buckets(Buckets.DEFAULT_PREFIX);
        for (int i = 0; ; i++) {
            StoredGrant other = Grants.grant(i + first.id().value(), Lane.RESCUE, Grants.NOON);
            if (buckets.of(other.id()).equals(bucket)) {
                return other;
            }
        }
    }

    private void assertLacksARight(StoredGrant grant, Revision expected) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.replace(grant, expected))
                .withMessageContaining("lacks a right");
    }

    private void assertHolds(StoredGrant grant) {
        assertThat(store.find(grant.id())).contains(grant);
        assertThat(store.list(null, 10)).containsExactly(grant.id());
        assertThat(due(grant.lane())).containsExactly(new Due(grant.dueAt().orElseThrow(), grant.id()));
    }

    private List<Due> due(Lane lane) {
        return store.findDue(lane, Instant.MAX, null, 10);
    }

    private Map<String, String> dump() {
        Map<String, String> all = new HashMap<>();
        admin.keys("*").forEach(key -> all.put(key, HexFormat.of().formatHex(admin.dump(key))));
        return all;
    }
}
