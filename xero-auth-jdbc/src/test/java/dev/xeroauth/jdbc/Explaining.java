package dev.xeroauth.jdbc;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Asks for the plan of each query instead of running it, with the parameters that it has; the query finds nothing then. */
final class Explaining {

    private final Connection connection;
    private final String explain;
    private final StringBuilder plan = new StringBuilder();

    /** @param explain what the database wants before a query */
    Explaining(Connection connection, String explain) {
        this.connection = connection;
        this.explain = explain;
    }

    /** All that came back, a line a row. */
    String plan() {
        return plan.toString();
    }

    DataSource dataSource() {
        return new SingleConnectionDataSource(
                proxy(
                        Connection.class,
                        connection,
                        (name, arguments) -> name.equals("prepareStatement")
                                ? explaining(connection.prepareStatement(explain + arguments[0]))
                                : null),
                true);
    }

    private PreparedStatement explaining(PreparedStatement statement) {
        return proxy(PreparedStatement.class, statement, (name, arguments) -> {
            if (!name.equals("executeQuery")) {
                return null;
            }
            try (ResultSet rows = statement.executeQuery()) {
                read(rows);
            }
            return connection.createStatement().executeQuery("SELECT 1 AS id WHERE 1 = 0");
        });
    }

    private void read(ResultSet rows) throws SQLException {
        while (rows.next()) {
            for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                plan.append(rows.getMetaData().getColumnLabel(i))
                        .append('=')
                        .append(rows.getString(i))
                        .append(' ');
            }
        }
    }

    /** What is done instead; null: what was asked for. */
    @FunctionalInterface
    private interface Instead {
        Object of(String name, Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, T real, Instead instead) {
        return type.cast(Proxy.newProxyInstance(
                Explaining.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    Object result = instead.of(method.getName(), arguments);
                    try {
                        return result != null ? result : method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
