package dev.xeroauth.benchmarks.process;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What is compared, each with the jars that it needs itself. */
enum Subject {
    OURS_ORGANISATION(Jars.OURS),
    OURS_GRANT(Jars.OURS),
    XERO_JAVA(Jars.XERO_JAVA),
    OKHTTP_STREAMING(Jars.STREAMING),
    OKHTTP_DATABIND(Jars.STREAMING + "|jackson-(annotations|databind)-.*");

    private final Pattern jars;

    Subject(String jars) {
        this.jars = Pattern.compile(".*/(benchmarks/target/classes|xero-auth-benchmarks-[^/]*|" + jars + ")");
    }

    Reader reader() {
        return switch (this) {
            case OURS_ORGANISATION -> new OurOrganisation();
            case OURS_GRANT -> new OurGrant();
            case XERO_JAVA -> new XeroJava();
            case OKHTTP_STREAMING -> new Streaming();
            case OKHTTP_DATABIND -> new Databind();
        };
    }

    /** Those of this process's own class path. */
    List<String> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(place -> jars.matcher(place.replace('\\', '/')).matches())
                .toList();
    }

    /** Every jar, to be printed. */
    static String versions() {
        return Arrays.stream(values())
                .flatMap(subject -> subject.classPath().stream())
                .map(place -> place.replaceFirst(".*[/\\\\]([^/\\\\]+)\\.jar$", "$1"))
                .filter(place -> !place.endsWith("classes"))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static final class Jars {
        private static final String STREAMING = "(okhttp-jvm|okio-jvm|kotlin-stdlib)-[^/]*|jackson-core-[^/]*";
        private static final String OURS = STREAMING
                + "|(failsafe|nimbus-jose-jwt|slf4j-api|slf4j-nop)-[^/]*"
                + "|xero-auth-core[^/]*|xero-accounting-client[^/]*|(xero-auth-core|xero-accounting-client)/target/classes";
        private static final String XERO_JAVA =
                "(xero-java|java-jwt|jwks-rsa|google-api-client|google-http-client|google-oauth-client|httpclient"
                        + "|httpcore|commons-|json-simple|javax\\.|jackson-|slf4j-api|slf4j-nop|threetenbp|swagger-annotations"
                        + "|jersey-|hk2-|osgi-|aopalliance|mimepull|migbase64|guava|gson|opencensus|grpc-|jakarta\\.)[^/]*";

        private Jars() {}
    }
}
