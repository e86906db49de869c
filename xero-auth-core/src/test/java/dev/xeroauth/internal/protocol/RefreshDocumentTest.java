package dev.xeroauth.internal.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code docs/refresh.md} says what the code does. */
class RefreshDocumentTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Z_]+)` \\| ([^|]+) \\| [^|]+ \\|$");
    private static final Pattern RULE = Pattern.compile("(?m)^\\| (\\d{1,2}) \\|");
    private static final String LOST = "## What stays lost";

    @Test
    void times_ofTheTable_areThoseOfTheCode() throws Exception {
        Map<String, String> written = new TreeMap<>();
        ROW.matcher(read("docs/refresh.md")).results().forEach(row -> written.put(row.group(1), row.group(2)));

        assertThat(written).isEqualTo(times());
    }

    @Test
    void rules_ofTheTable_areFifteen() throws IOException {
        List<String> numbers = RULE.matcher(read("docs/refresh.md"))
                .results()
                .map(row -> row.group(1))
                .toList();

        assertThat(numbers)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15");
    }

    @Test
    void whatStaysLost_agreesWithTheReadme() throws IOException {
        assertThat(lost("docs/refresh.md")).isNotEmpty().isEqualTo(lost("README.md"));
    }

    /** Its items, as far as they do not speak of what is not there yet. */
    private static List<String> lost(String file) throws IOException {
        String text = read(file);
        String section = text.substring(text.indexOf(LOST)).split("Not there yet", 2)[0];
        return Pattern.compile("(?m)^- (.+(?:\\n  .+)*)")
                .matcher(section)
                .results()
                .map(MatchResult::group)
                .map(item -> item.replaceAll("\\s+", " "))
                .toList();
    }

    private static Map<String, String> times() throws IllegalAccessException {
        Map<String, String> times = new TreeMap<>();
        for (Field field : Times.class.getDeclaredFields()) {
            if (field.getType() == Duration.class) {
                times.put(field.getName(), words((Duration) field.get(null)));
            }
        }
        return times;
    }

    private static String words(Duration time) {
        StringBuilder words = new StringBuilder();
        add(words, time.toHours(), " h");
        add(words, time.toMinutesPart(), " min");
        add(words, time.toSecondsPart(), " s");
        add(words, time.toMillisPart(), " ms");
        return words.toString();
    }

    private static void add(StringBuilder words, long count, String unit) {
        if (count > 0) {
            words.append(words.length() == 0 ? "" : " ").append(count).append(unit);
        }
    }

    private static String read(String file) throws IOException {
        return Files.readString(Path.of("..").resolve(file), UTF_8);
    }
}
