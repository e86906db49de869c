package dev.xeroauth.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.TokenStoreContract;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.exceptions.JedisException;

/**
 * Holds the store to the ten promises of {@link TokenStore} on the server that the system property {@code xero.redis} names, such
 * as {@code redis://127.0.0.1:6379}, under a prefix of its own.
 */
@Tag("servers")
class RedisTokenStoreOnServerTest extends TokenStoreContract {

    private final String prefix = "xero:test:" + UUID.randomUUID();

    private RedisClient client;
    private RedisClient another;

    @BeforeEach
    void connect() {
        String url = System.getProperty("xero.redis");
        assertThat(url)
                .as("-Dxero.redis=redis://host:port has to name a server")
                .isNotNull();
        RedisClient reached = RedisClient.create(url);
        try {
            assertThat(reached.ping()).isEqualTo("PONG");
        } catch (JedisException e) {
            throw new AssertionError("No Redis or Valkey at -Dxero.redis=" + url, e);
        }
        client = reached;
        another = RedisClient.create(url);
    }

    @AfterEach
    void removeEverything() {
        if (client == null) {
            return;
        }
        Set<String> keys = client.keys(prefix + ":*");
        if (!keys.isEmpty()) {
            client.del(keys.toArray(String[]::new));
        }
        another.close();
        client.close();
    }

    @Override
    protected TokenStore store() {
        return RedisTokenStore.builder(client).prefix(prefix).build();
    }

    @Override
    protected TokenStore anotherStore() {
        return RedisTokenStore.builder(another).prefix(prefix).build();
    }

    @Override
    protected String server() {
        String info = client.info("server");
        String kind = info.contains("valkey_version:") ? "valkey" : "redis";
        return info.lines()
                .filter(line -> line.startsWith(kind + "_version:"))
                .map(line -> line.replace("_version:", "-"))
                .findFirst()
                .orElse(kind);
    }
}
