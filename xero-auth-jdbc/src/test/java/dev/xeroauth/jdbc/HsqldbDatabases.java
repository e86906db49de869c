package dev.xeroauth.jdbc;

import java.util.UUID;
import javax.sql.DataSource;
import org.hsqldb.jdbc.JDBCDataSource;

/** Fresh, empty HSQLDB databases, which stand for those that the library knows nothing of. */
final class HsqldbDatabases {

    private HsqldbDatabases() {}

    static DataSource inMemory() {
        JDBCDataSource dataSource = new JDBCDataSource();
        dataSource.setUrl("jdbc:hsqldb:mem:" + UUID.randomUUID());
        dataSource.setUser("SA");
        return dataSource;
    }
}
