package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PartKeysTest {

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @Test
    void next_keyGiven_isItselfAndThenFollowsFromIt() {
        List<String> keys = keys("import");

        assertThat(keys.get(0)).isEqualTo("import");
        assertThat(keys.get(1)).startsWith("import-2-");
        assertThat(keys.get(2)).startsWith("import-3-");
        assertThat(keys("import")).isEqualTo(keys);
    }

    /** Whoever numbers the keys of several batches gives none that another batch has made. */
    @Test
    void next_keysGivenInTurn_neverMeet() {
        assertThat(Stream.of("import", "import-2", "import-3", "import-2-2", "import-22")
                        .flatMap(given -> keys(given).stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void next_longKeyGiven_isCutAndStaysItsOwn() {
        String one = "k".repeat(127) + "1";
        String other = "k".repeat(127) + "2";

        assertThat(keys(one)).contains(one).allMatch(key -> key.length() <= 128);
        assertThat(Stream.of(one, other).flatMap(given -> keys(given).stream())).doesNotHaveDuplicates();
    }

    @Test
    void next_noneGiven_areRandom() {
        PartKeys keys = new PartKeys(xero.calls());

        assertThat(next(keys)).matches("[0-9a-f]{32}").isNotEqualTo(next(keys));
    }

    private List<String> keys(String given) {
        PartKeys keys = new PartKeys(
                xero.calls().with(RequestOptions.builder().idempotencyKey(given).build()));
        return Stream.generate(() -> next(keys)).limit(3).toList();
    }

    private static String next(PartKeys keys) {
        return keys.next().options().idempotencyKey().orElseThrow();
    }
}
