package dev.xeroauth.jdbc;

import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.TokenStoreContract;
import dev.xeroauth.tests.servers.SqlServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.h2.engine.Constants;
import org.hsqldb.persist.HsqlDatabaseProperties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** Holds the store to the ten promises of {@link TokenStore}, on each kind of database. */
class JdbcTokenStoreContractTest {

    @Nested
    class OnH2InMemory extends TokenStoreContract {

        private final DataSource database = H2Databases.inMemory();

        OnH2InMemory() throws SQLException {}

        @Override
        protected TokenStore store() {
            return JdbcTokenStore.of(database).createTableIfMissing();
        }

        @Override
        protected String server() {
            return "H2-" + Constants.VERSION + "";
        }
    }

    @Nested
    class OnH2InFile extends TokenStoreContract {

        @TempDir
        Path directory;

        private Connection keepsDatabaseOpen;

        @BeforeEach
        void openDatabase() throws SQLException {
            keepsDatabaseOpen = H2Databases.inFile(directory).getConnection();
        }

        @AfterEach
        void closeDatabase() throws SQLException {
            keepsDatabaseOpen.close();
        }

        @Override
        protected TokenStore store() {
            return JdbcTokenStore.of(H2Databases.inFile(directory)).createTableIfMissing();
        }

        @Override
        protected String server() {
            return "H2-" + Constants.VERSION + "-in-file";
        }
    }

    /** A database that the library has never heard of. */
    @Nested
    class OnHsqldb extends TokenStoreContract {

        private final DataSource database = HsqldbDatabases.inMemory();

        @Override
        protected TokenStore store() {
            return JdbcTokenStore.builder(database).standardSql().build().createTableIfMissing();
        }

        @Override
        protected String server() {
            return "HSQLDB-" + HsqlDatabaseProperties.THIS_FULL_VERSION;
        }
    }

    @Nested
    class OnEmbeddedPostgreSql extends ServerContract {
        OnEmbeddedPostgreSql() {
            super(SqlServer.embeddedPostgreSql());
        }
    }

    @Nested
    @Tag("servers")
    class OnPostgreSql extends ServerContract {
        OnPostgreSql() {
            super(SqlServer.postgreSql());
        }
    }

    @Nested
    @Tag("servers")
    class OnMariaDb extends ServerContract {
        OnMariaDb() {
            super(SqlServer.mariaDb());
        }
    }

    @Nested
    @Tag("servers")
    class OnSerializablePostgreSql extends ServerContract {
        OnSerializablePostgreSql() {
            super(SqlServer.postgreSql(), "serializable", "options=-c%20default_transaction_isolation=serializable");
        }
    }

    @Nested
    @Tag("servers")
    class OnRepeatableReadPostgreSql extends ServerContract {
        OnRepeatableReadPostgreSql() {
            super(
                    SqlServer.postgreSql(),
                    "repeatable-read",
                    "options=-c%20default_transaction_isolation=repeatable%5C%20read");
        }
    }

    @Nested
    @Tag("servers")
    class OnSerializableMariaDb extends ServerContract {
        OnSerializableMariaDb() {
            super(SqlServer.mariaDb(), "serializable", "sessionVariables=tx_isolation='SERIALIZABLE'");
        }
    }

    @Nested
    @Tag("servers")
    class OnReadCommittedMariaDb extends ServerContract {
        OnReadCommittedMariaDb() {
            super(SqlServer.mariaDb(), "read-committed", "sessionVariables=tx_isolation='READ-COMMITTED'");
        }
    }
}
