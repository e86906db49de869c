package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.xeroauth.StoreException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionTemplate;

/** The store called on the thread of a Spring transaction, whatever data source it was given. */
class SpringTransactionTest {

    private static final StoredGrant GRANT = Grants.grant("customer-42");
    private static final StoredGrant NEXT = Grants.grant("customer-42");

    private final SqlDatabase database = SqlServer.embeddedPostgreSql().newDatabase();

    @BeforeEach
    void createTables() throws SQLException {
        JdbcTokenStore.of(database.dataSource()).createTableIfMissing();
        database.execute("CREATE TABLE work (text VARCHAR(20))");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    static Stream<Arguments> dataSources() {
        List<UnaryOperator<DataSource>> given = List.of(
                pool -> pool, TransactionAwareDataSourceProxy::new, LazyConnectionDataSourceProxy::new, pool -> {
                    TransactionAwareDataSourceProxy proxy = new TransactionAwareDataSourceProxy(pool);
                    proxy.setReobtainTransactionalConnections(true);
                    return proxy;
                });
        return Stream.of(true, false).flatMap(autoCommit -> given.stream().map(it -> Arguments.of(autoCommit, it)));
    }

    @ParameterizedTest
    @MethodSource("dataSources")
    void anyCall_callersTransactionRolledBack_staysAndUndoesOnlyTheCallersWork(
            boolean autoCommit, UnaryOperator<DataSource> given) {
        inTransaction(2, autoCommit, given, store -> {
            assertThat(store.replace(GRANT, Revision.NONE)).isTrue();
            assertThat(store.replace(NEXT, GRANT.revision())).isTrue();
            assertThat(store.find(GRANT.id())).contains(NEXT);
            assertThat(store.createTableIfMissing().list(null, 10)).containsExactly(GRANT.id());
            assertThat(otherStore().find(GRANT.id())).contains(NEXT);
            assertThat(committedWork()).isZero();
        });

        assertThat(otherStore().find(GRANT.id())).contains(NEXT);
        assertThat(committedWork()).isZero();
    }

    @ParameterizedTest
    @MethodSource("dataSources")
    void replace_fails_leavesTheCallersTransactionUsable(boolean autoCommit, UnaryOperator<DataSource> given)
            throws SQLException {
        database.execute("ALTER TABLE xero_grant DROP COLUMN sealed");

        inTransaction(2, autoCommit, given, store -> {
            assertThatThrownBy(() -> store.replace(GRANT, Revision.NONE)).isInstanceOf(StoreException.class);
            assertThat(committedWork()).isZero();
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void replace_onlyConnectionHeldByTheTransaction_failsAndLeavesItUsable(boolean autoCommit) {
        inTransaction(
                1,
                autoCommit,
                TransactionAwareDataSourceProxy::new,
                store -> assertThatThrownBy(() -> store.replace(GRANT, Revision.NONE))
                        .isInstanceOf(StoreException.class)
                        .hasStackTraceContaining("pool-of-1 - Connection is not available"));

        assertThat(otherStore().find(GRANT.id())).isEmpty();
    }

    @Test
    void replace_transactionOverByTheNextCall_isNotDisturbedByWhatTheStoreHasLearned() {
        try (HikariDataSource pool = Pools.of(2, database, true)) {
            JdbcTokenStore store = JdbcTokenStore.of(new TransactionAwareDataSourceProxy(pool));
            transaction(pool).executeWithoutResult(it -> store.replace(GRANT, Revision.NONE));

            assertThat(store.replace(NEXT, GRANT.revision())).isTrue();
            assertThat(Pools.lent(pool)).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("dataSources")
    void accessToken_refreshInATransactionThatIsRolledBack_isSavedAllTheSame(
            boolean autoCommit, UnaryOperator<DataSource> given) {
        try (HikariDataSource pool = Pools.of(4, database, autoCommit);
                Service service = new Service(given.apply(pool))) {
            transaction(pool).executeWithoutResult(transaction -> {
                new JdbcTemplate(pool).update("INSERT INTO work VALUES ('before')");
                service.connect();
                String first = service.token();
                service.letTheTokenExpire();
                assertThat(service.token()).isNotEqualTo(first);
                transaction.setRollbackOnly();
            });
            String refreshed = service.token();

            try (XeroAuth another = service.instance(database.dataSource())) {
                assertThat(another.accessToken(Service.GRANT).value()).isEqualTo(refreshed);
            }
            assertThat(committedWork()).isZero();
        }
    }

    /** Work of the caller's before and after, all of it rolled back; the transaction has to bear that. */
    private void inTransaction(
            int size, boolean autoCommit, UnaryOperator<DataSource> given, Consumer<JdbcTokenStore> calls) {
        try (HikariDataSource pool = Pools.of(size, database, autoCommit)) {
            JdbcTemplate caller = new JdbcTemplate(pool);
            JdbcTokenStore store = JdbcTokenStore.of(given.apply(pool));
            transaction(pool).executeWithoutResult(transaction -> {
                caller.update("INSERT INTO work VALUES ('before')");
                calls.accept(store);
                caller.update("INSERT INTO work VALUES ('after')");
                assertThat(caller.queryForObject("SELECT COUNT(*) FROM work", Integer.class))
                        .isEqualTo(2);
                transaction.setRollbackOnly();
            });
            assertThat(Pools.lent(pool)).isZero();
        }
    }

    private static TransactionTemplate transaction(DataSource pool) {
        return new TransactionTemplate(new DataSourceTransactionManager(pool));
    }

    private JdbcTokenStore otherStore() {
        return JdbcTokenStore.of(database.dataSource());
    }

    private int committedWork() {
        return new JdbcTemplate(database.dataSource()).queryForObject("SELECT COUNT(*) FROM work", Integer.class);
    }
}
