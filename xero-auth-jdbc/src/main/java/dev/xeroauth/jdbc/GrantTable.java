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
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The table of grants: its statements, in SQL that all supported databases take, and its rows. */
final class GrantTable {

    static final String DEFAULT_NAME = "xero_grant";

    private static final String IDENTIFIER = "[A-Za-z_][A-Za-z0-9_]{0,62}";
    private static final Pattern ALLOWED_NAME = Pattern.compile(IDENTIFIER + "(\\." + IDENTIFIER + ")?");

    private final String name;

    /**
     * Checks the name, which goes into the statements as it is.
     *
     * @throws XeroConfigurationException if it is not a plain name, with or without a schema
     */
    GrantTable(String name) {
        if (!ALLOWED_NAME.matcher(name).matches()) {
            throw new XeroConfigurationException(
                    "The table's name, with or without a schema and a dot before it, is made"
                            + " of ASCII letters, digits and underscores, does not start with a digit and has at most 63 of"
                            + " them");
        }
        this.name = name;
    }

    String name() {
        return name;
    }

    Optional<StoredGrant> find(Connection connection, GrantId id) throws SQLException {
        return rowsOf(connection, id.value()).stream().findFirst();
    }

    boolean exists(Connection connection, GrantId id) throws SQLException {
        return !Statements.query(
                        connection, "SELECT id FROM " + name + " WHERE id = ?", row -> row.getString(1), id.value())
                .isEmpty();
    }

    boolean insert(Connection connection, StoredGrant next) throws SQLException {
        String sql = "INSERT INTO " + name + " (revision, status, lane, due_at, sealed, id) VALUES (?, ?, ?, ?, ?, ?)";
        return Statements.update(
                        connection,
                        sql,
                        next.revision().value(),
                        next.status().name(),
                        next.lane().name(),
                        dueMillis(next),
                        next.sealed().bytes(),
                        next.id().value())
                == 1;
    }

    boolean update(Connection connection, StoredGrant next, Revision expected) throws SQLException {
        String sql = "UPDATE " + name + " SET revision = ?, status = ?, lane = ?, due_at = ?, sealed = ?"
                + " WHERE id = ? AND revision = ?";
        return Statements.update(
                        connection,
                        sql,
                        next.revision().value(),
                        next.status().name(),
                        next.lane().name(),
                        dueMillis(next),
                        next.sealed().bytes(),
                        next.id().value(),
                        expected.value())
                == 1;
    }

    boolean delete(Connection connection, GrantId id, Revision expected) throws SQLException {
        String sql = "DELETE FROM " + name + " WHERE id = ? AND revision = ?";
        return Statements.update(connection, sql, id.value(), expected.value()) == 1;
    }

    /** The plain {@code due_at >= ?} is there for the index: not every database sees a range in the rest. */
    List<Due> findDue(Connection connection, DueQuery query) throws SQLException {
        String sql = "SELECT due_at, id FROM " + name + " WHERE lane = ? AND due_at <= ? AND due_at >= ?"
                + " AND (due_at > ? OR id > ?) ORDER BY due_at, id LIMIT ?";
        return Statements.query(
                connection,
                sql,
                row -> new Due(Instant.ofEpochMilli(row.getLong("due_at")), GrantId.of(row.getString("id"))),
                query.lane().name(),
                query.now().toEpochMilli(),
                query.fromMillis(),
                query.fromMillis(),
                query.afterId(),
                query.limit());
    }

    List<GrantId> list(Connection connection, @Nullable GrantId after, int limit) throws SQLException {
        String sql = "SELECT id FROM " + name + " WHERE id > ? ORDER BY id LIMIT ?";
        return Statements.query(
                connection, sql, row -> GrantId.of(row.getString("id")), after == null ? "" : after.value(), limit);
    }

    /** Looks before and after: another process may create it at the same time, and then ours may fail. */
    boolean createIfMissing(Connection connection) throws SQLException {
        if (isThere(connection)) {
            return false;
        }
        try {
            Statements.update(connection, Database.of(connection).createTable(name));
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
            if (SqlFailure.isMissingTable(e)) {
                return false;
            }
            throw e;
        }
    }

    static Instant serverTime(Connection connection) throws SQLException {
        return Statements.query(
                        connection, Database.of(connection).selectMillis(), row -> Instant.ofEpochMilli(row.getLong(1)))
                .get(0);
    }

    private List<StoredGrant> rowsOf(Connection connection, String id) throws SQLException {
        String sql = "SELECT id, revision, status, lane, due_at, sealed FROM " + name + " WHERE id = ?";
        return Statements.query(connection, sql, GrantTable::grant, id);
    }

    private static StoredGrant grant(ResultSet row) throws SQLException {
        long dueMillis = row.getLong("due_at");
        boolean neverDue = row.wasNull();
        return new StoredGrant(
                GrantId.of(row.getString("id")),
                new Revision(row.getString("revision")),
                GrantStatus.valueOf(row.getString("status")),
                Lane.valueOf(row.getString("lane")),
                neverDue ? Optional.empty() : Optional.of(Instant.ofEpochMilli(dueMillis)),
                SealedRecord.of(row.getBytes("sealed")));
    }

    private static @Nullable Long dueMillis(StoredGrant grant) {
        return grant.dueAt().map(Instant::toEpochMilli).orElse(null);
    }
}
