package dev.xeroauth.jdbc;

import dev.xeroauth.GrantId;
import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * A token store in one table of PostgreSQL, MariaDB, MySQL, H2 or, by {@link Builder#standardSql()}, another database,
 * shared by every process that reaches it.
 *
 * <p>Create the table once, by {@link #createTableIfMissing()} or from {@code h2.sql}, {@code mariadb.sql} (MySQL too),
 * {@code postgresql.sql} or {@code standard.sql} beside this class, as it is or by Flyway or Liquibase. In normal work the
 * database user needs {@code SELECT}, {@code INSERT}, {@code UPDATE} and {@code DELETE} on it and nothing else.
 *
 * <p>Each call takes one connection at a time, and what it writes stands by itself at once. It never takes part in a
 * transaction of its caller, neither in Spring's nor in another that a data source binds to a thread: where a connection
 * comes in manual commit, the call is done on a new thread, which has none, in auto-commit, and the connection is given
 * back as it came. So a call within a transaction needs a second connection, and fails when the pool has none. How long
 * it may block is for the pool and the driver to say. An H2 database in memory is gone with its last connection unless
 * its URL says {@code DB_CLOSE_DELAY=-1}.
 *
 * <p>Safe for use by any number of threads. Each method throws {@link StoreException} if the database cannot be reached
 * or refuses the statement; on a failed write the outcome is unknown. On MariaDB and MySQL a write throws {@link
 * XeroConfigurationException}, and stores nothing, if the session's {@code sql_mode} is not strict. No message shows what is
 * stored.
 */
public final class JdbcTokenStore implements TokenStore {

    private static final int MAX_INSERTS = 3;
    /** H2 shows others a new table before its primary key, and they insert what they like. */
    private static final ReentrantLock CREATING = new ReentrantLock();

    private final GrantTable table;
    private final Connections connections;

    private JdbcTokenStore(DataSource dataSource, GrantTable table) {
        this.table = table;
        this.connections = new Connections(dataSource, table.name());
    }

    /**
     * Keeps grants in the table {@code xero_grant}. Nothing is read or written yet.
     *
     * @param dataSource the connection pool
     * @return the store
     */
    public static JdbcTokenStore of(DataSource dataSource) {
        return builder(dataSource).build();
    }

    /**
     * For settings other than the usual ones.
     *
     * @param dataSource the connection pool
     * @return a builder
     */
    public static Builder builder(DataSource dataSource) {
        return new Builder(dataSource);
    }

    /**
     * Creates the table and its index unless the table is there, and checks that it has the columns. It needs the right
     * to create tables only where the table is missing. Several processes may call it at the same time.
     *
     * @return this store
     * @throws StoreException if the table cannot be created, or is there with other columns
     * @throws XeroConfigurationException if this is none of the databases that the library has a table for
     */
    public JdbcTokenStore createTableIfMissing() {
        CREATING.lock();
        try {
            connections.call("create the table", table::createIfMissing);
        } finally {
            CREATING.unlock();
        }
        return this;
    }

    @Override
    public Optional<StoredGrant> find(GrantId id) {
        return connections.call("read grant " + id, connection -> table.find(connection, id));
    }

    @Override
    public boolean replace(StoredGrant next, Revision expected) {
        return connections.call(
                "write grant " + next.id(),
                connection -> expected.equals(Revision.NONE)
                        ? insert(connection, next)
                        : table.update(connection, next, expected));
    }

    /**
     * Inserts, and looks for the record only if a constraint refused it: databases do not agree on how to say which one.
     * A record that is gone by then was deleted in between, or it was another constraint: another try tells.
     */
    private boolean insert(Connection connection, StoredGrant next) throws SQLException {
        for (int tries = 1; ; tries++) {
            try {
                return table.insert(connection, next);
            } catch (SQLException e) {
                if (SqlFailure.isConstraintViolation(e) && table.exists(connection, next.id())) {
                    return false;
                }
                if (!SqlFailure.isConstraintViolation(e) || tries == MAX_INSERTS) {
                    throw e;
                }
            }
        }
    }

    @Override
    public boolean delete(GrantId id, Revision expected) {
        return connections.call("delete grant " + id, connection -> table.delete(connection, id, expected));
    }

    @Override
    public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
        return connections.call(
                "look for due grants", connection -> table.findDue(connection, new DueQuery(lane, now, after, limit)));
    }

    @Override
    public List<GrantId> list(@Nullable GrantId after, int limit) {
        return connections.call("list grants", connection -> table.list(connection, after, limit));
    }

    /**
     * The database server's clock, to the millisecond.
     *
     * @return a source that asks the server at every call, and throws {@link StoreException} if it cannot, or {@link
     *     XeroConfigurationException} if this is none of the databases that the library knows; empty after {@link
     *     Builder#standardSql()}
     */
    @Override
    public Optional<InstantSource> serverClock() {
        return table.hasClock()
                ? Optional.of(() -> connections.call("read the server's clock", table::serverTime))
                : Optional.empty();
    }

    /** The table and the pool by name; a data source whose text form shows more than a name appears by its class. */
    @Override
    public String description() {
        return "table " + table.name() + " through " + connections.source();
    }

    /** Settings of a {@link JdbcTokenStore}. Not safe for use by several threads. */
    public static final class Builder {

        private final DataSource dataSource;
        private String table = GrantTable.DEFAULT_NAME;
        private boolean standardSql;

        private Builder(DataSource dataSource) {
            this.dataSource = dataSource;
        }

        /**
         * Names the table; {@code xero_grant} unless set.
         *
         * @param name ASCII letters, digits and underscores, not starting with a digit, at most 63; a schema and a dot
         *     may stand before it
         * @return this builder
         */
        public Builder table(String name) {
            this.table = name;
            return this;
        }

        /**
         * For a database other than PostgreSQL, MariaDB, MySQL and H2: standard SQL alone, the table of {@code
         * standard.sql}, and no server clock, so that the clocks of all hosts have to agree within seconds. It needs
         * read-committed isolation or better, and SQL states of class 23 for what a constraint refuses. Prove it with
         * {@code TokenStoreContract} on your database; the library's own build does so on HSQLDB.
         *
         * @return this builder
         */
        public Builder standardSql() {
            this.standardSql = true;
            return this;
        }

        /**
         * Makes the store. Nothing is read or written yet.
         *
         * @return the store
         * @throws XeroConfigurationException if the table's name is not allowed
         */
        public JdbcTokenStore build() {
            return new JdbcTokenStore(dataSource, new GrantTable(table, standardSql));
        }
    }
}
