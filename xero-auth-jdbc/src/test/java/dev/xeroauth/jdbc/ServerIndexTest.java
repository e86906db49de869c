package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What a page costs the server with 10,000 grants in the table: rows and index entries that it reads, by its own counters.
 */
class ServerIndexTest {

    private static final int GRANTS = 10_000;
    private static final int DUE = 10;
    private static final int PAGE = 100;
    private static final Instant NOW = Instant.ofEpochMilli(1_790_000_000_000L);
    /** Half a page more than what is handed over would be a plan that reads on. */
    private static final long READS_OF_A_PAGE = PAGE + PAGE / 2;

    abstract static class Pages {

        final SqlDatabase database;

        Pages(SqlServer server) {
            database = server.newDatabase();
        }

        /** Reads that the server counts while this is called. */
        abstract Reads reads(Function<JdbcTokenStore, List<?>> call) throws SQLException;

        abstract String sequence();

        abstract String refreshStatistics();

        @BeforeEach
        void fill() throws SQLException {
            JdbcTokenStore.of(database.dataSource()).createTableIfMissing();
        }

        @AfterEach
        void drop() {
            database.close();
        }

        /** @param dueAt an expression of {@code n}, from 1 to 10,000 */
        private void fill(String dueAt) throws SQLException {
            database.execute(
                    "INSERT INTO xero_grant SELECT CONCAT('customer-', LPAD(CAST(n AS CHAR(5)), 5, '0')),"
                            + " 'AAAAAAAAAAAAAAAAAAAAAA', 'CONNECTED', 'ROUTINE', " + dueAt + ", 'sealed' FROM "
                            + sequence(),
                    refreshStatistics());
        }

        private void fillWithTenDue() throws SQLException {
            long now = NOW.toEpochMilli();
            fill("CASE WHEN n <= " + DUE + " THEN " + now + " - n ELSE " + now + " + n END");
        }

        @Test
        void findDue_tenOfTenThousandDue_readsThose() throws SQLException {
            fillWithTenDue();

            assertPage("ten due, first page", DUE, DUE + 1, findDue(null));
        }

        @Test
        void findDue_nothingDue_readsNothing() throws SQLException {
            fill(String.valueOf(NOW.toEpochMilli() + 1));

            assertPage("none due", 0, 1, findDue(null));
        }

        @Test
        void findDue_allDue_readsAPage() throws SQLException {
            fill("%d - n".formatted(NOW.toEpochMilli()));

            assertPage("all due, first page", PAGE, READS_OF_A_PAGE, findDue(null));
            Instant middle = NOW.minusMillis(GRANTS / 2);
            assertPage(
                    "all due, cursor in the middle",
                    PAGE,
                    READS_OF_A_PAGE,
                    findDue(new Due(middle, GrantId.of("customer-05000"))));
        }

        @Test
        void findDue_allDueAtOnce_readsAPageBehindTheCursor() throws SQLException {
            fill(String.valueOf(NOW.toEpochMilli()));

            assertPage("one due time, first page", PAGE, READS_OF_A_PAGE, findDue(null));
            assertPage(
                    "one due time, cursor in the middle",
                    PAGE,
                    READS_OF_A_PAGE,
                    findDue(new Due(NOW, GrantId.of("customer-05000"))));
        }

        @Test
        void list_tenThousand_readsAPage() throws SQLException {
            fillWithTenDue();

            assertPage("list, first page", PAGE, READS_OF_A_PAGE, store -> store.list(null, PAGE));
            GrantId middle = GrantId.of("customer-05000");
            assertPage("list, cursor in the middle", PAGE, READS_OF_A_PAGE, store -> store.list(middle, PAGE));
        }

        private Function<JdbcTokenStore, List<?>> findDue(@Nullable Due after) {
            return store -> store.findDue(Lane.ROUTINE, NOW, after, PAGE);
        }

        private void assertPage(String what, int found, long mostReads, Function<JdbcTokenStore, List<?>> call)
                throws SQLException {
            Reads reads = reads(call);
            System.out.printf(
                    Locale.ROOT, "index: %s: %s: found=%d %s%n", database.product(), what, reads.found(), reads.how());
            assertThat(reads.found()).isEqualTo(found);
            assertThat(reads.rows()).as(what).isLessThanOrEqualTo(mostReads);
        }
    }

    /** @param how the server's own words */
    record Reads(int found, long rows, String how) {}

    @Nested
    class OnEmbeddedPostgreSql extends PostgreSqlPages {
        OnEmbeddedPostgreSql() {
            super(SqlServer.embeddedPostgreSql());
        }
    }

    @Nested
    @Tag("servers")
    class OnPostgreSql extends PostgreSqlPages {
        OnPostgreSql() {
            super(SqlServer.postgreSql());
        }
    }

    @Nested
    @Tag("servers")
    class OnMariaDb extends MariaDbPages {
        OnMariaDb() {
            super(SqlServer.mariaDb());
        }
    }
}
