package dev.xeroauth.jdbc;

import dev.xeroauth.XeroConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/**
 * What differs between databases: the table's definition, how to ask for the time in epoch milliseconds, and that H2's
 * columns for text are binary.
 */
enum Database {
    H2("h2.sql", "SELECT CAST(FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000) AS BIGINT)"),

    /** MySQL as well. UTC throughout, because in local time an hour comes twice each autumn. */
    MARIADB("mariadb.sql", "SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000"),

    POSTGRESQL("postgresql.sql", "SELECT CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS BIGINT)");

    private final String definition;
    private final String selectMillis;

    Database(String definition, String selectMillis) {
        this.definition = definition;
        this.selectMillis = selectMillis;
    }

    static Database of(Connection connection) throws SQLException {
        String product = connection.getMetaData().getDatabaseProductName();
        return switch (product) {
            case "H2" -> H2;
            case "MariaDB", "MySQL" -> MARIADB;
            case "PostgreSQL" -> POSTGRESQL;
            default ->
                throw new XeroConfigurationException(
                        "JdbcTokenStore knows PostgreSQL, MariaDB, MySQL and H2, and this is " + product);
        };
    }

    /** Parameters are then bound as UTF-8; H2 itself makes text again of what it returns. Unknown databases keep text. */
    static boolean keepsTextAsBytes(Connection connection) throws SQLException {
        return connection.getMetaData().getDatabaseProductName().equals("H2");
    }

    String selectMillis() {
        return selectMillis;
    }

    /** The statement in the file, for a table of this name. */
    String createTable(String table) {
        try (InputStream in = Database.class.getResourceAsStream(definition)) {
            byte[] bytes = Objects.requireNonNull(in, definition).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8).replace(GrantTable.DEFAULT_NAME, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
