package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.xeroauth.tests.servers.SqlDatabase;
import dev.xeroauth.tests.servers.SqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The clock of a server whose sessions are in a time zone far from UTC. The servers go by the host's clock, or one in step. */
class ServerClockTest {

    abstract static class Clock {

        private final SqlServer server;
        private final String zone;

        /** @param zone sets it; PostgreSQL's driver sets that of this JVM when it connects, whatever its options say */
        Clock(SqlServer server, String zone) {
            this.server = server;
            this.zone = zone;
        }

        @Test
        void serverClock_sessionInAnotherZone_isTheHostsTime() throws SQLException {
            try (SqlDatabase database = server.newDatabase();
                    Connection connection = database.connection();
                    Statement statement = connection.createStatement()) {
                statement.execute(zone);
                JdbcTokenStore store = JdbcTokenStore.of(new SingleConnectionDataSource(connection, true));

                Instant time = store.serverClock().orElseThrow().instant();

                assertThat(time).isCloseTo(Instant.now(), within(1, ChronoUnit.MINUTES));
            }
        }
    }

    @Nested
    class OnEmbeddedPostgreSql extends Clock {
        OnEmbeddedPostgreSql() {
            super(SqlServer.embeddedPostgreSql(), "SET TIME ZONE 'Pacific/Auckland'");
        }
    }

    @Nested
    @Tag("servers")
    class OnPostgreSql extends Clock {
        OnPostgreSql() {
            super(SqlServer.postgreSql(), "SET TIME ZONE 'Pacific/Auckland'");
        }
    }

    @Nested
    @Tag("servers")
    class OnMariaDb extends Clock {
        OnMariaDb() {
            super(SqlServer.mariaDb(), "SET time_zone = '+13:00'");
        }
    }
}
