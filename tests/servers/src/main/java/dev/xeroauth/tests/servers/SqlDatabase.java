package dev.xeroauth.tests.servers;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * A schema (PostgreSQL) or database (MariaDB) that nobody else uses, dropped with all it holds when it is closed.
 * Thread-safe.
 */
public final class SqlDatabase implements AutoCloseable {

    private final SqlServer server;
    private final String name;
    private final String url;

    SqlDatabase(SqlServer server, String name, String url) {
        this.server = server;
        this.name = name;
        this.url = url;
    }

    /** The schema or database. */
    public String name() {
        return name;
    }

    /**
     * For a pool or a driver.
     *
     * @param settings each {@code name=value} of the driver
     */
    public String url(String... settings) {
        return settings.length == 0 ? url : url + "&" + String.join("&", settings);
    }

    /** Opens a connection at every call, without a pool. */
    public DataSource dataSource(String... settings) {
        return server.dataSource(url(settings));
    }

    /** The same for another user of the server, whose password is its name. */
    public DataSource dataSourceFor(String user) {
        return server.dataSource(url.replaceAll("(user|password)=[^&]*&?", "") + "&user=" + user + "&password=" + user);
    }

    /** What it is, such as {@code PostgreSQL-18.6-embedded}, for lines in a report; without spaces. */
    public String product() {
        try (Connection connection = connection()) {
            DatabaseMetaData about = connection.getMetaData();
            String version = about.getDatabaseProductVersion().replaceFirst("[ -].*", "");
            return about.getDatabaseProductName() + "-" + version + (server.isEmbedded() ? "-embedded" : "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of its own, in auto-commit. */
    public Connection connection() throws SQLException {
        return DriverManager.getConnection(url);
    }

    /** Runs statements, one after the other, as the user who owns all. */
    public void execute(String... statements) throws SQLException {
        try (Connection connection = connection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    @Override
    public void close() {
        server.drop(name);
    }
}
