package dev.xeroauth.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.jdbc.ServerIndexTest.Reads;
import dev.xeroauth.tests.servers.SqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts by {@code EXPLAIN ANALYZE} of the statement that the store has prepared, with its parameters. */
abstract class PostgreSqlPages extends ServerIndexTest.Pages {

    private static final Pattern COUNT = Pattern.compile("\"(Actual Rows|Rows Removed by Filter)\": ([0-9.]+)");
    private static final Pattern NODE = Pattern.compile("\"(?:Node Type|Index Name)\": \"([^\"]+)\"");

    private static final Pattern BLOCKS = Pattern.compile("\"Shared Hit Blocks\": ([0-9]+)");
    private static final int MOST_BLOCKS = 12;

    PostgreSqlPages(SqlServer server) {
        super(server);
    }

    @Override
    String sequence() {
        return "generate_series(1, 10000) AS n";
    }

    @Override
    String refreshStatistics() {
        return "VACUUM ANALYZE xero_grant";
    }

    @Override
    Reads reads(Function<JdbcTokenStore, List<?>> call) throws SQLException {
        int found = call.apply(JdbcTokenStore.of(database.dataSource())).size();
        try (Connection connection = database.connection()) {
            Explaining explaining = new Explaining(connection, "EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) ");
            assertThat(call.apply(JdbcTokenStore.of(explaining.dataSource()))).isEmpty();
            String nodes = NODE.matcher(explaining.plan())
                    .results()
                    .map(it -> it.group(1))
                    .toList()
                    .toString();
            long reads = reads(explaining.plan());
            long blocks = BLOCKS.matcher(explaining.plan())
                    .results()
                    .mapToLong(it -> Long.parseLong(it.group(1)))
                    .findFirst()
                    .orElseThrow();
            // Index entries that a scan passes over show in the blocks alone.
            assertThat(blocks).isLessThan(MOST_BLOCKS);
            return new Reads(found, reads, "reads=" + reads + " blocks=" + blocks + " plan=" + nodes);
        }
    }

    /** Rows that came out of the scan, and those that it threw away. */
    private static long reads(String plan) {
        long most = 0;
        long removed = 0;
        Matcher counts = COUNT.matcher(plan);
        while (counts.find()) {
            long count = (long) Double.parseDouble(counts.group(2));
            removed += counts.group(1).startsWith("Rows") ? count : 0;
            most = counts.group(1).startsWith("Rows") ? most : Math.max(most, count);
        }
        return most + removed;
    }
}
