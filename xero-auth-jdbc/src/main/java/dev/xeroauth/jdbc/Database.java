package dev.xeroauth.jdbc;

import dev.xeroauth.XeroConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What differs between databases: the table's definition, whether its text is text, and how to ask for the time. */
enum Database {
    H2("h2.sql", false, "SELECT CAST(FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000) AS BIGINT)"),

    /** MySQL as well. UTC throughout, because in local time an hour comes twice each autumn. */
    MARIADB("mariadb.sql", true, "SELECT TIMESTAMPDIFF(MICROSECOND, '1970-01-01 00:00:00', UTC_TIMESTAMP(3)) DIV 1000"),

    POSTGRESQL("postgresql.sql", true, "SELECT CAST(FLOOR(EXTRACT(EPOCH FROM clock_timestamp()) * 1000) AS BIGINT)"),

    /** Any other, in what the standard has; it has no time that means the same everywhere. */
    STANDARD("standard.sql", false, null);

    private final String definition;
    private final boolean keepsText;
    private final @Nullable String selectMillis;

    Database(String definition, boolean keepsText, @Nullable String selectMillis) {
        this.definition = definition;
        this.keepsText = keepsText;
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
                        "JdbcTokenStore knows PostgreSQL, MariaDB, MySQL and H2, and this is " + product
                                + ". For others call standardSql() on its builder");
        };
    }

    /** False: text is bytes of UTF-8 in its columns. */
    boolean keepsText() {
        return keepsText;
    }

    String text(ResultSet row, String column) throws SQLException {
        return keepsText ? row.getString(column) : new String(row.getBytes(column), StandardCharsets.UTF_8);
    }

    String selectMillis() {
        return Objects.requireNonNull(selectMillis);
    }

    /** The end of a query; the standard's own is not understood everywhere, and its reader stops there all the same. */
    String limit(int rows) {
        return this == STANDARD ? "" : " LIMIT " + rows;
    }

    /**
     * What stands for the due time in a write. MariaDB and MySQL cut what is too long for its column, without an error,
     * unless the session is strict: this makes an error of every write in one that is not, before it stores anything.
     */
    String dueParameter() {
        return this == MARIADB ? "IF(@@sql_mode LIKE '%STRICT_%', ?, (SELECT 1 UNION SELECT 2))" : "?";
    }

    /** Whether it is the error that {@link #dueParameter()} makes. */
    boolean isNotStrict(SQLException e) {
        return this == MARIADB && SqlFailure.isCardinalityViolation(e);
    }

    /** MariaDB does not see by itself that the id narrows the index down where most grants are due at the same time. */
    String byDueIndex() {
        return this == MARIADB ? " FORCE INDEX (lane)" : "";
    }

    /** Whether it may mean that there is no such table. */
    boolean isMissingTable(SQLException e) {
        return this == STANDARD ? SqlFailure.isSyntaxOrAccess(e) : SqlFailure.isMissingTable(e);
    }

    /** The statement in the file, for a table of this name. */
    String createTable(String table) {
        try (InputStream in = Database.class.getResourceAsStream(definition)) {
            byte[] bytes = Objects.requireNonNull(in, definition).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .replaceFirst(";\\s*$", "")
                    .replace(GrantTable.DEFAULT_NAME, table);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
