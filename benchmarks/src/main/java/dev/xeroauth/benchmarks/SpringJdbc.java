package dev.xeroauth.benchmarks;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.security.oauth2.client.JdbcOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizeRequest;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;

/** Spring Security with its clients in H2, in this process's memory, over its own schema and a pool. */
@State(Scope.Benchmark)
public class SpringJdbc {

    private final HikariDataSource pool = pool();
    private final SpringSecurity spring = new SpringSecurity(
            registrations -> new JdbcOAuth2AuthorizedClientService(new JdbcTemplate(pool), registrations));
    private final OAuth2AuthorizeRequest request = SpringSecurity.request(0);

    @TearDown
    public void close() {
        pool.close();
    }

    @Benchmark
    public OAuth2AuthorizedClient byHandle() {
        return spring.authorize(request);
    }

    @Benchmark
    public OAuth2AuthorizedClient byGrantId(Turn turn) {
        return spring.at(turn.next());
    }

    /** Its database goes with its last connection. */
    private static HikariDataSource pool() {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl("jdbc:h2:mem:clients");
        config.setMaximumPoolSize(4);
        HikariDataSource pool = new HikariDataSource(config);
        new ResourceDatabasePopulator(
                        new ClassPathResource("org/springframework/security/oauth2/client/oauth2-client-schema.sql"))
                .execute(pool);
        return pool;
    }
}
