package dev.xeroauth.tests.chaos;

import dev.xeroauth.tests.servers.RedisServers;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import redis.clients.jedis.RedisClient;
import redis.clients.jedis.params.ScanParams;
import redis.clients.jedis.resps.ScanResult;

/**
 * A place for a run that nobody else uses, on a server that a system property names, or on an embedded one.
 *
 * @param name what keeps the records there
 * @param address a URL; that of Redis has what all keys begin with as its path
 */
record SharedServer(String name, String address, Runnable end) implements AutoCloseable {

    /** @param store {@code postgresql}, {@code mariadb} or {@code redis} */
    static SharedServer of(String store) {
        return switch (store) {
            case "postgresql" ->
                inDatabase(
                        System.getProperty("xero.postgresql") != null
                                ? SqlServer.postgreSql()
                                : SqlServer.embeddedPostgreSql());
            case "mariadb" -> inDatabase(SqlServer.mariaDb());
            case "redis" -> {
                String named = System.getProperty("xero.redis");
                yield named != null ? namedRedis(named) : embeddedRedis();
            }
            default -> throw new IllegalArgumentException("No store '" + store + "': postgresql, mariadb or redis");
        };
    }

    /** H2 serves its file to the other processes. */
    static SharedServer h2(Path directory) {
        return new SharedServer("H2", "jdbc:h2:" + directory.resolve("grants") + ";AUTO_SERVER=TRUE", () -> {});
    }

    static SharedServer files(Path directory) {
        return new SharedServer("file", directory.toUri().toString(), () -> {});
    }

    private static SharedServer inDatabase(SqlServer server) {
        SqlDatabase database = server.newDatabase();
        return new SharedServer(database.product(), database.url(), database::close);
    }

    private static SharedServer embeddedRedis() {
        RedisServers server = RedisServers.start();
        return new SharedServer(RedisServers.VERSION, server.url() + "/chaos", server::close);
    }

    private static SharedServer namedRedis(String url) {
        String prefix = "chaos-" + UUID.randomUUID();
        URI uri = URI.create(url);
        try (RedisClient client = RedisClient.create(uri.getHost(), uri.getPort())) {
            String version = client.info("server").replaceFirst("(?s).*redis_version:(\\S+).*", "Redis-$1");
            return new SharedServer(version, url + "/" + prefix, () -> clear(uri, prefix));
        }
    }

    private static void clear(URI uri, String prefix) {
        ScanParams mine = new ScanParams().match(prefix + ":*").count(1000);
        try (RedisClient client = RedisClient.create(uri.getHost(), uri.getPort())) {
            String cursor = ScanParams.SCAN_POINTER_START;
            do {
                ScanResult<String> page = client.scan(cursor, mine);
                page.getResult().forEach(client::del);
                cursor = page.getCursor();
            } while (!cursor.equals(ScanParams.SCAN_POINTER_START));
        }
    }

    @Override
    public void close() {
        end.run();
    }
}
