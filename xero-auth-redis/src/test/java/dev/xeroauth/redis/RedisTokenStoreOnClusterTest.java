package dev.xeroauth.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.TokenStoreContract;
import dev.xeroauth.tests.servers.RedisServers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClusterClient;

/** Holds the store to the ten promises of {@link TokenStore} on a cluster, and while slots move. */
class RedisTokenStoreOnClusterTest extends TokenStoreContract {

    private static Cluster cluster;

    private final StoredGrant grant = Grants.grant("customer-42");
    private final String record =
            new Buckets(Buckets.DEFAULT_PREFIX).of(grant.id()).record(grant.id());

    private RedisClusterClient client;
    private RedisClusterClient another;

    @BeforeAll
    static void startCluster(@TempDir Path directory) {
        cluster = new Cluster(directory);
    }

    @AfterAll
    static void stopCluster() {
        cluster.close();
    }

    @BeforeEach
    void connect() {
        cluster.flush();
        client = cluster.connect();
        another = cluster.connect();
    }

    @AfterEach
    void disconnect() {
        client.close();
        another.close();
    }

    @Override
    protected TokenStore store() {
        return RedisTokenStore.of(client);
    }

    @Override
    protected TokenStore anotherStore() {
        return RedisTokenStore.of(another);
    }

    @Override
    protected String server() {
        return RedisServers.VERSION + "-cluster";
    }

    @Test
    void of_buckets_areOnAllMasters() {
        List<Jedis> owners = new Buckets(Buckets.DEFAULT_PREFIX)
                .all().stream()
                        .map(bucket -> cluster.nodeOf(bucket.ids()))
                        .distinct()
                        .toList();

        assertThat(owners).hasSize(3);
    }

    @Test
    void of_oneMasterMayEvict_isRefused() {
        for (Jedis node : cluster.nodes()) {
            node.configSet("maxmemory-policy", "allkeys-lru");
            try {
                assertThatExceptionOfType(XeroConfigurationException.class)
                        .isThrownBy(() -> RedisTokenStore.of(client))
                        .withMessageContaining("allkeys-lru");
            } finally {
                node.configSet("maxmemory-policy", "noeviction");
            }
        }
    }

    @Test
    void replaceAndFind_slotMoves_followIt() {
        TokenStore store = store();
        StoredGrant second = Grants.grant("customer-42");
        StoredGrant third = Grants.grant("customer-42");
        assertThat(store.replace(grant, Revision.NONE)).isTrue();
        Jedis from = cluster.nodeOf(record);
        Jedis to = cluster.anotherThan(from);

        cluster.beginToMove(record, from, to);
        assertThat(store.find(grant.id())).contains(grant);
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.replace(second, grant.revision()))
                .withMessageContaining("moving the grant's slot");

        cluster.finishMoving(record, to);
        assertThat(store.find(grant.id())).contains(grant);
        assertThat(store.replace(second, grant.revision())).isTrue();
        assertThat(store.replace(Grants.grant("customer-42"), Grants.revision()))
                .isFalse();
        assertThat(store.replace(third, second.revision())).isTrue();
        assertThat(store.find(grant.id())).contains(third);
        assertThat(anotherStore().list(null, 10)).containsExactly(grant.id());
        assertThat(cluster.nodeOf(record)).isSameAs(to);
    }

    @Test
    void anyCall_userOfTheJavadocWhileASlotMoves_isAllowed() throws IOException {
        List<String> user = new ArrayList<>(List.of("on", ">password"));
        user.addAll(RedisTokenStoreStartTest.rulesOf(RedisTokenStoreStartTest.JAVADOC));
        cluster.nodes().forEach(node -> node.aclSetUser("xero", user.toArray(String[]::new)));
        DefaultJedisClientConfig config = DefaultJedisClientConfig.builder()
                .user("xero")
                .password("password")
                .build();
        try (RedisClusterClient limited = cluster.connect(config)) {
            RedisTokenStore store = RedisTokenStore.of(limited);
            assertThat(store.replace(grant, Revision.NONE)).isTrue();
            Jedis from = cluster.nodeOf(record);
            Jedis to = cluster.anotherThan(from);

            cluster.beginToMove(record, from, to);
            assertThat(store.find(grant.id())).contains(grant);

            cluster.finishMoving(record, to);
            assertThat(store.delete(grant.id(), grant.revision())).isTrue();
        }
    }

    @Test
    void replace_noReplica_waitsOnTheMasterOfTheGrantAndTells() {
        List<XeroEvent> events = new ArrayList<>();
        RedisTokenStore store = RedisTokenStore.builder(client)
                .waitFor(1, Duration.ofMillis(20), events::add)
                .build();

        assertThat(store.replace(grant, Revision.NONE)).isTrue();

        assertThat(events).containsExactly(new WriteNotReplicated(grant.id(), 0, 1));
    }

    @Test
    void serverClock_manyCalls_askTheSameMaster() {
        TokenStore store = store();
        cluster.nodes().forEach(Jedis::configResetStat);

        for (int i = 0; i < 10; i++) {
            assertThat(store.serverClock().orElseThrow().instant()).isAfter(Instant.EPOCH);
        }

        assertThat(cluster.nodes().stream()
                        .filter(node -> node.info("commandstats").contains("cmdstat_time:calls=10")))
                .hasSize(1);
    }
}
