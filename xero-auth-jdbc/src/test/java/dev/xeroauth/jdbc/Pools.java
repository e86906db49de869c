package dev.xeroauth.jdbc;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.xeroauth.tests.servers.SqlDatabase;
import java.time.Duration;
import javax.sql.DataSource;

/** Pools as applications have them. */
final class Pools {

    static final Duration SHORT = Duration.ofMillis(500);

    private Pools() {}

    /** Of so many connections, called {@code pool-of-...}, which keeps callers waiting for half a second. */
    static HikariDataSource of(int size, SqlDatabase database, boolean autoCommit) {
        return of(size, database.dataSource(), autoCommit, SHORT);
    }

    static HikariDataSource of(int size, DataSource database, boolean autoCommit, Duration longestWait) {
        HikariConfig config = new HikariConfig();
        config.setDataSource(database);
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(1);
        config.setAutoCommit(autoCommit);
        config.setConnectionTimeout(longestWait.toMillis());
        config.setPoolName("pool-of-" + size);
        return new HikariDataSource(config);
    }

    static int lent(HikariDataSource pool) {
        return pool.getHikariPoolMXBean().getActiveConnections();
    }
}
