package dev.xeroauth.redis;

import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.TokenStoreContract;
import dev.xeroauth.tests.servers.RedisServers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import redis.clients.jedis.RedisClient;

/** Holds the store to the ten promises of {@link TokenStore}, on one server. */
class RedisTokenStoreContractTest extends TokenStoreContract {

    private static RedisServers server;

    private RedisClient client;
    private RedisClient another;

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
        another = RedisClient.create(server.url());
        client.flushAll();
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
        return RedisServers.VERSION;
    }
}
