package dev.xeroauth.tests.servers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** A server of SQL that tests run against: it gives away databases. Thread-safe. */
public final class SqlServer {

    private final Kind kind;
    private final String url;
    private final boolean embedded;

    private SqlServer(Kind kind, String url, boolean embedded) {
        this.kind = kind;
        this.url = url;
        this.embedded = embedded;
    }

    /** PostgreSQL from a jar, started with the first call and stopped when this JVM ends. */
    public static SqlServer embeddedPostgreSql() {
        return Embedded.SERVER;
    }

    /** The one at {@code -Dxero.postgresql=jdbc:postgresql://...}, whose user may create schemas. */
    public static SqlServer postgreSql() {
        return named("xero.postgresql", Kind.POSTGRESQL);
    }

    /** The one at {@code -Dxero.mariadb=jdbc:mariadb://...}, whose user may create databases. */
    public static SqlServer mariaDb() {
        return named("xero.mariadb", Kind.MARIADB);
    }

    private static SqlServer named(String property, Kind kind) {
        String url = System.getProperty(property, "");
        if (!url.startsWith(kind.scheme)) {
            throw new IllegalStateException("-D" + property + "=" + kind.scheme + "... names the server that this test"
                    + " needs, and it is '" + url + "'");
        }
        return new SqlServer(kind, url, false);
    }

    /**
     * A place of its own, empty.
     *
     * @throws IllegalStateException if the server is not there
     */
    public SqlDatabase newDatabase() {
        String name = "xero_" + UUID.randomUUID().toString().replace("-", "").substring(0, 16);
        execute("CREATE SCHEMA " + name);
        return new SqlDatabase(this, name, kind.within(url, name));
    }

    boolean isEmbedded() {
        return embedded;
    }

    void drop(String name) {
        execute("DROP SCHEMA " + name + (kind == Kind.POSTGRESQL ? " CASCADE" : ""));
    }

    DataSource dataSource(String within) {
        return kind.dataSource(within);
    }

    private void execute(String sql) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("No server for this test at " + url + ", or it refuses: " + sql, e);
        }
    }

    private enum Kind {
        POSTGRESQL("jdbc:postgresql:") {
            @Override
            String within(String url, String name) {
                return url + (url.contains("?") ? "&" : "?") + "currentSchema=" + name;
            }

            @Override
            DataSource dataSource(String url) {
                PGSimpleDataSource dataSource = new PGSimpleDataSource();
                dataSource.setURL(url);
                return dataSource;
            }
        },
        /** For it a schema is a database. */
        MARIADB("jdbc:mariadb:") {
            @Override
            String within(String url, String name) {
                return url.replaceFirst("/[^/?]*(\\?|$)", "/" + name + "?");
            }

            @Override
            DataSource dataSource(String url) {
                try {
                    return new MariaDbDataSource(url);
                } catch (SQLException e) {
                    throw new IllegalArgumentException(url, e);
                }
            }
        };

        private final String scheme;

        Kind(String scheme) {
            this.scheme = scheme;
        }

        abstract String within(String url, String name);

        abstract DataSource dataSource(String url);
    }

    private static final class Embedded {
        static final SqlServer SERVER = start();

        private static SqlServer start() {
            try {
                String url = EmbeddedPostgres.start().getJdbcUrl("postgres", "postgres");
                return new SqlServer(Kind.POSTGRESQL, url, true);
            } catch (IOException e) {
                throw new UncheckedIOException("The embedded PostgreSQL does not start", e);
            }
        }
    }
}
