package dev.xeroauth.redis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.GrantId;
import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.RedisServers;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import redis.clients.jedis.Connection;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.Protocol;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.RedisProtocol;
import redis.clients.jedis.csc.DefaultCacheable;

/** Servers that forget scripts, records that somebody else wrote, pools that are empty. */
class RedisTokenStoreFailureTest {

    private static RedisServers server;

    private final StoredGrant grant = Grants.grant("customer-42");
    private final String record =
            new Buckets(Buckets.DEFAULT_PREFIX).of(grant.id()).record(grant.id());

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
        assertThat(store.replace(grant, Revision.NONE)).isTrue();
    }

    @AfterEach
    void disconnect() {
        client.close();
    }

    @Test
    void anyCall_serverHasForgottenItsScripts_worksAllTheSame() {
        StoredGrant next = Grants.grant("customer-42");
        Consumer<Runnable> afterFlush = call -> {
            client.scriptFlush("");
            call.run();
        };

        afterFlush.accept(
                () -> assertThat(store.replace(next, grant.revision())).isTrue());
        afterFlush.accept(
                () -> assertThat(store.serverClock().orElseThrow().instant()).isAfter(Instant.EPOCH));
        afterFlush.accept(
                () -> assertThat(store.delete(next.id(), next.revision())).isTrue());
        afterFlush.accept(
                () -> assertThat(RedisTokenStore.of(client).list(null, 1)).isEmpty());
    }

    @Test
    void serverClock_any_isTheServersToTheMillisecond() {
        Instant before = time();
        Instant now = store.serverClock().orElseThrow().instant();

        assertThat(now).isBetween(before, time());
    }

    private Instant time() {
        try (Jedis admin = new Jedis(server.url())) {
            List<String> time = admin.time();
            return Instant.ofEpochSecond(Long.parseLong(time.get(0)), Long.parseLong(time.get(1)) * 1000);
        }
    }

    static Stream<Map<String, String>> garbage() {
        return Stream.of(
                Map.of("foreign", "secret-1"),
                Map.of("revision", "secret-1"),
                Map.of("revision", ""),
                Map.of("status", "secret-1"),
                Map.of("lane", "secret-1"),
                Map.of("due", "secret-1"),
                Map.of("due", "secret-1secret-1"),
                Map.of("due", "80000000000000AB"),
                Map.of("sealed", ""));
    }

    @ParameterizedTest
    @MethodSource("garbage")
    void find_fieldThatNobodyHereWrites_isSaidAndLeft(Map<String, String> fields) {
        client.hset(record, fields);

        assertIsGarbled(() -> store.find(grant.id()));
    }

    @ParameterizedTest
    @MethodSource("fields")
    void find_fieldMissing_isSaidAndLeft(String field) {
        client.hdel(record, field);

        assertIsGarbled(() -> store.find(grant.id()));
    }

    static Stream<String> fields() {
        return Stream.of("revision", "status", "lane", "due", "sealed");
    }

    @Test
    void replaceAndDelete_placeInTheIndexIsUnknown_changeNothing() {
        for (Map<String, String> field : List.of(
                Map.of("lane", "secret-1"), Map.of("due", "secret-1"), Map.of("lane", "", "due", "secret-1secret-1"))) {
            client.hset(record, field);

            assertIsGarbled(() -> store.replace(Grants.grant("customer-42"), grant.revision()));
            assertIsGarbled(() -> store.delete(grant.id(), grant.revision()));
        }
    }

    @Test
    void replace_recordWithoutRevision_isNotTakenForNone() {
        client.hdel(record, "revision");

        assertIsGarbled(() -> store.replace(Grants.grant("customer-42"), Revision.NONE));
    }

    @Test
    void anyCall_keyOfAnotherType_saysSoAndChangesNothing() {
        StoredGrant next = Grants.grant("customer-42");
        for (String key : new Buckets(Buckets.DEFAULT_PREFIX).of(grant.id()).keys(grant.id())) {
            client.flushAll();
            store.replace(grant, Revision.NONE);
            client.set(key, "secret-1");
            Map<String, String> before = dump();

            assertWrongType(() -> store.replace(next, grant.revision()));
            assertWrongType(() -> store.delete(grant.id(), grant.revision()));

            assertThat(dump()).isEqualTo(before);
        }
        client.set(record, "secret-1");
        assertWrongType(() -> store.find(grant.id()));
    }

    @Test
    void findDueAndList_foreignEntry_isSaid() {
        Bucket bucket = new Buckets(Buckets.DEFAULT_PREFIX).all().get(7);
        client.zadd(bucket.due(Lane.ROUTINE), 0, "secret-1");
        client.zadd(bucket.ids(), 0, " secret-1");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.findDue(Lane.ROUTINE, Instant.MAX, null, 10))
                .withMessageContaining("cannot have written")
                .withMessageNotContaining("secret");
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.list(null, 10))
                .withMessageContaining("cannot have written")
                .withMessageNotContaining("secret");
    }

    @Test
    void replace_memoryIsFull_changesNothingAndDeleteStillWorks() {
        Map<String, String> before = dump();
        client.configSet("maxmemory", "1");
        try {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.replace(Grants.grant("customer-42"), grant.revision()))
                    .withMessageContaining("memory is full");
            assertThat(dump()).isEqualTo(before);
            assertThat(store.delete(grant.id(), grant.revision())).isTrue();
        } finally {
            client.configSet("maxmemory", "0");
        }
        assertThat(dump()).isEmpty();
    }

    @Test
    void find_poolExhausted_saysThatThePoolGaveNone() {
        ConnectionPoolConfig one = new ConnectionPoolConfig();
        one.setMaxTotal(1);
        one.setMaxWait(Duration.ofMillis(10));
        try (RedisClient narrow = RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", server.port()))
                .poolConfig(one)
                .build()) {
            RedisTokenStore starved = RedisTokenStore.of(narrow);
            try (Connection heldByCaller = narrow.getPool().getResource()) {
                assertThat(heldByCaller.ping()).isTrue();
                assertThatExceptionOfType(StoreException.class)
                        .isThrownBy(() -> starved.find(grant.id()))
                        .withMessageContaining("pool");
            }
        }
    }

    /** A client may answer from a cache in its process, which can be behind what another process wrote. */
    @ParameterizedTest
    @EnumSource(Command.class)
    void isCacheable_ourCommands_areNot(Command command) {
        assertThat(DefaultCacheable.isDefaultCacheableCommand(command)).isFalse();
        assertThat(DefaultCacheable.isDefaultCacheableCommand(Protocol.Command.HGETALL))
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(
            value = RedisProtocol.class,
            names = {"RESP2", "RESP3"})
    void anyCall_eitherProtocol_isUnderstood(RedisProtocol protocol) {
        try (RedisClient speaking = RedisClient.builder()
                .hostAndPort(new HostAndPort("127.0.0.1", server.port()))
                .clientConfig(
                        DefaultJedisClientConfig.builder().protocol(protocol).build())
                .build()) {
            RedisTokenStore same = RedisTokenStore.builder(speaking)
                    .waitFor(1, Duration.ofMillis(1), event -> {})
                    .build();

            assertThat(same.find(grant.id())).contains(grant);
            assertThat(same.list(null, 10)).containsExactly(grant.id());
            assertThat(same.findDue(Lane.ROUTINE, Instant.MAX, null, 10)).hasSize(1);
            assertThat(same.serverClock().orElseThrow().instant()).isAfter(Instant.EPOCH);
            assertThat(same.delete(grant.id(), grant.revision())).isTrue();
        }
    }

    @Test
    void find_storedByHandAsDocumented_isRead() {
        GrantId id = GrantId.of("by-hand");
        Map<String, String> fields = new HashMap<>(Map.of("revision", "0123456789abcdefghijkl", "status", "CONNECTED"));
        fields.putAll(Map.of("lane", "ROUTINE", "due", "800000000000000a", "sealed", "x"));
        client.hset(new Buckets(Buckets.DEFAULT_PREFIX).of(id).record(id), fields);

        StoredGrant found = store.find(id).orElseThrow();

        assertThat(found.dueAt()).contains(Instant.ofEpochMilli(10));
        assertThat(store.delete(id, found.revision())).isTrue();
    }

    private void assertIsGarbled(ThrowingCallable call) {
        byte[] before = client.dump(record.getBytes(UTF_8));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .withMessageContaining("have written")
                .withMessageNotContaining("secret")
                .withMessageNotContaining(Grants.SEALED_TEXT);

        assertThat(client.dump(record.getBytes(UTF_8))).isEqualTo(before);
    }

    private static void assertWrongType(ThrowingCallable call) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .withMessageContaining("another type")
                .withMessageNotContaining("secret");
    }

    private Map<String, String> dump() {
        Map<String, String> all = new HashMap<>();
        client.keys("*").forEach(key -> all.put(key, HexFormat.of().formatHex(client.dump(key))));
        return all;
    }
}
