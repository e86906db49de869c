package dev.xeroauth.jdbc;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** Fresh, empty H2 databases. */
final class H2Databases {

    private H2Databases() {}

    /** Lives as long as this process, not only as long as its connections. */
    static DataSource inMemory(String... settings) throws SQLException {
        DataSource dataSource = at("mem:" + UUID.randomUUID(), settings);
        execute(dataSource, "SET DB_CLOSE_DELAY -1");
        return dataSource;
    }

    /** Closed, and so written out, whenever its last connection is. */
    static DataSource inFile(Path directory) {
        return at("file:" + directory.resolve("grants"));
    }

    static void execute(DataSource dataSource, String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The same database, for another of its users, whose password is its name. */
    static DataSource asUser(DataSource dataSource, String name) {
        JdbcDataSource other = new JdbcDataSource();
        other.setURL(((JdbcDataSource) dataSource).getURL());
        other.setUser(name);
        other.setPassword(name);
        return other;
    }

    /** Statements that would make its tables. */
    static List<String> definition(DataSource dataSource) throws SQLException {
        List<String> statements = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SCRIPT NODATA")) {
            while (rows.next()) {
                statements.add(rows.getString(1).replaceAll("CONSTRAINT_[0-9A-F_]+|CREATE USER.*", ""));
            }
        }
        return statements;
    }

    static DataSource unreachable(String url) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL(url);
        return dataSource;
    }

    private static DataSource at(String place, String... settings) {
        JdbcDataSource dataSource = new JdbcDataSource();
        dataSource.setURL("jdbc:h2:" + place + (settings.length == 0 ? "" : ";" + String.join(";", settings)));
        return dataSource;
    }
}
