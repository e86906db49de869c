package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The library over a pool whose only connection its caller holds. */
@Timeout(60)
class PoolOfOneTest {

    private final SqlDatabase database = SqlServer.embeddedPostgreSql().newDatabase();

    PoolOfOneTest() {
        JdbcTokenStore.of(database.dataSource()).createTableIfMissing();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void accessToken_freshAndTheOnlyConnectionHeld_flows(boolean autoCommit) throws SQLException {
        try (HikariDataSource pool = Pools.of(1, database, autoCommit);
                Service service = new Service(pool)) {
            service.connect();
            String token = service.token();

            try (Connection held = pool.getConnection()) {
                assertThat(held.isClosed()).isFalse();
                assertThat(service.auth()
                                .accessToken(Service.GRANT, Duration.ZERO)
                                .value())
                        .isEqualTo(token);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void accessToken_poolGivesUpBeforeTheCaller_namesThePool(boolean autoCommit) throws SQLException {
        try (HikariDataSource pool = Pools.of(1, database, autoCommit);
                Service service = new Service(pool)) {
            service.connect();
            String token = service.token();
            service.letTheTokenExpire();

            try (Connection held = pool.getConnection()) {
                assertThat(held.isClosed()).isFalse();
                assertThatThrownBy(() -> service.auth().accessToken(Service.GRANT, Duration.ofSeconds(10)))
                        .isInstanceOf(StoreException.class)
                        .hasStackTraceContaining("no connection from HikariDataSource (pool-of-1)")
                        .hasStackTraceContaining("pool-of-1 - Connection is not available");
            }
            // What the failure left behind counts for a moment.
            service.letTheTokenExpire();
            assertThat(service.token()).isNotEqualTo(token);
            assertThat(Pools.lent(pool)).isZero();
        }
    }

    @Test
    void accessToken_callerGivesUpBeforeThePool_namesThePool() throws SQLException {
        try (HikariDataSource pool = Pools.of(1, database.dataSource(), true, Duration.ofMinutes(10));
                Service service = new Service(pool)) {
            service.connect();
            service.token();
            service.letTheTokenExpire();

            try (Connection held = pool.getConnection()) {
                assertThat(held.isClosed()).isFalse();
                assertThatThrownBy(() -> service.auth().accessToken(Service.GRANT, Duration.ofMillis(300)))
                        .isInstanceOf(TokenUnavailableException.class)
                        .hasMessageContaining(
                                "waiting for the token store (table xero_grant through HikariDataSource (pool-of-1))");
            }
        }
    }

    @Test
    void find_dataSourceWhoseTextHoldsMoreThanAName_isCalledByItsClass() {
        JdbcTokenStore store = JdbcTokenStore.of(H2Databases.asUser(
                H2Databases.unreachable("jdbc:h2:mem:nothing-here;IFEXISTS=TRUE;PASSWORD_HASH=canary"), "canary"));

        assertThat(store.description()).isEqualTo("table xero_grant through org.h2.jdbcx.JdbcDataSource");
        assertThatThrownBy(() -> store.find(Service.GRANT))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("org.h2.jdbcx.JdbcDataSource")
                .hasMessageNotContaining("canary");
    }
}
