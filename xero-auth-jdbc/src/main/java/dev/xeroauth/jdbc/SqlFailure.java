package dev.xeroauth.jdbc;

import dev.xeroauth.StoreException;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.Objects;
import java.util.Set;

/** Reads {@code SQLState}s, which the standard defines by class (the first two characters) and databases refine. */
final class SqlFailure {

    /** PostgreSQL; then the ODBC state of MariaDB, MySQL and H2, and what H2 says if there are similar names or none. */
    private static final Set<String> MISSING_TABLE = Set.of("42P01", "42S02", "42S03", "42S04");

    /** Serialization failure or deadlock by the standard, and PostgreSQL's own state for a deadlock. */
    private static final Set<String> ROLLED_BACK = Set.of("40001", "40P01");

    /** What drivers say of their own time-outs, then PostgreSQL's for a statement or a lock. */
    private static final Set<String> TOO_LATE = Set.of("HYT00", "HYT01", "57014", "55P03");

    /** MariaDB and MySQL have no state of its own for a lock that was not had in time, and none for a statement. */
    private static final Set<Integer> TOO_LATE_CODES = Set.of(1205, 1969, 3024);

    private static final String CONNECTION = "08";
    private static final String CARDINALITY_VIOLATION = "21";
    private static final String INVALID_VALUE = "22";
    private static final String CONSTRAINT_VIOLATION = "23";
    private static final String SYNTAX_OR_ACCESS = "42";

    private SqlFailure() {}

    static boolean isMissingTable(SQLException e) {
        return MISSING_TABLE.contains(state(e));
    }

    static boolean isSyntaxOrAccess(SQLException e) {
        return state(e).startsWith(SYNTAX_OR_ACCESS);
    }

    static boolean isConstraintViolation(SQLException e) {
        return state(e).startsWith(CONSTRAINT_VIOLATION);
    }

    /** More than one row where there can be one only. */
    static boolean isCardinalityViolation(SQLException e) {
        return state(e).startsWith(CARDINALITY_VIOLATION);
    }

    /** Whether the statement has certainly changed nothing, because it came in the way of another one. */
    static boolean isRolledBack(SQLException e) {
        return ROLLED_BACK.contains(state(e));
    }

    /** Leaves the cause out where databases quote the row in their message. */
    static StoreException toStoreException(String failed, String table, SQLException e) {
        boolean quotesValues = isConstraintViolation(e) || state(e).startsWith(INVALID_VALUE);
        String message =
                failed + ": " + advice(table, e) + " (SQLState " + state(e) + ", error " + e.getErrorCode() + ")";
        return new StoreException(message, quotesValues ? null : e);
    }

    private static String advice(String table, SQLException e) {
        String mend = "Create it with JdbcTokenStore.createTableIfMissing(), or from the file for your database among"
                + " h2.sql, mariadb.sql, postgresql.sql and standard.sql in dev/xeroauth/jdbc.";
        if (isMissingTable(e)) {
            return "there is no table " + table + ". " + mend;
        }
        if (isTooLateOrLost(e)) {
            return "the database did not answer in time, or the connection was lost; of a write the outcome is unknown."
                    + " Retry; if it stays so, look at the database's load, its locks and the network.";
        }
        boolean unfitTable = isSyntaxOrAccess(e) || state(e).startsWith(INVALID_VALUE) || isConstraintViolation(e);
        return unfitTable
                ? "the table " + table + " does not have the columns and constraints that JdbcTokenStore needs, or this"
                        + " database user lacks a right to it. " + mend
                : "the database reported an error. Retry; if it stays so, an operator mends the database.";
    }

    private static boolean isTooLateOrLost(SQLException e) {
        return e instanceof SQLTimeoutException
                || TOO_LATE.contains(state(e))
                || state(e).startsWith(CONNECTION)
                || (TOO_LATE_CODES.contains(e.getErrorCode()) && state(e).startsWith("HY"));
    }

    private static String state(SQLException e) {
        return Objects.requireNonNullElse(e.getSQLState(), "");
    }
}
