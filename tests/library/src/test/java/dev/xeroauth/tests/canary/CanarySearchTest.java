package dev.xeroauth.tests.canary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.spi.RefreshOutcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** That a value which shows is found: in every place that is looked through, and in every form. */
@Isolated("It listens to all loggers and to System.out")
class CanarySearchTest {

    private static final String VALUE = "Zx9/wonderful+bird&with=colours%ü-0123456789";

    private final Canaries canaries = new Canaries();
    private final Seen seen = new Seen();

    CanarySearchTest() {
        canaries.plant("bird", VALUE);
    }

    @Test
    void found_argumentOfALogLine_isThere() {
        logging(() -> LoggerFactory.getLogger("some.logger").trace("{} and {}", 1, VALUE));

        assertThat(found()).containsKey("logger some.logger at TRACE");
    }

    @Test
    void found_argumentWithoutAPlace_isThere() {
        logging(() -> LoggerFactory.getLogger("some.logger")
                .atDebug()
                .addArgument(VALUE)
                .log("nothing"));

        assertThat(found()).containsKey("logger some.logger at DEBUG");
    }

    @Test
    void found_mdcAndKeyValuePairs_areThere() {
        logging(() -> {
            MDC.put("key", VALUE);
            LoggerFactory.getLogger("some.mdc").info("nothing");
            MDC.clear();
            LoggerFactory.getLogger("some.pair")
                    .atInfo()
                    .addKeyValue("key", VALUE)
                    .log("nothing");
        });

        assertThat(found()).containsOnlyKeys("logger some.mdc at INFO", "logger some.pair at INFO");
    }

    @Test
    void found_exceptionOfALogLine_isThere() {
        Exception thrown = new IllegalStateException("outer", new IllegalArgumentException(VALUE));
        logging(() -> LoggerFactory.getLogger("some.logger").warn("nothing", thrown));

        assertThat(found()).containsKey("logger some.logger at WARN");
    }

    @Test
    void found_javaUtilLogging_isThere() {
        logging(() -> {
            Logger.getLogger("okhttp3.some").log(Level.FINEST, "{0}", VALUE);
            Logger.getLogger("any.other").log(Level.FINEST, "nothing", new IllegalStateException(VALUE));
        });

        assertThat(found()).containsOnlyKeys("logger okhttp3.some at FINEST", "logger any.other at FINEST");
    }

    @Test
    void found_printed_isThere() {
        logging(() -> System.err.print("to err " + VALUE));

        assertThat(found()).containsOnlyKeys("System.out or System.err");
    }

    @Test
    void found_nestedCauseAndSuppressed_areThere() {
        Exception suppressing = new IllegalStateException("outer");
        suppressing.addSuppressed(new IllegalStateException("inner", new UnsupportedOperationException(VALUE)));
        seen.thrown(suppressing);

        assertThat(found())
                .containsKeys(
                        "java.lang.UnsupportedOperationException", "stack trace of java.lang.IllegalStateException")
                .doesNotContainKey("java.lang.IllegalStateException");
    }

    @Test
    void found_textFormOfWhatAnObjectHolds_isThere() {
        seen.shown(new AccessToken(VALUE, java.time.Instant.EPOCH));
        assertThat(found()).isEmpty();
        assertThat(seen.holding(canaries)).containsExactly("AccessToken");

        seen.shown(Optional.of(Map.of(GrantId.of("customer-42"), new RefreshOutcome.Refused(VALUE))));
        assertThat(found())
                .containsKey("text form of dev.xeroauth.spi.RefreshOutcome$Refused, held by java.util.Optional");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void in_base64OfMore_findsIt(int before) {
        byte[] text = ("x".repeat(before) + VALUE + "behind").getBytes(StandardCharsets.UTF_8);

        assertThat(canaries.in("Basic " + Base64.getEncoder().encodeToString(text)))
                .contains("bird, Base64");
        assertThat(canaries.in(Base64.getUrlEncoder().encodeToString(text))).contains("bird, Base64");
    }

    @Test
    void in_otherForms_findsThem() {
        String encoded = URLEncoder.encode(VALUE, StandardCharsets.UTF_8);
        byte[] bytes = VALUE.getBytes(StandardCharsets.UTF_8);

        assertThat(canaries.in("a=b&c=" + encoded)).isPresent();
        assertThat(canaries.in(encoded.toLowerCase(Locale.ROOT))).isPresent();
        assertThat(canaries.in(HexFormat.of().withUpperCase().formatHex(bytes))).contains("bird, hex");
        assertThat(canaries.in(VALUE.substring(0, 20) + "...")).contains("bird, its beginning");
        assertThat(canaries.in("..." + VALUE.substring(VALUE.length() - 20))).contains("bird, its end");
        assertThat(canaries.in("Zx9/wonder, and 0123456789, but nothing else")).isEmpty();
    }

    @Test
    void in_bytes_findsThemInEveryForm() {
        byte[] key = WatchedLife.key(7);
        canaries.plant("key", key);

        assertThat(canaries.in(Base64.getEncoder().encodeToString(key))).isPresent();
        assertThat(canaries.in(HexFormat.ofDelimiter(":").formatHex(key))).isPresent();
        assertThat(canaries.in("bytes " + Arrays.toString(key))).contains("key, list of bytes");
        assertThat(canaries.in(new String(key, StandardCharsets.ISO_8859_1))).isPresent();
    }

    @Test
    void plant_shortValue_isRefused() {
        assertThatThrownBy(() -> canaries.plant("word", "invoice")).isInstanceOf(IllegalArgumentException.class);
    }

    private void logging(Runnable task) {
        Logs logs = new Logs(seen);
        try {
            task.run();
        } finally {
            logs.close();
        }
    }

    private Map<String, String> found() {
        return seen.found(canaries);
    }
}
