package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.StoreException;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the store treats the connections that it is lent. */
class JdbcTokenStoreConnectionTest {

    private static final StoredGrant GRANT = Grants.grant("customer-42");

    private DataSource database;

    @BeforeEach
    void createTable() throws SQLException {
        database = H2Databases.inMemory();
        JdbcTokenStore.of(database).createTableIfMissing();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anyCall_poolOfOne_takesOneConnectionAndGivesItBackAsItCame(boolean autoCommit) throws SQLException {
        OneConnectionPool pool = new OneConnectionPool(database, autoCommit);
        JdbcTokenStore store = JdbcTokenStore.of(pool);
        // Whether it comes in manual commit is learned once.
        store.list(null, 1);
        pool.takeStatements();
        List<Supplier<Object>> calls = List.of(
                store::createTableIfMissing,
                () -> store.replace(GRANT, Revision.NONE),
                () -> store.find(GRANT.id()),
                () -> store.findDue(Lane.ROUTINE, Instant.EPOCH, null, 10),
                () -> store.list(null, 10),
                () -> store.serverClock().orElseThrow().instant(),
                () -> store.delete(GRANT.id(), GRANT.revision()));

        for (Supplier<Object> call : calls) {
            int loansBefore = pool.loans();
            assertThat(call.get()).isNotNull();
            assertThat(pool.isLent()).isFalse();
            assertThat(pool.loans() - loansBefore).isEqualTo(1);
            assertThat(pool.takeStatements()).hasSize(1);
            assertThat(pool.autoCommit()).isEqualTo(autoCommit);
        }
    }

    @Test
    void replace_connectionInManualCommit_isSeenByOthersAtOnce() throws SQLException {
        JdbcTokenStore store = JdbcTokenStore.of(new OneConnectionPool(database, false));

        assertThat(store.replace(GRANT, Revision.NONE)).isTrue();

        assertThat(JdbcTokenStore.of(database).find(GRANT.id())).contains(GRANT);
    }

    @Test
    void createTableIfMissing_connectionInManualCommit_isSeenByOthersAtOnce() throws SQLException {
        DataSource empty = H2Databases.inMemory();

        JdbcTokenStore.of(new OneConnectionPool(empty, false)).createTableIfMissing();

        assertThat(JdbcTokenStore.of(empty).list(null, 1)).isEmpty();
    }

    @Test
    void replace_idTaken_looksOnTheSameConnection() throws SQLException {
        OneConnectionPool pool = new OneConnectionPool(database, false);
        JdbcTokenStore store = JdbcTokenStore.of(pool);
        store.replace(GRANT, Revision.NONE);
        int loans = pool.loans();

        assertThat(store.replace(Grants.grant("customer-42"), Revision.NONE)).isFalse();

        assertThat(pool.loans()).isEqualTo(loans + 1);
        assertThat(pool.isLent()).isFalse();
        assertThat(pool.autoCommit()).isFalse();
        assertThat(store.find(GRANT.id())).contains(GRANT);
    }

    @Test
    void replace_statementFails_givesTheConnectionBackAsItCame() throws SQLException {
        OneConnectionPool pool = new OneConnectionPool(database, false);
        pool.failNextStatement(new SQLException("server went away", "08006"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcTokenStore.of(pool).replace(GRANT, Revision.NONE))
                .withMessageContaining("customer-42")
                .withMessageContaining("Retry")
                .withMessageContaining("08006")
                .withCauseInstanceOf(SQLException.class);

        assertThat(pool.isLent()).isFalse();
        assertThat(pool.autoCommit()).isFalse();
    }

    @Test
    void find_poolExhausted_saysThatThePoolGaveNone() throws SQLException {
        OneConnectionPool pool = new OneConnectionPool(database, true);
        try (Connection heldByCaller = pool.getConnection()) {
            assertThat(heldByCaller).isNotNull();
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> JdbcTokenStore.of(pool).find(GRANT.id()))
                    .withMessageContaining("pool")
                    .withStackTraceContaining("pool-of-one");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01"})
    void replace_toldToStartAgain_startsAgain(String sqlState) throws SQLException {
        OneConnectionPool pool = new OneConnectionPool(database, true);
        pool.failNextStatement(new SQLException("deadlock", sqlState));

        assertThat(JdbcTokenStore.of(pool).replace(GRANT, Revision.NONE)).isTrue();
    }

    @Test
    void replace_toldToStartAgainEveryTime_givesUp() throws SQLException {
        OneConnectionPool pool = new OneConnectionPool(database, true);
        for (int i = 0; i < 100; i++) {
            pool.failNextStatement(new SQLException("deadlock", "40001"));
        }

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcTokenStore.of(pool).replace(GRANT, Revision.NONE));

        assertThat(pool.takeStatements()).hasSizeBetween(2, 30);
    }

    @Test
    void replace_answerToCommitLost_isNotRepeated() throws SQLException {
        OneConnectionPool pool = new OneConnectionPool(database, true);
        pool.failNextStatement(new SQLException("completion unknown", "40003"));

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> JdbcTokenStore.of(pool).replace(GRANT, Revision.NONE));

        assertThat(pool.takeStatements()).hasSize(1);
    }
}
