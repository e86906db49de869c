package dev.xeroauth.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.TokenStoreContract;
import dev.xeroauth.tests.servers.RedisServers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisSentinelClient;
import redis.clients.jedis.exceptions.JedisDataException;

/** Holds the store to the ten promises of {@link TokenStore} on a master that a sentinel watches, and when it fails. */
class RedisTokenStoreOnSentinelTest extends TokenStoreContract {

    private static final String MASTER = "grants";

    private static RedisServers master;
    private static RedisServers replica;
    private static RedisServers sentinel;

    private static final Duration LONGEST_FAILOVER = Duration.ofMinutes(2);
    private static final int WRITES_BEFORE_ANOTHER_LOOK = 500;

    private RedisSentinelClient client;

    @BeforeAll
    static void startServers() {
        master = RedisServers.start();
        replica = RedisServers.startReplicaOf(master);
        sentinel = RedisServers.startSentinelOf(master, MASTER);
    }

    @AfterAll
    static void stopServers() {
        sentinel.close();
        replica.close();
        master.close();
    }

    @BeforeEach
    void connect() {
        client = RedisSentinelClient.builder()
                .masterName(MASTER)
                .sentinels(Set.of(new HostAndPort("127.0.0.1", sentinel.port())))
                .build();
        client.flushAll();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Override
    protected TokenStore store() {
        return RedisTokenStore.of(client);
    }

    @Override
    protected String server() {
        return RedisServers.VERSION + "-sentinel";
    }

    @Test
    void replace_whileTheMasterChanges_isTrueInTheEnd() {
        RedisTokenStore store = RedisTokenStore.builder(client)
                .waitFor(1, Duration.ofSeconds(20), event -> {
                    throw new AssertionError("Not replicated");
                })
                .build();
        StoredGrant grant = Grants.grant("customer-42");
        assertThat(store.replace(grant, Revision.NONE)).isTrue();
        HostAndPort before = client.getCurrentMaster();
        awaitTheReplica();
        failOver(before);

        long end = System.nanoTime() + LONGEST_FAILOVER.toNanos();
        Revision last = grant.revision();
        int writes = 0;
        while (client.getCurrentMaster().equals(before) || writes < 100) {
            assertThat(System.nanoTime()).as("still no failover").isLessThan(end);
            StoredGrant next = Grants.grant("customer-42");
            Revision expected = last;
            Eventually.isTrue(() -> isWritten(store, next, expected));
            last = next.revision();
            writes++;
            if (writes % WRITES_BEFORE_ANOTHER_LOOK == 0) {
                failOver(before);
            }
        }

        assertThat(client.getCurrentMaster()).isNotEqualTo(before);
        assertThat(store.find(grant.id()).orElseThrow().revision()).isEqualTo(last);
    }

    private static void awaitTheReplica() {
        try (Jedis admin = new Jedis(sentinel.url())) {
            Eventually.isTrue(() -> admin.sentinelReplicas(MASTER).stream()
                    .anyMatch(each -> "ok".equals(each.get("master-link-status"))));
        }
    }

    /** A sentinel of a busy machine gives a failover up, and never tries again by itself while the master lives. */
    private static void failOver(HostAndPort before) {
        try (Jedis admin = new Jedis(sentinel.url())) {
            Map<String, String> master = admin.sentinelMaster(MASTER);
            boolean underWay = master.get("flags").contains("failover_in_progress");
            boolean done = !master.get("port").equals(String.valueOf(before.getPort()));
            if (!underWay && !done) {
                admin.sentinelFailover(MASTER);
            }
        } catch (JedisDataException e) {
            assertThat(e).hasMessageStartingWith("NOGOODSLAVE"); // at the next look then
        }
    }

    /** An exception says nothing about what was written; false would say that nothing was. */
    private static boolean isWritten(RedisTokenStore store, StoredGrant next, Revision expected) {
        try {
            assertThat(store.replace(next, expected)).isTrue();
            return true;
        } catch (StoreException e) {
            return false;
        }
    }
}
