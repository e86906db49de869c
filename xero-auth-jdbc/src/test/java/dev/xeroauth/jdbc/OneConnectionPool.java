package dev.xeroauth.jdbc;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * A pool of one connection, which it lends as it is and takes back as it comes. Asked for a second one it fails at once,
 * as a pool does after its time limit. For one thread at a time.
 */
final class OneConnectionPool implements DataSource {

    private final Connection real;
    private final Deque<SQLException> failures = new ArrayDeque<>();
    private final List<String> statements = new ArrayList<>();
    private boolean lent;
    private int loans;

    OneConnectionPool(DataSource dataSource, boolean autoCommit) throws SQLException {
        real = dataSource.getConnection();
        real.setAutoCommit(autoCommit);
    }

    /** The next statement fails like this instead of being run. */
    void failNextStatement(SQLException failure) {
        failures.add(failure);
    }

    boolean isLent() {
        return lent;
    }

    int loans() {
        return loans;
    }

    boolean autoCommit() throws SQLException {
        return real.getAutoCommit();
    }

    /** The statements run since the last call. */
    List<String> takeStatements() {
        List<String> taken = List.copyOf(statements);
        statements.clear();
        return taken;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (lent) {
            throw new SQLTransientConnectionException("pool-of-one: no connection within the time limit");
        }
        lent = true;
        loans++;
        return (Connection) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    return onConnection(method, arguments);
                });
    }

    private Object onConnection(Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("close")) {
            lent = false;
            return null;
        }
        if (method.getName().equals("prepareStatement")) {
            statements.add((String) arguments[0]);
            if (!failures.isEmpty()) {
                throw failures.remove();
            }
        }
        try {
            return method.invoke(real, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public Logger getParentLogger() throws SQLFeatureNotSupportedException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
