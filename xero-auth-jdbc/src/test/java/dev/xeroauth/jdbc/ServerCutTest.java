package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A column that is too narrow for a record, on a server that may cut what it is given and report success. */
@Tag("servers")
class ServerCutTest {

    private static final String STRICT = "sessionVariables=sql_mode='STRICT_TRANS_TABLES'";
    private static final String NOT_STRICT = "sessionVariables=sql_mode=''";

    private static final StoredGrant SHORT = Grants.grant("customer-42");
    private static final StoredGrant LONG = ofBytes(501);

    private final SqlDatabase database = SqlServer.mariaDb().newDatabase();
    private final JdbcTokenStore strict = JdbcTokenStore.of(database.dataSource(STRICT));

    @BeforeEach
    void makeNarrowTable() throws SQLException {
        strict.createTableIfMissing();
        database.execute("ALTER TABLE xero_grant MODIFY sealed VARBINARY(500) NOT NULL");
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"useServerPrepStmts=false", "useServerPrepStmts=true"})
    void replace_sessionMayCut_isRefusedAndLeavesTheStoredBytes(String statements) {
        strict.replace(SHORT, Revision.NONE);
        JdbcTokenStore store = JdbcTokenStore.of(database.dataSource(NOT_STRICT, statements));

        assertRefused(() -> store.replace(LONG, SHORT.revision()));
        assertRefused(() -> store.replace(neverDue(LONG), SHORT.revision()));
        assertThat(store.find(SHORT.id())).contains(SHORT);

        assertThat(store.delete(SHORT.id(), SHORT.revision())).isTrue();
        assertRefused(() -> store.replace(LONG, Revision.NONE));
        assertRefused(() -> store.replace(neverDue(LONG), Revision.NONE));
        assertThat(store.find(SHORT.id())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"STRICT_TRANS_TABLES", "STRICT_ALL_TABLES", "ANSI,STRICT_ALL_TABLES", "TRADITIONAL"})
    void replace_strictSessionAndColumnTooNarrow_failsAndLeavesTheStoredBytes(String mode) {
        JdbcTokenStore store = JdbcTokenStore.of(database.dataSource("sessionVariables=sql_mode='" + mode + "'"));
        assertThat(store.replace(SHORT, Revision.NONE)).isTrue();

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.replace(LONG, SHORT.revision()))
                .withMessageContaining("columns and constraints");
        assertThat(store.find(SHORT.id())).contains(SHORT);
    }

    @Test
    void replace_engineWithoutTransactions_isRefusedAndLeavesTheStoredBytes() throws SQLException {
        database.execute("ALTER TABLE xero_grant ENGINE = MyISAM");
        strict.replace(SHORT, Revision.NONE);

        assertRefused(() -> JdbcTokenStore.of(database.dataSource(NOT_STRICT)).replace(LONG, SHORT.revision()));

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> strict.replace(LONG, SHORT.revision()));
        assertThat(strict.find(SHORT.id())).contains(SHORT);
    }

    private static void assertRefused(Runnable call) {
        assertThatExceptionOfType(XeroConfigurationException.class)
                .isThrownBy(call::run)
                .withMessageContaining("xero_grant")
                .withMessageContaining("sql_mode='STRICT_TRANS_TABLES'")
                .withNoCause();
    }

    private static StoredGrant ofBytes(int length) {
        StoredGrant grant = Grants.grant("customer-42");
        return new StoredGrant(
                grant.id(),
                grant.revision(),
                GrantStatus.CONNECTED,
                Lane.ROUTINE,
                grant.dueAt(),
                SealedRecord.of(new byte[length]));
    }

    private static StoredGrant neverDue(StoredGrant grant) {
        return new StoredGrant(
                grant.id(), grant.revision(), grant.status(), grant.lane(), Optional.empty(), grant.sealed());
    }
}
