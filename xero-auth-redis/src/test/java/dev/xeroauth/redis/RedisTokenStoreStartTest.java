package dev.xeroauth.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.RedisServers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.MultiDbClient;
import redis.clients.jedis.MultiDbConfig;
import redis.clients.jedis.RedisClient;

/** What is looked at when the store is made: the server's memory policy, the user's rights, the keys. */
class RedisTokenStoreStartTest {

    private static final Duration AT_ONCE = Duration.ofMillis(20);
    private static final Pattern ACL_LINE =
            Pattern.compile("ACL SETUSER xero on >password (.*?)\n[ *]*(?:}</pre>|```)");

    static final String JAVADOC = "src/main/java/dev/xeroauth/redis/RedisTokenStore.java";

    private static RedisServers server;

    private Jedis admin;
    private RedisClient client;

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
        admin = new Jedis(server.url());
        admin.flushAll();
        admin.configSet("maxmemory-policy", "noeviction");
        admin.configSet("maxmemory", "0");
        client = RedisClient.create(server.url());
    }

    @AfterEach
    void disconnect() {
        client.close();
        admin.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "allkeys-lru",
                "allkeys-lfu",
                "allkeys-random",
                "volatile-lru",
                "volatile-lfu",
                "volatile-random",
                "volatile-ttl"
            })
    void of_serverMayEvict_isRefusedWithItsPolicy(String policy) {
        admin.configSet("maxmemory-policy", policy);

        assertThatExceptionOfType(XeroConfigurationException.class)
                .isThrownBy(() -> RedisTokenStore.of(client))
                .withMessageContaining("maxmemory-policy " + policy)
                .withMessageContaining("Set maxmemory-policy to noeviction");
    }

    @Test
    void of_goodServer_leavesNoKeyBehind() {
        assertThat(RedisTokenStore.of(client).list(null, 1)).isEmpty();

        assertThat(admin.dbSize()).isZero();
    }

    @Test
    void of_userOfTheJavadoc_canDoEverythingAndNothingElse() throws IOException {
        setUser(rulesOf(JAVADOC));

        try (RedisClient limited = asUser()) {
            useAllOf(RedisTokenStore.builder(limited)
                    .waitFor(1, AT_ONCE, event -> {})
                    .build());
            assertThatExceptionOfType(XeroConfigurationException.class)
                    .isThrownBy(() ->
                            RedisTokenStore.builder(limited).prefix("other").build())
                    .withMessageContaining("lacks a right");
        }
    }

    @Test
    void of_userWithOneRightLess_isRefused() throws IOException {
        List<String> rules = rulesOf(JAVADOC);
        List<String> connecting =
                List.of("+hello", "+ping", "+client|setinfo", "+client|setname", "+cluster|slots", "+asking");

        for (String rule : rules) {
            if (rule.startsWith("+") && !connecting.contains(rule)) {
                List<String> oneLess = new ArrayList<>(rules);
                oneLess.remove(rule);
                setUser(oneLess);
                admin.scriptFlush();
                try (RedisClient limited = asUser()) {
                    assertThatExceptionOfType(XeroConfigurationException.class)
                            .as(rule)
                            .isThrownBy(() -> RedisTokenStore.builder(limited)
                                    .waitFor(1, AT_ONCE, event -> {})
                                    .build())
                            .withMessageContaining("lacks a right")
                            .withMessageMatching("(?is).*\\b" + rule.substring(1) + "\\b.*");
                }
            }
        }
    }

    @Test
    void rules_javadocAndPage_areTheSame() throws IOException {
        assertThat(rulesOf("../docs/redis.md")).isEqualTo(rulesOf(JAVADOC));
    }

    @Test
    void of_wrongPassword_saysSo() {
        setUser(List.of("+@all", "~*"));
        try (RedisClient wrong = RedisClient.create("127.0.0.1", server.port(), "xero", "other")) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> RedisTokenStore.of(wrong))
                    .withMessageContaining("password");
        }
    }

    @Test
    void of_keyOfAnotherType_isRefused() {
        admin.set("xero:grant:{03}:ids", "of another application");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RedisTokenStore.of(client))
                .withMessageContaining("prefix that nothing else uses");
    }

    @Test
    void of_memoryIsFull_saysSo() {
        admin.configSet("maxmemory", "1");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> RedisTokenStore.of(client))
                .withMessageContaining("memory is full");
    }

    @Test
    void of_replica_saysSo() {
        try (RedisServers master = RedisServers.start();
                RedisServers replica = RedisServers.startReplicaOf(master);
                RedisClient atReplica = RedisClient.create(replica.url())) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> RedisTokenStore.of(atReplica))
                    .withMessageContaining("replica");
        }
    }

    @Test
    void of_noServer_saysThatItCouldNotBeReached() {
        RedisServers gone = RedisServers.start();
        gone.close();
        try (RedisClient nowhere = RedisClient.create(gone.url())) {
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> RedisTokenStore.of(nowhere))
                    .withMessageContaining("could not be reached");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a{b}", "a*", "a b", "ä"})
    void prefix_notAllowed_isRefused(String prefix) {
        assertThatExceptionOfType(XeroConfigurationException.class)
                .isThrownBy(() -> RedisTokenStore.builder(client).prefix(prefix).build());
    }

    @Test
    void prefix_two_areTwoStores() {
        StoredGrant grant = Grants.grant("customer-42");
        RedisTokenStore one = RedisTokenStore.builder(client).prefix("one").build();
        RedisTokenStore two = RedisTokenStore.builder(client).prefix("two").build();

        assertThat(one.replace(grant, Revision.NONE)).isTrue();

        assertThat(two.find(grant.id())).isEmpty();
        assertThat(two.list(null, 1)).isEmpty();
        assertThat(admin.keys("*")).allMatch(key -> key.startsWith("one:{"));
    }

    @Test
    void description_any_isThePrefixAndNothingOfTheClient() {
        setUser(List.of("+@all", "~*"));
        try (RedisClient named = asUser()) {
            assertThat(RedisTokenStore.of(named).description()).isEqualTo("Redis keys xero:grant:*");
            assertThat(RedisTokenStore.builder(named).prefix("one").build().description())
                    .isEqualTo("Redis keys one:*");
        }
    }

    @Test
    void of_clientOfServersThatDoNotAgree_isRefused() {
        MultiDbConfig config = MultiDbConfig.builder()
                .database(MultiDbConfig.DatabaseConfig.builder(
                                new HostAndPort("127.0.0.1", server.port()),
                                DefaultJedisClientConfig.builder().build())
                        .build())
                .build();
        try (MultiDbClient several =
                MultiDbClient.builder().multiDbConfig(config).build()) {
            assertThatExceptionOfType(XeroConfigurationException.class)
                    .isThrownBy(() -> RedisTokenStore.of(several))
                    .withMessageContaining("MultiDbClient");
        }
    }

    private void setUser(List<String> rules) {
        List<String> all = new ArrayList<>(List.of("reset", "on", ">password"));
        all.addAll(rules);
        admin.aclSetUser("xero", all.toArray(String[]::new));
    }

    private static RedisClient asUser() {
        return RedisClient.create("127.0.0.1", server.port(), "xero", "password");
    }

    private static void useAllOf(RedisTokenStore store) {
        StoredGrant grant = Grants.grant("customer-42");
        StoredGrant next = Grants.grant("customer-42", Lane.RESCUE, Instant.EPOCH);
        assertThat(store.replace(grant, Revision.NONE)).isTrue();
        assertThat(store.replace(next, grant.revision())).isTrue();
        assertThat(store.find(next.id())).contains(next);
        assertThat(store.list(null, 10)).containsExactly(next.id());
        assertThat(store.findDue(Lane.RESCUE, Instant.EPOCH, null, 10)).hasSize(1);
        assertThat(store.serverClock().orElseThrow().instant()).isAfter(Instant.EPOCH);
        assertThat(store.delete(next.id(), next.revision())).isTrue();
    }

    static List<String> rulesOf(String file) throws IOException {
        Matcher line = ACL_LINE.matcher(Files.readString(Path.of(file)).replaceAll("\n \\*? +\\+", " +"));
        assertThat(line.find()).as(file).isTrue();
        return Arrays.asList(line.group(1).trim().split("\\s+", -1));
    }
}
