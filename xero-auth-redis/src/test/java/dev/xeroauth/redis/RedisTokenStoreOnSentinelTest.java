package dev.xeroauth.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.TokenStoreContract;
import dev.xeroauth.tests.servers.RedisServers;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisSentinelClient;

/** Holds the store to the ten promises of {@link TokenStore} on a master that a sentinel watches, and when it fails. */
class RedisTokenStoreOnSentinelTest extends TokenStoreContract {

    private static final String MASTER = "grants";

    private static RedisServers master;
    private static RedisServers replica;
    private static RedisServers sentinel;

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
        failOver();

        Revision last = grant.revision();
        int writes = 0;
        while (client.getCurrentMaster().equals(before) || writes < 100) {
            StoredGrant next = Grants.grant("customer-42");
            Revision expected = last;
            Eventually.isTrue(() -> isWritten(store, next, expected));
            last = next.revision();
            writes++;
        }

        assertThat(client.getCurrentMaster()).isNotEqualTo(before);
        assertThat(store.find(grant.id()).orElseThrow().revision()).isEqualTo(last);
    }

    private static void failOver() {
        try (Jedis admin = new Jedis(sentinel.url())) {
            Eventually.isTrue(() -> admin.sentinelReplicas(MASTER).stream()
                    .anyMatch(each -> "ok".equals(each.get("master-link-status"))));
            admin.sentinelFailover(MASTER);
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
