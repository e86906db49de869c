package dev.xeroauth.jdbc;

import dev.xeroauth.StoreException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Lends a connection in auto-commit for one piece of work, and turns what goes wrong into our own exceptions. */
final class Connections {

    /** What names a pool and is no address, which may hold a password. */
    private static final Pattern NAME = Pattern.compile("[\\w .()$@-]{1,200}");

    private final DataSource dataSource;
    private final String table;
    /** Whether connections come in manual commit even where there is no transaction, as far as known. */
    private volatile boolean manualCommit;

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
        StartingAgain again = new StartingAgain();
        while (true) {
            try {
                return once(task, work);
            } catch (SQLException e) {
                if (!SqlFailure.isRolledBack(e) || !again.mayTry()) {
                    throw SqlFailure.toStoreException("Could not " + task, table, e);
                }
            }
        }
    }

    /** Names the data source, without anything that its text form may tell beside its name. */
    String source() {
        String text = String.valueOf(dataSource);
        return NAME.matcher(text).matches() ? text : dataSource.getClass().getName();
    }

    /**
     * A connection in manual commit may be that of the caller's transaction, which a data source binds to his thread. No
     * transaction is bound to a new thread.
     */
    private <T> T once(String task, Work<T> work) throws SQLException {
        if (!manualCommit) {
            try (Connection connection = borrow(task)) {
                if (connection.getAutoCommit()) {
                    return work.on(connection);
                }
            }
        }
        return FreshThread.call(task, () -> inAutoCommit(task, work));
    }

    private <T> T inAutoCommit(String task, Work<T> work) throws SQLException {
        try (Connection connection = borrow(task)) {
            manualCommit = !connection.getAutoCommit();
            if (!manualCommit) {
                return work.on(connection);
            }
            try (Loan loan = Loan.of(connection)) {
                return work.on(loan.connection);
            }
        }
    }

    private Connection borrow(String task) throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (SQLException e) {
            throw new StoreException(
                    "Could not " + task + ": no connection from " + source() + ". Look at the size of this pool, at who"
                            + " holds its connections, and whether the database is up; the cause says more.",
                    e);
        }
    }

    /** A connection that is in auto-commit until this ends, and then in manual commit as it came. */
    private record Loan(Connection connection) implements AutoCloseable {

        static Loan of(Connection connection) throws SQLException {
            connection.setAutoCommit(true);
            return new Loan(connection);
        }

        @Override
        public void close() throws SQLException {
            connection.setAutoCommit(false);
        }
    }
}
