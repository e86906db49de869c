package dev.xeroauth.jdbc;

import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.TokenStoreContract;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import org.junit.jupiter.api.AfterEach;

/** The promises of {@link TokenStore} on a server, whose processes have a connection of their own for every call. */
abstract class ServerContract extends TokenStoreContract {

    private final SqlDatabase database;
    private final String[] settings;

    /** @param settings of the driver */
    ServerContract(SqlServer server, String... settings) {
        database = server.newDatabase();
        this.settings = settings;
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Override
    protected TokenStore store() {
        return JdbcTokenStore.of(database.dataSource(settings)).createTableIfMissing();
    }

    @Override
    protected TokenStore anotherStore() {
        return JdbcTokenStore.of(database.dataSource(settings));
    }

    @Override
    protected String server() {
        return database.product();
    }
}
