package dev.xeroauth.jdbc;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table of grants: its statements, in SQL that all databases take, and its rows. */
final class GrantTable {

    static final String DEFAULT_NAME = "xero_grant";

    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]{0,62}";
    private static final Pattern ALLOWED_NAME = Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")?");

    private final String name;
    private final boolean standardSql;

    /**
     * Checks the name, which goes into the statements as it is.
     *
     * @param standardSql whatever the database is
     * @throws XeroConfigurationException if it is not a plain name, with or without a schema
     */
    GrantTable(String name, boolean standardSql) {
        if (!ALLOWED_NAME.matcher(name).matches()) {
            throw new XeroConfigurationException(
                    "The table's name, with or without a schema and a dot before it, is made"
                            + " of ASCII letters, digits and underscores, does not start with a digit and has at most 63 of"
                            + " them");
        }
        this.name = name;
        this.standardSql = standardSql;
    }

    /** Whether the database's clock is known. */
    boolean hasClock() {
        return !standardSql;
    }

    private Statements on(Connection connection) throws SQLException {
        return new Statements(connection, standardSql ? Database.STANDARD : Database.of(connection), name);
    }

    String name() {
        return name;
    }

    Optional<StoredGrant> find(Connection connection, GrantId id) throws SQLException {
        return rowsOf(connection, id.value()).stream().findFirst();
    }

    boolean exists(Connection connection, GrantId id) throws SQLException {
        return !on(connection)
                .query("SELECT id FROM " + name + " WHERE id = ?", row -> row.getBytes(1), id.value())
                .isEmpty();
    }

    boolean insert(Connection connection, StoredGrant next) throws SQLException {
        Statements statements = on(connection);
        String sql = "INSERT INTO " + name + " (revision, status, lane, due_at, sealed, id) VALUES (?, ?, ?, "
                + statements.database().dueParameter() + ", ?, ?)";
        return write(statements, sql, next);
    }

    boolean update(Connection connection, StoredGrant next, Revision expected) throws SQLException {
        Statements statements = on(connection);
        String sql = "UPDATE " + name + " SET revision = ?, status = ?, lane = ?, due_at = "
                + statements.database().dueParameter() + ", sealed = ? WHERE id = ? AND revision = ?";
        return write(statements, sql, next, expected.value());
    }

    /** Both statements take a grant's fields in the same order; what else one takes comes behind them. */
    private boolean write(Statements statements, String sql, StoredGrant next, String... more) throws SQLException {
        List<@Nullable Object> parameters = new ArrayList<>(Arrays.asList(
                next.revision().value(),
                next.status().name(),
                next.lane().name(),
                dueMillis(next),
                next.sealed().bytes(),
                next.id().value()));
        parameters.addAll(List.of(more));
        try {
            return statements.update(sql, parameters.toArray()) == 1;
        } catch (SQLException e) {
            if (statements.database().isNotStrict(e)) {
                throw notStrict();
            }
            throw e;
        }
    }

    private XeroConfigurationException notStrict() {
        return new XeroConfigurationException(
                "Nothing was written to table " + name + ": the session's sql_mode has neither"
                        + " STRICT_TRANS_TABLES nor STRICT_ALL_TABLES, and the database would cut what is too long for a column"
                        + " without an error. Set sql_mode on the server, or for this pool in the JDBC URL:"
                        + " sessionVariables=sql_mode='STRICT_TRANS_TABLES'");
    }

    boolean delete(Connection connection, GrantId id, Revision expected) throws SQLException {
        String sql = "DELETE FROM " + name + " WHERE id = ? AND revision = ?";
        return on(connection).update(sql, id.value(), expected.value()) == 1;
    }

    /** Those due at the cursor's time, and then the later ones: a range of the index each, wherever the cursor is. */
    List<Due> findDue(Connection connection, DueQuery query) throws SQLException {
        Statements statements = on(connection);
        List<Due> page = new ArrayList<>();
        if (query.isBehindACursor()) {
            page.addAll(due(statements, query.limit(), "due_at = ? AND id > ?", query.sameTime()));
        }
        int left = query.limit() - page.size();
        if (left > 0) {
            page.addAll(due(statements, left, "due_at > ? AND due_at <= ?", query.later()));
        }
        return page;
    }

    private List<Due> due(Statements statements, int limit, String range, Object... parameters) throws SQLException {
        return statements.page(
                limit,
                "SELECT due_at, id FROM " + name + statements.database().byDueIndex() + " WHERE lane = ? AND " + range
                        + " ORDER BY due_at, id",
                row -> new Due(Instant.ofEpochMilli(row.getLong("due_at")), id(statements, row)),
                parameters);
    }

    List<GrantId> list(Connection connection, @Nullable GrantId after, int limit) throws SQLException {
        Statements statements = on(connection);
        String sql = "SELECT id FROM " + name + " WHERE id > ? ORDER BY id";
        return statements.page(limit, sql, row -> id(statements, row), after == null ? "" : after.value());
    }

    /** Looks before and after: another process may create it at the same time, and then ours may fail. */
    boolean createIfMissing(Connection connection) throws SQLException {
        if (isThere(connection)) {
            return false;
        }
        try {
            Statements statements = on(connection);
            statements.update(statements.database().createTable(name));
            return true;
        } catch (SQLException e) {
            if (isThere(connection)) {
                return false;
            }
            throw e;
        }
    }

    private boolean isThere(Connection connection) throws SQLException {
        try {
            rowsOf(connection, "");
            return true;
        } catch (SQLException e) {
            if (on(connection).database().isMissingTable(e)) {
                return false;
            }
            throw e;
        }
    }

    Instant serverTime(Connection connection) throws SQLException {
        Statements statements = on(connection);
        return statements
                .query(statements.database().selectMillis(), row -> Instant.ofEpochMilli(row.getLong(1)))
                .get(0);
    }

    private List<StoredGrant> rowsOf(Connection connection, String id) throws SQLException {
        Statements statements = on(connection);
        String sql = "SELECT id, revision, status, lane, due_at, sealed FROM " + name + " WHERE id = ?";
        return statements.query(sql, row -> grant(statements.database(), row), id);
    }

    private static GrantId id(Statements statements, ResultSet row) throws SQLException {
        return GrantId.of(statements.database().text(row, "id"));
    }

    private static StoredGrant grant(Database database, ResultSet row) throws SQLException {
        long dueMillis = row.getLong("due_at");
        boolean neverDue = row.wasNull();
        return new StoredGrant(
                GrantId.of(database.text(row, "id")),
                new Revision(database.text(row, "revision")),
                GrantStatus.valueOf(database.text(row, "status")),
                Lane.valueOf(database.text(row, "lane")),
                neverDue ? Optional.empty() : Optional.of(Instant.ofEpochMilli(dueMillis)),
                SealedRecord.of(row.getBytes("sealed")));
    }

    private static @Nullable Long dueMillis(StoredGrant grant) {
        return grant.dueAt().map(Instant::toEpochMilli).orElse(null);
    }
}
