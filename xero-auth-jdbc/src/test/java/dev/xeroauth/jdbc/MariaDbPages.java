package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.jdbc.ServerIndexTest.Reads;
import dev.xeroauth.tests.servers.SqlServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Counts by the session's {@code Handler_read} counters: index entries and rows that the engine was asked for. */
abstract class MariaDbPages extends ServerIndexTest.Pages {

    private static final Pattern PLAN = Pattern.compile("\\b(type|key|rows|Extra)=([^=]*?)(?= \\w+=|\\s*$)");

    MariaDbPages(SqlServer server) {
        super(server);
    }

    @Override
    String sequence() {
        return "(SELECT seq AS n FROM seq_1_to_10000) AS numbers";
    }

    @Override
    String refreshStatistics() {
        return "ANALYZE TABLE xero_grant";
    }

    @Override
    Reads reads(Function<JdbcTokenStore, List<?>> call) throws SQLException {
        try (Connection connection = database.connection();
                Statement statement = connection.createStatement()) {
            statement.execute("FLUSH STATUS");
            int found = call.apply(JdbcTokenStore.of(new SingleConnectionDataSource(connection, true)))
                    .size();
            long reads = handlerReads(statement);
            Explaining explaining = new Explaining(connection, "EXPLAIN ");
            assertThat(call.apply(JdbcTokenStore.of(explaining.dataSource()))).isEmpty();
            String plan = PLAN.matcher(explaining.plan())
                    .results()
                    .map(it -> it.group(1) + "=" + it.group(2).trim())
                    .collect(Collectors.joining(", "));
            return new Reads(found, reads, "reads=" + reads + " plan=[" + plan + "]");
        }
    }

    private static long handlerReads(Statement statement) throws SQLException {
        long reads = 0;
        try (ResultSet counters = statement.executeQuery("SHOW SESSION STATUS LIKE 'Handler_read%'")) {
            while (counters.next()) {
                reads += counters.getLong(2);
            }
        }
        return reads;
    }
}
