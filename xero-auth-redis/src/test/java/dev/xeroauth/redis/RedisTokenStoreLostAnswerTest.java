package dev.xeroauth.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.RedisServers;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.executors.RetryableCommandExecutor;
import redis.clients.jedis.providers.PooledConnectionProvider;

/** The server has done its work and the connection breaks before the answer is there: never false, which says "not written". */
class RedisTokenStoreLostAnswerTest {

    private static RedisServers server;

    private final StoredGrant first = Grants.grant("customer-42");
    private final StoredGrant next = Grants.grant("customer-42");
    private final StoredGrant rival = Grants.grant("customer-42");

    private Proxy proxy;
    private RedisClient direct;
    private RedisClient once;
    private RedisClient again;
    private RedisTokenStore reference;

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
        proxy = new Proxy(server.port());
        direct = RedisClient.create(server.url());
        direct.flushAll();
        once = RedisClient.create(proxy.url());
        URI uri = URI.create(proxy.url());
        PooledConnectionProvider provider = new PooledConnectionProvider(new HostAndPort(uri.getHost(), uri.getPort()));
        again = RedisClient.builder()
                .connectionProvider(provider)
                .commandExecutor(new RetryableCommandExecutor(provider, 3, Duration.ofSeconds(5)))
                .build();
        reference = RedisTokenStore.of(direct);
        assertThat(reference.replace(first, Revision.NONE)).isTrue();
        // Now the server knows the scripts, and the answer that gets lost is that of one.
        assertThat(reference.delete(first.id(), Grants.revision())).isFalse();
    }

    @AfterEach
    void disconnect() {
        once.close();
        again.close();
        direct.close();
        proxy.close();
    }

    @Test
    void replace_answerLost_isAnExceptionAndTheRepetitionIsTrue() {
        RedisTokenStore store = RedisTokenStore.of(once);
        proxy.loseNextAnswer(() -> {});

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.replace(next, first.revision()))
                .withMessageContaining("customer-42")
                .withMessageContaining("connection broke");

        assertThat(proxy.hasLostIt()).isTrue();
        assertThat(reference.find(next.id())).contains(next);
        assertThat(store.replace(next, first.revision())).isTrue();
        assertThat(reference.find(next.id())).contains(next);
    }

    @Test
    void replace_answerLostAndClientSendsAgain_isTrue() {
        RedisTokenStore store = RedisTokenStore.of(again);
        proxy.loseNextAnswer(() -> {});

        assertThat(store.replace(next, first.revision())).isTrue();

        assertThat(proxy.hasLostIt()).isTrue();
        assertThat(reference.find(next.id())).contains(next);
    }

    @Test
    void replace_newAndAnswerLostAndClientSendsAgain_isTrue() {
        RedisTokenStore store = RedisTokenStore.of(again);
        StoredGrant other = Grants.grant("customer-43");
        proxy.loseNextAnswer(() -> {});

        assertThat(store.replace(other, Revision.NONE)).isTrue();

        assertThat(proxy.hasLostIt()).isTrue();
        assertThat(reference.find(other.id())).contains(other);
    }

    @Test
    void replace_answerLostAndARivalWritesBeforeTheClientSendsAgain_isAnException() {
        RedisTokenStore store = RedisTokenStore.of(again);
        proxy.loseNextAnswer(
                () -> assertThat(reference.replace(rival, next.revision())).isTrue());

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.replace(next, first.revision()))
                .withMessageContaining("not known");

        assertThat(reference.find(next.id())).contains(rival);
    }

    @Test
    void replace_clientSendsNothingAgainAndRivalWasFirst_isFalse() {
        RedisTokenStore store = RedisTokenStore.of(again);
        assertThat(reference.replace(rival, first.revision())).isTrue();

        assertThat(store.replace(next, first.revision())).isFalse();
    }

    @Test
    void delete_answerLost_isAnException() {
        RedisTokenStore store = RedisTokenStore.of(once);
        proxy.loseNextAnswer(() -> {});

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.delete(first.id(), first.revision()));

        assertThat(reference.find(first.id())).isEmpty();
        assertThat(store.delete(first.id(), first.revision())).isFalse();
    }

    @Test
    void delete_answerLostAndClientSendsAgain_isAnException() {
        RedisTokenStore store = RedisTokenStore.of(again);
        proxy.loseNextAnswer(() -> {});

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.delete(first.id(), first.revision()))
                .withMessageContaining("not known");

        assertThat(reference.find(first.id())).isEmpty();
    }
}
