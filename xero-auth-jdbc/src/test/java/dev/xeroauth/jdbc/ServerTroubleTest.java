package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that does not answer in time, because somebody has locked the row. */
@Timeout(60)
class ServerTroubleTest {

    private static final StoredGrant GRANT = Grants.grant("customer-42");
    private static final StoredGrant NEXT = Grants.grant("customer-42");

    abstract static class Trouble {

        private final SqlDatabase database;
        private final String socketTimeout;
        private final String serverTimeout;

        /** @param socketTimeout the driver gives up after a second; the other one: the server does */
        Trouble(SqlServer server, String socketTimeout, String serverTimeout) {
            database = server.newDatabase();
            this.socketTimeout = socketTimeout;
            this.serverTimeout = serverTimeout;
            otherStore().createTableIfMissing().replace(GRANT, Revision.NONE);
        }

        @AfterEach
        void drop() {
            database.close();
        }

        private JdbcTokenStore otherStore() {
            return JdbcTokenStore.of(database.dataSource());
        }

        @Test
        void replace_driverGivesUp_isOfUnknownOutcomeAndNothingElse() throws SQLException {
            try (HikariDataSource pool = Pools.of(1, database.dataSource(socketTimeout), true, Pools.SHORT)) {
                JdbcTokenStore store = JdbcTokenStore.of(pool);
                whileLocked(() -> assertThatExceptionOfType(StoreException.class)
                        .isThrownBy(() -> store.replace(NEXT, GRANT.revision()))
                        .withMessageContaining("customer-42")
                        .withMessageContaining("in time")
                        .withMessageContaining("outcome is unknown"));

                // The server may do it yet, now that it can.
                boolean written = store.replace(NEXT, GRANT.revision());
                assertThat(store.find(GRANT.id())).contains(NEXT);
                assertThat(otherStore().find(GRANT.id()))
                        .as("written %s", written)
                        .contains(NEXT);
                assertThat(Pools.lent(pool)).isZero();
            }
        }

        @Test
        void replace_serverGivesUp_hasWrittenNothing() throws SQLException {
            try (HikariDataSource pool = Pools.of(1, database.dataSource(serverTimeout), false, Pools.SHORT)) {
                JdbcTokenStore store = JdbcTokenStore.of(pool);
                whileLocked(() -> assertThatExceptionOfType(StoreException.class)
                        .isThrownBy(() -> store.replace(NEXT, GRANT.revision()))
                        .withMessageContaining("in time"));

                assertThat(store.find(GRANT.id())).contains(GRANT);
                assertThat(store.replace(NEXT, GRANT.revision())).isTrue();
                assertThat(Pools.lent(pool)).isZero();
            }
        }

        private void whileLocked(Runnable call) throws SQLException {
            try (Connection blocker = database.connection();
                    Statement statement = blocker.createStatement()) {
                blocker.setAutoCommit(false);
                statement.execute("SELECT id FROM xero_grant FOR UPDATE");
                call.run();
                assertThat(otherStore().find(GRANT.id())).contains(GRANT);
                blocker.rollback();
            }
        }
    }

    abstract static class OnPostgreSqlServer extends Trouble {
        OnPostgreSqlServer(SqlServer server) {
            super(server, "socketTimeout=1", "options=-c%20statement_timeout=500");
        }
    }

    @Nested
    class OnEmbeddedPostgreSql extends OnPostgreSqlServer {
        OnEmbeddedPostgreSql() {
            super(SqlServer.embeddedPostgreSql());
        }
    }

    @Nested
    @Tag("servers")
    class OnPostgreSql extends OnPostgreSqlServer {
        OnPostgreSql() {
            super(SqlServer.postgreSql());
        }
    }

    @Nested
    @Tag("servers")
    class OnMariaDb extends Trouble {
        OnMariaDb() {
            super(SqlServer.mariaDb(), "socketTimeout=1000", "sessionVariables=innodb_lock_wait_timeout=1");
        }
    }
}
