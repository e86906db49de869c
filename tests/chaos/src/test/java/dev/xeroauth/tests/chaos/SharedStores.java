package dev.xeroauth.tests.chaos;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.xeroauth.FileTokenStore;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.redis.RedisTokenStore;
import dev.xeroauth.spi.TokenStore;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Function;
import redis.clients.jedis.RedisClient;

/** The stores that a process opens at one address, one for each part: a table, a prefix or a directory. */
record SharedStores(Function<String, TokenStore> parts, Runnable end) implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** @param address as {@link SharedServer#address()} has it */
    static SharedStores at(String address) {
        URI uri = URI.create(address);
        return switch (uri.getScheme()) {
            case "jdbc" -> inDatabase(address);
            case "redis" -> inRedis(uri);
            case "file" ->
                new SharedStores(name -> FileTokenStore.in(Path.of(uri).resolve(name)), () -> {});
            default -> throw new IllegalArgumentException(address);
        };
    }

    private static SharedStores inDatabase(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setMaximumPoolSize(8);
        config.setConnectionTimeout(PATIENCE.toMillis());
        HikariDataSource pool = new HikariDataSource(config);
        return new SharedStores(
                name -> JdbcTokenStore.builder(pool).table(name).build().createTableIfMissing(), pool::close);
    }

    /** Its path is what all keys begin with. */
    private static SharedStores inRedis(URI uri) {
        RedisClient client = RedisClient.create(uri.getHost(), uri.getPort());
        return new SharedStores(
                name -> RedisTokenStore.builder(client)
                        .prefix(uri.getPath().substring(1) + ":" + name)
                        .build(),
                client::close);
    }

    TokenStore part(String name) {
        return parts.apply(name);
    }

    @Override
    public void close() {
        end.run();
    }
}
