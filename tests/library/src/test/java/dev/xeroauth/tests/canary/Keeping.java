package dev.xeroauth.tests.canary;

import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.spi.TokenStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.h2.jdbcx.JdbcDataSource;

/** Where grants are kept. */
enum Keeping {
    IN_MEMORY,
    /** A database that logs every statement with its values, and every failure, through slf4j. */
    IN_H2;

    private static final String ADDRESS = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;TRACE_LEVEL_FILE=4";

    /** An empty one. */
    TokenStore store() {
        if (this == IN_MEMORY) {
            return new InMemoryTokenStore();
        }
        execute("DROP ALL OBJECTS");
        return JdbcTokenStore.of(database()).createTableIfMissing();
    }

    /** From now on the database refuses every statement. */
    static void dropTable() {
        execute("DROP TABLE xero_grant");
    }

    private static JdbcDataSource database() {
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(ADDRESS);
        return database;
    }

    private static void execute(String sql) {
        try (Connection connection = database().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
