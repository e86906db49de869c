package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The store as a database user who has the four rights to one table, and no others. */
class ServerRightsTest {

    private static final StoredGrant GRANT = Grants.grant("customer-42");
    private static final StoredGrant NEXT = Grants.grant("customer-42");

    abstract static class Rights {

        private final SqlDatabase database;
        private final String user;
        private final String nameInGrants;

        /** @param nameInGrants how GRANT calls a user, whose name is put for {@code %s} */
        Rights(SqlServer server, String nameInGrants, String create) throws SQLException {
            database = server.newDatabase();
            user = database.name() + "_app";
            this.nameInGrants = nameInGrants.formatted(user);
            database.execute("CREATE USER " + this.nameInGrants + " " + create.formatted(user));
        }

        @AfterEach
        void drop() throws SQLException {
            if (nameInGrants.equals(user)) {
                database.execute("DROP OWNED BY " + user);
            }
            database.execute("DROP USER " + nameInGrants);
            database.close();
        }

        private void grant(String rights) throws SQLException {
            if (nameInGrants.equals(user)) {
                database.execute("GRANT USAGE ON SCHEMA " + database.name() + " TO " + user);
            }
            database.execute("GRANT " + rights + " ON " + database.name() + ".xero_grant TO " + nameInGrants);
        }

        private JdbcTokenStore storeOfTheUser() {
            return JdbcTokenStore.of(database.dataSourceFor(user));
        }

        @Test
        void anyCall_fourRightsToTheTable_works() throws SQLException {
            JdbcTokenStore.of(database.dataSource()).createTableIfMissing();
            grant("SELECT, INSERT, UPDATE, DELETE");
            JdbcTokenStore store = storeOfTheUser().createTableIfMissing();

            assertThat(store.replace(GRANT, Revision.NONE)).isTrue();
            assertThat(store.replace(NEXT, Revision.NONE)).isFalse();
            assertThat(store.replace(NEXT, GRANT.revision())).isTrue();
            assertThat(store.find(GRANT.id())).contains(NEXT);
            assertThat(store.findDue(Lane.ROUTINE, Instant.parse("2100-01-01T00:00:00Z"), null, 10))
                    .hasSize(1);
            assertThat(store.list(null, 10)).containsExactly(GRANT.id());
            assertThat(store.serverClock().orElseThrow().instant()).isAfter(Instant.EPOCH);
            assertThat(store.delete(NEXT.id(), NEXT.revision())).isTrue();
        }

        @Test
        void replace_rightMissing_saysSoAndWritesNothing() throws SQLException {
            JdbcTokenStore.of(database.dataSource()).createTableIfMissing();
            grant("SELECT, INSERT, DELETE");
            storeOfTheUser().replace(GRANT, Revision.NONE);

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> storeOfTheUser().replace(NEXT, GRANT.revision()))
                    .withMessageContaining("lacks a right");

            assertThat(storeOfTheUser().find(GRANT.id())).contains(GRANT);
        }

        @Test
        void createTableIfMissing_noRightToCreate_saysSo() throws SQLException {
            JdbcTokenStore.of(database.dataSource()).createTableIfMissing();
            grant("SELECT, INSERT, UPDATE, DELETE");
            database.execute("DROP TABLE xero_grant");

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> storeOfTheUser().createTableIfMissing())
                    .withMessageContaining("right");
        }
    }

    abstract static class OnPostgreSqlServer extends Rights {
        OnPostgreSqlServer(SqlServer server) throws SQLException {
            super(server, "%s", "PASSWORD '%s'");
        }
    }

    @Nested
    class OnEmbeddedPostgreSql extends OnPostgreSqlServer {
        OnEmbeddedPostgreSql() throws SQLException {
            super(SqlServer.embeddedPostgreSql());
        }
    }

    @Nested
    @Tag("servers")
    class OnPostgreSql extends OnPostgreSqlServer {
        OnPostgreSql() throws SQLException {
            super(SqlServer.postgreSql());
        }
    }

    @Nested
    @Tag("servers")
    class OnMariaDb extends Rights {
        OnMariaDb() throws SQLException {
            super(SqlServer.mariaDb(), "'%s'@'%%'", "IDENTIFIED BY '%s'");
        }
    }
}
