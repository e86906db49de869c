package dev.xeroauth.benchmarks;

import com.azure.core.credential.AccessTokenCache;
import com.google.auth.oauth2.OAuth2Credentials;
import com.zaxxer.hikari.HikariDataSource;
import dev.xeroauth.XeroAuth;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import okhttp3.OkHttpClient;
import org.openjdk.jmh.annotations.Benchmark;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import software.amazon.awssdk.utils.cache.CachedSupplier;

/** On what is measured: the JDK, the machine, and the jars that are really on the class path. */
final class Surroundings {

    private Surroundings() {}

    static Stream<String> lines() {
        String jdk = "jdk " + Runtime.version() + " (" + System.getProperty("java.vm.name") + ")";
        Stream<String> jars = Stream.of(
                        XeroAuth.class,
                        OkHttpClient.class,
                        OAuth2Credentials.class,
                        CachedSupplier.class,
                        AccessTokenCache.class,
                        OAuth2AuthorizedClient.class,
                        JdbcTemplate.class,
                        HikariDataSource.class,
                        org.h2.Driver.class,
                        Benchmark.class)
                .map(Surroundings::jar);
        return Stream.concat(Stream.of(jdk), jars).map(line -> "version: " + line);
    }

    /** Processes that want a processor, on average over the last minute. */
    static String load() {
        return String.format(
                Locale.ROOT,
                "load: %.2f on %d processors",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors());
    }

    /** Its name says the version. */
    private static String jar(Class<?> type) {
        Path place =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath());
        return place.getFileName().toString().replaceFirst("\\.jar$", "");
    }
}
