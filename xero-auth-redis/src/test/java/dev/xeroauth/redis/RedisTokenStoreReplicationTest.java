package dev.xeroauth.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.RedisServers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.RedisClient;

/** Writes that wait for replicas. */
class RedisTokenStoreReplicationTest {

    private static final Duration AT_LENGTH = Duration.ofSeconds(20);
    private static final Duration AT_ONCE = Duration.ofMillis(20);

    private final StoredGrant grant = Grants.grant("customer-42");
    private final List<XeroEvent> events = new ArrayList<>();

    private RedisServers master;
    private RedisClient client;

    @BeforeEach
    void startMaster() throws Exception {
        master = RedisServers.start();
        ConnectionPoolConfig aboutTurn = new ConnectionPoolConfig();
        aboutTurn.setLifo(false);
        client = RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", master.port()))
                .poolConfig(aboutTurn)
                .build();
        client.getPool().addObjects(4);
    }

    @AfterEach
    void stopMaster() {
        client.close();
        master.close();
    }

    @Test
    void replace_noReplica_isTrueAndTellsTheListener() {
        RedisTokenStore store =
                RedisTokenStore.builder(client).waitFor(1, AT_ONCE, events::add).build();

        assertThat(store.replace(grant, Revision.NONE)).isTrue();

        assertThat(store.find(grant.id())).contains(grant);
        assertThat(events).containsExactly(new WriteNotReplicated(grant.id(), 0, 1));
    }

    @Test
    void delete_noReplica_isTrueAndTellsTheListener() {
        RedisTokenStore store =
                RedisTokenStore.builder(client).waitFor(2, AT_ONCE, events::add).build();
        store.replace(grant, Revision.NONE);

        assertThat(store.delete(grant.id(), grant.revision())).isTrue();

        assertThat(events).hasSize(2).last().isEqualTo(new WriteNotReplicated(grant.id(), 0, 2));
    }

    @Test
    void replace_nothingWritten_waitsForNobody() {
        RedisTokenStore store =
                RedisTokenStore.builder(client).waitFor(1, AT_ONCE, events::add).build();

        assertThat(store.replace(grant, Grants.revision())).isFalse();

        assertThat(events).isEmpty();
    }

    @Test
    void replace_listenerThrows_isTrueAllTheSame() {
        RedisTokenStore store = RedisTokenStore.builder(client)
                .waitFor(1, AT_ONCE, event -> {
                    throw new IllegalStateException("of the listener");
                })
                .build();

        assertThat(store.replace(grant, Revision.NONE)).isTrue();
    }

    @Test
    void replace_replicaConfirms_isOnTheReplicaAndTellsNobody() {
        try (RedisServers replica = RedisServers.startReplicaOf(master);
                RedisClient atReplica = RedisClient.create(replica.url())) {
            RedisTokenStore store = RedisTokenStore.builder(client)
                    .waitFor(1, AT_LENGTH, events::add)
                    .build();
            assertThat(store.replace(grant, Revision.NONE)).isTrue();
            StoredGrant next = Grants.grant("customer-42");

            assertThat(store.replace(next, grant.revision())).isTrue();

            assertThat(atReplica.hgetAll(
                            new Buckets(Buckets.DEFAULT_PREFIX).of(next.id()).record(next.id())))
                    .containsEntry("revision", next.revision().value());
            assertThat(events).isEmpty();
        }
    }

    /** Redis counts the replicas that have what this connection has written; on another one it would count all. */
    @Test
    void replace_poolOfSeveralConnections_waitsOnTheOneThatWrote() {
        RedisTokenStore store =
                RedisTokenStore.builder(client).waitFor(1, AT_ONCE, events::add).build();

        for (int i = 0; i < 9; i++) {
            assertThat(store.replace(Grants.grant("other-" + i), Revision.NONE)).isTrue();
        }

        try (Jedis admin = new Jedis(master.url())) {
            List<String> lastCommands = admin.clientList()
                    .lines()
                    .map(line -> line.replaceFirst(".* cmd=(\\S+).*", "$1"))
                    .toList();
            assertThat(lastCommands).doesNotContain("evalsha");
            assertThat(lastCommands.stream().filter("wait"::equals)).hasSizeGreaterThan(3);
        }
    }

    @Test
    void waitFor_outOfLimits_isRefused() {
        RedisTokenStore.Builder builder = RedisTokenStore.builder(client);

        assertThatExceptionOfType(XeroConfigurationException.class)
                .isThrownBy(() -> builder.waitFor(0, AT_ONCE, events::add));
        assertThatExceptionOfType(XeroConfigurationException.class)
                .isThrownBy(() -> builder.waitFor(1, Duration.ofNanos(999_999), events::add));
        assertThatExceptionOfType(XeroConfigurationException.class)
                .isThrownBy(() -> builder.waitFor(1, Duration.ofSeconds(31), events::add));
    }
}
