package dev.xeroauth.jdbc;

import dev.xeroauth.StoreException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Runs one prepared statement at a time and closes it.
 *
 * @param connection where
 * @param database what that is a connection to
 * @param table what they are about, for messages
 */
record Statements(Connection connection, Database database, String table) {

    /** Makes something of the row that the result set stands on. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    int update(String sql, @Nullable Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, parameters);
            return statement.executeUpdate();
        }
    }

    <T> List<T> query(String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        return page(0, sql, reader, parameters);
    }

    /** The same, and no more rows than that; 0: all. */
    <T> List<T> page(int limit, String sql, RowReader<T> reader, @Nullable Object... parameters) throws SQLException {
        String limited = limit == 0 ? sql : sql + database.limit(limit);
        try (PreparedStatement statement = connection.prepareStatement(limited)) {
            statement.setMaxRows(limit);
            bind(statement, parameters);
            try (ResultSet rows = statement.executeQuery()) {
                return readAll(rows, reader);
            }
        }
    }

    private <T> List<T> readAll(ResultSet rows, RowReader<T> reader) throws SQLException {
        List<T> result = new ArrayList<>();
        while (rows.next()) {
            try {
                result.add(reader.read(rows));
            } catch (RuntimeException e) {
                // Its message may quote what is stored.
                throw garbled();
            }
        }
        return result;
    }

    private StoreException garbled() {
        return new StoreException(
                "A row of table " + table
                        + " holds what this version of JdbcTokenStore cannot have written. Look at who"
                        + " else writes to it, and put the row right or delete it; without it the customer connects anew.",
                null);
    }

    /** Binds what the table has columns for; only a due time can be null. */
    private void bind(PreparedStatement statement, @Nullable Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object parameter = parameters[i];
            if (parameter == null) {
                statement.setNull(i + 1, Types.BIGINT);
            } else if (!database.keepsText() && parameter instanceof String text) {
                statement.setBytes(i + 1, text.getBytes(StandardCharsets.UTF_8));
            } else {
                statement.setObject(i + 1, parameter);
            }
        }
    }
}
