package dev.xeroauth.jdbc;

import dev.xeroauth.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Lends a connection in auto-commit for one piece of work, and turns what goes wrong into our own exceptions. */
final class Connections {

    /** One of two that disturbed each other may be told to start again; this many times is enough for a single row. */
    private static final int MAX_TRIES = 5;

    private final DataSource dataSource;
    private final String table;

    Connections(DataSource dataSource, String table) {
        this.dataSource = dataSource;
        this.table = table;
    }

    /** What is done while the connection is lent. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    <T> T call(String task, Work<T> work) {
        for (int tries = 1; ; tries++) {
            try (Loan loan = borrow(task)) {
                return work.on(loan.connection);
            } catch (SQLException e) {
                if (tries == MAX_TRIES || !SqlFailure.isRolledBack(e)) {
                    throw SqlFailure.toStoreException("Could not " + task, table, e);
                }
            }
        }
    }

    private Loan borrow(String task) throws SQLException {
        Connection connection;
        try {
            connection = dataSource.getConnection();
        } catch (SQLException e) {
            throw new StoreException(
                    "Could not " + task + ": the data source gave no connection. Look at the size of its pool, and"
                            + " whether the database is up; the cause says more.",
                    e);
        }
        return Loan.of(connection);
    }

    /** A connection that is in auto-commit until it is closed, and then as it was. */
    private record Loan(Connection connection, boolean autoCommit) implements AutoCloseable {

        static Loan of(Connection connection) throws SQLException {
            try {
                boolean autoCommit = connection.getAutoCommit();
                if (!autoCommit) {
                    connection.setAutoCommit(true);
                }
                return new Loan(connection, autoCommit);
            } catch (SQLException e) {
                try (connection) {
                    throw e;
                }
            }
        }

        @Override
        public void close() throws SQLException {
            try (connection) {
                if (!autoCommit) {
                    connection.setAutoCommit(false);
                }
            }
        }
    }
}
