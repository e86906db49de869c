package dev.xeroauth.jdbc;

import com.zaxxer.hikari.HikariDataSource;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.TokenStoreContract;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;

/** The promises of {@link TokenStore} on a server, for two processes with a pool each. */
abstract class ServerContract extends TokenStoreContract {

    private static final int CONNECTIONS = 10;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

    private final String isolation;
    private final SqlDatabase database;
    private final HikariDataSource pool;
    private final HikariDataSource another;
    private final TokenStore store;

    ServerContract(SqlServer server) {
        this(server, "");
    }

    /**
     * @param isolation another one than is usual there
     * @param settings of the driver, which bring that about
     */
    ServerContract(SqlServer server, String isolation, String... settings) {
        this.isolation = isolation;
        database = server.newDatabase();
        pool = Pools.of(CONNECTIONS, database.dataSource(settings), true, LONGEST_WAIT);
        another = Pools.of(CONNECTIONS, database.dataSource(settings), true, LONGEST_WAIT);
        store = JdbcTokenStore.of(pool).createTableIfMissing();
    }

    @AfterEach
    void drop() {
        pool.close();
        another.close();
        database.close();
    }

    @Override
    protected TokenStore store() {
        return store;
    }

    @Override
    protected TokenStore anotherStore() {
        return JdbcTokenStore.of(another);
    }

    @Override
    protected String server() {
        return database.product() + (isolation.isEmpty() ? "" : "-" + isolation);
    }
}
