package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** A database that the library has no table for. */
class StandardSqlTest {

    private static final StoredGrant GRANT = Grants.grant("customer-42");

    private final DataSource database = HsqldbDatabases.inMemory();
    private final JdbcTokenStore store =
            JdbcTokenStore.builder(database).standardSql().build();

    @Test
    void anyCall_notToldThatItIsAnother_saysWhatToDo() {
        JdbcTokenStore untold = JdbcTokenStore.of(database);

        assertThatExceptionOfType(XeroConfigurationException.class)
                .isThrownBy(() -> untold.find(GRANT.id()))
                .withMessageContaining("HSQL")
                .withMessageContaining("standardSql()");
        assertThatExceptionOfType(XeroConfigurationException.class).isThrownBy(untold::createTableIfMissing);
    }

    @Test
    void serverClock_isNone() {
        assertThat(store.serverClock()).isEmpty();
    }

    @Test
    void createTableIfMissing_twice_keepsItsRows() {
        store.createTableIfMissing().replace(GRANT, Revision.NONE);

        assertThat(store.createTableIfMissing().find(GRANT.id())).contains(GRANT);
    }

    @Test
    void anyCall_tableMissingOrUnfit_saysHowToCreateIt() throws SQLException {
        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> store.find(GRANT.id()))
                .withMessageContaining("xero_grant")
                .withMessageContaining("standard.sql");

        H2Databases.execute(database, "CREATE TABLE xero_grant (id INT)");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(store::createTableIfMissing)
                .withMessageContaining("columns");
    }

    @Test
    void standardTable_onAKnownDatabase_isReadByBoth() throws SQLException {
        DataSource h2 = H2Databases.inMemory();
        JdbcTokenStore standard = JdbcTokenStore.builder(h2).standardSql().build();

        standard.createTableIfMissing().replace(GRANT, Revision.NONE);

        assertThat(JdbcTokenStore.of(h2).find(GRANT.id())).contains(GRANT);
    }
}
