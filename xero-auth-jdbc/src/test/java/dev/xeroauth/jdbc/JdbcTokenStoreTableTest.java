package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import dev.xeroauth.GrantId;
import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The table: its name, its making, and what is said if it is not as it should be. */
class JdbcTokenStoreTableTest {

    private static final StoredGrant GRANT = Grants.grant("customer-42");

    private static final int ROUNDS = 100;

    private DataSource database;

    @BeforeEach
    void createDatabase() throws SQLException {
        database = H2Databases.inMemory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"customer_token", "CustomerToken", "app.xero_grant"})
    void table_otherName_isUsed(String name) throws SQLException {
        execute("CREATE SCHEMA app");
        JdbcTokenStore store =
                JdbcTokenStore.builder(database).table(name).build().createTableIfMissing();

        assertThat(store.replace(GRANT, Revision.NONE)).isTrue();

        assertThat(store.find(GRANT.id())).contains(GRANT);
        execute("DROP TABLE " + name);
    }

    /** Seen in one of 400 rounds before one thread at a time made the table. */
    @Test
    void replace_manyCreateAtOnceWithTheTable_exactlyOneIsTrue() throws Exception {
        int rivals = 20;
        ExecutorService threads = Executors.newFixedThreadPool(rivals);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                DataSource empty = H2Databases.inMemory();
                CyclicBarrier start = new CyclicBarrier(rivals);
                Callable<Boolean> rival = () -> {
                    start.await();
                    return JdbcTokenStore.of(empty).createTableIfMissing().replace(GRANT, Revision.NONE);
                };
                int winners = 0;
                for (Future<Boolean> result : threads.invokeAll(Collections.nCopies(rivals, rival))) {
                    winners += result.get() ? 1 : 0;
                }
                assertThat(winners).as("round %d", round).isEqualTo(1);
                H2Databases.execute(empty, "SHUTDOWN");
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("namesThatAreNone")
    void build_nameThatIsNone_throws(String name) {
        JdbcTokenStore.Builder builder = JdbcTokenStore.builder(database).table(name);

        assertThatExceptionOfType(XeroConfigurationException.class).isThrownBy(builder::build);
    }

    static Stream<String> namesThatAreNone() {
        return Stream.of(
                "",
                " ",
                ".",
                "a.",
                ".a",
                "a.b.c",
                "1a",
                "a b",
                "a;",
                "a--",
                "a'",
                "\"a\"",
                "a\n",
                "grants; DROP TABLE xero_grant",
                "gränt",
                "a".repeat(64));
    }

    @Test
    void createTableIfMissing_severalAtOnce_allSucceed() {
        List<Boolean> usable = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> JdbcTokenStore.of(database)
                        .createTableIfMissing()
                        .list(null, 1)
                        .isEmpty())
                .toList();

        assertThat(usable).containsOnly(true);
    }

    /** As Flyway, Liquibase or somebody by hand would run it. */
    @Test
    void sqlFile_runAsItStands_isTheTableThatTheStoreCreates() throws Exception {
        DataSource byHand = H2Databases.inMemory();
        try (InputStream file = JdbcTokenStore.class.getResourceAsStream("h2.sql")) {
            H2Databases.execute(byHand, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        }
        JdbcTokenStore.of(database).createTableIfMissing();

        assertThat(H2Databases.definition(byHand)).isEqualTo(H2Databases.definition(database));
        assertThat(JdbcTokenStore.of(byHand).replace(GRANT, Revision.NONE)).isTrue();
    }

    @Test
    void createTableIfMissing_tableThere_keepsItsRows() {
        JdbcTokenStore store = JdbcTokenStore.of(database).createTableIfMissing();
        store.replace(GRANT, Revision.NONE);

        store.createTableIfMissing();

        assertThat(store.find(GRANT.id())).contains(GRANT);
    }

    @Test
    void createTableIfMissing_tableThere_needsNoRightToCreate() throws SQLException {
        JdbcTokenStore.of(database).createTableIfMissing();
        execute("CREATE USER app PASSWORD 'app'");
        execute("GRANT SELECT, INSERT, UPDATE, DELETE ON xero_grant TO app");
        JdbcTokenStore store =
                JdbcTokenStore.of(H2Databases.asUser(database, "app")).createTableIfMissing();

        assertThat(store.replace(GRANT, Revision.NONE)).isTrue();
        assertThat(store.delete(GRANT.id(), GRANT.revision())).isTrue();
    }

    @Test
    void createTableIfMissing_otherColumns_throws() throws SQLException {
        execute("CREATE TABLE xero_grant (id VARCHAR(200) PRIMARY KEY, token VARCHAR(200))");

        assertSaysHowToMend(() -> JdbcTokenStore.of(database).createTableIfMissing(), "columns");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"CREATE SCHEMA other", "CREATE TABLE other (id INT)", "CREATE TABLE \"xero_grant\" (id INT)"})
    void anyCall_tableMissing_saysHowToCreateIt(String before) throws SQLException {
        execute(before);
        JdbcTokenStore store = JdbcTokenStore.of(database);

        assertSaysHowToMend(() -> store.find(GRANT.id()), "there is no table xero_grant");
        assertSaysHowToMend(() -> store.replace(GRANT, Revision.NONE), "there is no table xero_grant");
        assertSaysHowToMend(() -> store.list(null, 10), "there is no table xero_grant");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE xero_grant DROP COLUMN sealed",
                "ALTER TABLE xero_grant ADD COLUMN tenant VARCHAR(20) NOT NULL",
                "ALTER TABLE xero_grant ADD CHECK (LENGTH(status) < 3)",
                "ALTER TABLE xero_grant ALTER COLUMN revision INT",
                "ALTER TABLE xero_grant ALTER COLUMN sealed VARBINARY(3)",
            })
    void replace_tableDoesNotFit_throwsWithoutShowingTheRow(String change) throws SQLException {
        JdbcTokenStore store = JdbcTokenStore.of(database).createTableIfMissing();
        execute(change);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.replace(GRANT, Revision.NONE))
                .withMessageContaining("columns and constraints")
                .withMessageContaining("createTableIfMissing()")
                .satisfies(e -> assertThat(e).hasStackTraceContaining("Could not write grant customer-42"))
                .satisfies(e -> assertThat(stackTraceOf(e))
                        .doesNotContain(Grants.SEALED_TEXT)
                        .doesNotContain("7365616c")
                        .doesNotContain(GRANT.revision().value()));
    }

    @Test
    void replace_dueNever_comesBackEqual() {
        JdbcTokenStore store = JdbcTokenStore.of(database).createTableIfMissing();
        StoredGrant neverDue = new StoredGrant(
                GRANT.id(), GRANT.revision(), GRANT.status(), GRANT.lane(), Optional.empty(), GRANT.sealed());

        store.replace(neverDue, Revision.NONE);

        assertThat(store.find(GRANT.id())).contains(neverDue);
    }

    @ParameterizedTest
    @ValueSource(strings = {"status = CAST('PAUSED' AS VARBINARY)", "lane = X''", "revision = X'00'", "sealed = X''"})
    void find_rowOfOthers_throws(String change) throws SQLException {
        JdbcTokenStore store = JdbcTokenStore.of(database).createTableIfMissing();
        store.replace(GRANT, Revision.NONE);
        execute("UPDATE xero_grant SET " + change);

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.find(GRANT.id()))
                .withMessageContaining("row");
    }

    @Test
    void list_databaseThatIgnoresCase_goesByCodePoint() throws SQLException {
        DataSource ignoringCase = H2Databases.inMemory("IGNORECASE=TRUE", "MODE=MySQL", "DATABASE_TO_LOWER=TRUE");
        JdbcTokenStore store = JdbcTokenStore.of(ignoringCase).createTableIfMissing();
        List<String> inOrder = List.of("A", "a", "a b", "aB", "ab", "é", "\uFFFD", "\uD83D\uDE00");

        inOrder.forEach(
                id -> assertThat(store.replace(Grants.grant(id), Revision.NONE)).isTrue());

        assertThat(store.list(null, 100)).extracting(GrantId::value).containsExactlyElementsOf(inOrder);
    }

    @Test
    void h2_idInSql_isCastFromAndToText() throws SQLException {
        JdbcTokenStore.of(database).createTableIfMissing().replace(GRANT, Revision.NONE);

        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "SELECT CAST(id AS VARCHAR) FROM xero_grant WHERE id = CAST('customer-42' AS VARBINARY)")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("customer-42");
        }
    }

    @Test
    void find_fileClosedAndOpened_isStillThere(@TempDir Path directory) {
        JdbcTokenStore.of(H2Databases.inFile(directory)).createTableIfMissing().replace(GRANT, Revision.NONE);

        assertThat(JdbcTokenStore.of(H2Databases.inFile(directory)).find(GRANT.id()))
                .contains(GRANT);
    }

    @Test
    void serverClock_h2_isTheTimeOfDay() {
        Instant serverTime =
                JdbcTokenStore.of(database).serverClock().orElseThrow().instant();

        assertThat(serverTime).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
    }

    private static void assertSaysHowToMend(ThrowingCallable call, String what) {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(call)
                .withMessageContaining(what)
                .withMessageContaining("createTableIfMissing()")
                .withMessageContaining("h2.sql");
    }

    private static String stackTraceOf(Throwable e) {
        var text = new StringWriter();
        e.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private void execute(String sql) throws SQLException {
        H2Databases.execute(database, sql);
    }
}
