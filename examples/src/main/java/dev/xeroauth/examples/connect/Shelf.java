package dev.xeroauth.examples.connect;

import dev.xeroauth.FileTokenStore;
import dev.xeroauth.KeyRing;
import dev.xeroauth.examples.KeyFile;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.spi.TokenStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where grants are kept, and what they are sealed with. */
final class Shelf {

    private final Host host;
    private final Settings settings;
    private final Path directory;

    Shelf(Host host, Settings settings) {
        this.host = host;
        this.settings = settings;
        Path base = settings.directory().orElseGet(() -> host.home().resolve(".xero-connect"));
        this.directory = settings.isPlayed() ? base.resolve("played") : base;
    }

    /** Made, for its owner alone, if it is missing. */
    Path directory() throws IOException {
        boolean posix = directory.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                }
                : new FileAttribute<?>[0];
        return Files.createDirectories(directory, ownerOnly);
    }

    TokenStore store() throws IOException {
        return settings.jdbc().isPresent()
                ? JdbcTokenStore.of(database(settings.jdbc().get())).createTableIfMissing()
                : FileTokenStore.in(directory().resolve("grants"));
    }

    /** The environment's ring, for who shares grants with a service; else a key that stays on this machine. */
    KeyRing keys() throws IOException {
        return host.variable("XERO_SEALING_KEY").isPresent() ? host.keys().get() : KeyFile.in(directory(), "connect");
    }

    private DataSource database(String url) {
        String user = host.variable("XERO_JDBC_USER").orElse("");
        String password = host.variable("XERO_JDBC_PASSWORD").orElse("");
        return url.startsWith("jdbc:postgresql:") ? postgresql(url, user, password) : h2(url, user, password);
    }

    private static DataSource postgresql(String url, String user, String password) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setUrl(url);
        if (!user.isEmpty()) {
            database.setUser(user);
            database.setPassword(password);
        }
        return database;
    }

    private static DataSource h2(String url, String user, String password) {
        if (!url.startsWith("jdbc:h2:")) {
            throw new ToldException("--jdbc takes jdbc:postgresql:... and jdbc:h2:... addresses.");
        }
        JdbcDataSource database = new JdbcDataSource();
        database.setURL(url);
        database.setUser(user);
        database.setPassword(password);
        return database;
    }
}
