package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.GrantId;
import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table that is not as it should be, on servers whose drivers quote rows and parameters in their messages. */
class ServerTableTest {

    private static final String CANARY = "canary-in-the-sealed-bytes";
    /** Fits every column. */
    private static final String SHORT_CANARY = "canary-in-a-row";

    private static final StoredGrant GRANT = withCanary();
    private static final StoredGrant NEXT = withCanary();

    abstract static class Tables {

        private final SqlDatabase database;
        private final JdbcTokenStore store;

        /** @param driverSetting makes the driver tell as much as it can */
        Tables(SqlServer server, String driverSetting) {
            database = server.newDatabase();
            store = JdbcTokenStore.of(database.dataSource(driverSetting)).createTableIfMissing();
        }

        abstract String type(String column, String type);

        @AfterEach
        void drop() {
            database.close();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DROP COLUMN sealed",
                    "DROP COLUMN status",
                    "ADD COLUMN tenant VARCHAR(20) NOT NULL DEFAULT '', ADD CONSTRAINT c CHECK (tenant <> '')",
                    "ADD CONSTRAINT c CHECK (status <> 'CONNECTED')",
                    "ADD CONSTRAINT c CHECK (due_at < 0)",
                })
        void replace_tableDoesNotFit_saysSoAndShowsNoRow(String change) throws SQLException {
            database.execute("ALTER TABLE xero_grant " + change);

            assertSaysHowToMend(() -> store.replace(GRANT, Revision.NONE));
        }

        @ParameterizedTest
        @CsvSource({"sealed, VARCHAR(3)", "revision, VARCHAR(3)", "status, VARCHAR(3)", "lane, INT", "due_at, SMALLINT"
        })
        void replace_columnOfAnotherType_saysSoAndShowsNoRow(String column, String type) throws SQLException {
            database.execute("ALTER TABLE xero_grant " + type(column, type));

            assertSaysHowToMend(() -> store.replace(GRANT, Revision.NONE));
        }

        @ParameterizedTest
        @ValueSource(strings = {"ADD CONSTRAINT c CHECK (revision = '%s')", "RENAME COLUMN sealed TO other"})
        void replace_tableChangedSince_leavesTheStoredBytes(String change) throws SQLException {
            store.replace(GRANT, Revision.NONE);
            database.execute("ALTER TABLE xero_grant "
                    + change.formatted(GRANT.revision().value()));

            assertSaysHowToMend(() -> store.replace(NEXT, GRANT.revision()));

            database.execute("ALTER TABLE xero_grant "
                    + (change.startsWith("ADD") ? "DROP CONSTRAINT c" : "RENAME COLUMN other TO sealed"));
            assertThat(store.find(GRANT.id())).contains(GRANT);
        }

        @Test
        void anyCall_tableOfOthers_saysSo() throws SQLException {
            database.execute("DROP TABLE xero_grant", "CREATE TABLE xero_grant (id VARCHAR(20), token VARCHAR(20))");

            assertSaysHowToMend(store::createTableIfMissing);
            assertSaysHowToMend(() -> store.find(GRANT.id()));
            assertSaysHowToMend(() -> store.findDue(Lane.ROUTINE, GRANT.dueAt().orElseThrow(), null, 10));
            assertSaysHowToMend(() -> store.delete(GRANT.id(), GRANT.revision()));
        }

        @Test
        void anyCall_noTable_saysSo() throws SQLException {
            database.execute("DROP TABLE xero_grant");

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.find(GRANT.id()))
                    .withMessageContaining("there is no table xero_grant");
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.replace(GRANT, Revision.NONE))
                    .withMessageContaining("there is no table xero_grant")
                    .satisfies(ServerTableTest::assertShowsNoRow);
        }

        @ParameterizedTest
        @ValueSource(strings = {"status", "lane", "revision"})
        void find_rowOfOthers_saysSoWithoutTheRow(String column) throws SQLException {
            store.replace(GRANT, Revision.NONE);
            database.execute("UPDATE xero_grant SET " + column + " = '" + SHORT_CANARY + "'");

            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> store.find(GRANT.id()))
                    .withMessageContaining("table xero_grant")
                    .withNoCause()
                    .satisfies(ServerTableTest::assertShowsNoRow);
        }
    }

    private static StoredGrant withCanary() {
        StoredGrant grant = Grants.grant("customer-42");
        SealedRecord sealed = SealedRecord.of(CANARY.getBytes(StandardCharsets.UTF_8));
        return new StoredGrant(
                GrantId.of("customer-42"),
                grant.revision(),
                grant.status(),
                grant.lane(),
                Optional.of(grant.dueAt().orElseThrow()),
                sealed);
    }

    private static void assertSaysHowToMend(ThrowingCallable call) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .withMessageContaining("columns and constraints")
                .withMessageContaining("createTableIfMissing()")
                .withMessageContaining("SQLState")
                .satisfies(ServerTableTest::assertShowsNoRow);
    }

    private static void assertShowsNoRow(Throwable e) {
        StringWriter trace = new StringWriter();
        e.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString())
                .doesNotContain(CANARY)
                .doesNotContain(SHORT_CANARY)
                .doesNotContain("63616e617279")
                .doesNotContain(GRANT.revision().value())
                .doesNotContain(NEXT.revision().value());
    }

    abstract static class OnPostgreSqlServer extends Tables {
        OnPostgreSqlServer(SqlServer server) {
            super(server, "logServerErrorDetail=true");
        }

        @Override
        String type(String column, String type) {
            return "ALTER COLUMN " + column + " TYPE " + type + " USING NULL";
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
    class OnMariaDb extends Tables {
        OnMariaDb() {
            super(SqlServer.mariaDb(), "dumpQueriesOnException=true");
        }

        @Override
        String type(String column, String type) {
            return "MODIFY " + column + " " + type;
        }
    }
}
