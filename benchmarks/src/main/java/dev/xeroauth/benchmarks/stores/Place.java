package dev.xeroauth.benchmarks.stores;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.xeroauth.FileTokenStore;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.redis.RedisTokenStore;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.tests.servers.RedisServers;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import redis.clients.jedis.RedisClient;

/**
 * An empty store.
 *
 * @param product what keeps the records, with its version
 * @param store over one connection pool
 * @param statements how many its server has been sent so far
 * @param end closes and removes all of it
 */
record Place(String product, TokenStore store, LongSupplier statements, Runnable end) implements AutoCloseable {

    static Place of(String kind) {
        return switch (kind) {
            case "memory" -> new Place("memory", new InMemoryTokenStore(), () -> 0, () -> {});
            case "file" -> inFiles();
            case "h2" -> inDatabase("H2", "jdbc:h2:mem:" + UUID.randomUUID(), () -> {});
            case "postgresql" -> inDatabase(SqlServer.embeddedPostgreSql().newDatabase());
            case "postgresql-named" -> inDatabase(SqlServer.postgreSql().newDatabase());
            case "mariadb-named" -> inDatabase(SqlServer.mariaDb().newDatabase());
            case "redis" -> inRedis();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static Place inDatabase(SqlDatabase database) {
        return inDatabase(database.product(), database.url(), database::close);
    }

    private static Place inDatabase(String product, String url, Runnable drop) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        HikariDataSource pool = new HikariDataSource(config);
        CountedStatements counted = new CountedStatements(pool);
        TokenStore store = JdbcTokenStore.of(counted.dataSource()).createTableIfMissing();
        return new Place(product, store, counted, () -> {
            pool.close();
            drop.run();
        });
    }

    private static Place inRedis() {
        RedisServers server = RedisServers.start();
        RedisClient client = RedisClient.create("127.0.0.1", server.port());
        return new Place(RedisServers.VERSION, RedisTokenStore.of(client), () -> commands(client), () -> {
            client.close();
            server.close();
        });
    }

    /** Redis also counts what a script calls, but the store's scripts call none of these. */
    private static long commands(RedisClient client) {
        return client.info("commandstats")
                .lines()
                .filter(line -> line.matches("cmdstat_(eval|evalsha|hgetall|zrangebylex|wait):.*"))
                .mapToLong(line -> Long.parseLong(line.replaceFirst("[^=]*calls=(\\d+).*", "$1")))
                .sum();
    }

    private static Place inFiles() {
        try {
            Path directory = Files.createTempDirectory("grants");
            return new Place("file", FileTokenStore.in(directory), () -> 0, () -> remove(directory));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void remove(Path directory) {
        try (Stream<Path> all = Files.walk(directory)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
