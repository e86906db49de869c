package dev.xeroauth.internal.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FileNamesTest {

    private static final List<String> IDS = List.of(
            "a",
            "A",
            "ä",
            "a\u0308",
            "%61",
            "a.",
            "..",
            "a/b",
            "a\\b",
            "con",
            "~",
            "😀",
            "x\u2028x",
            "x".repeat(128),
            "x".repeat(129),
            "x".repeat(200),
            "X".repeat(200),
            "\uFFFD".repeat(200));

    @Test
    void of_unusualIds_areSafeAndDifferent() {
        List<String> names =
                IDS.stream().map(id -> FileNames.of(GrantId.of(id))).toList();

        assertThat(names)
                .doesNotHaveDuplicates()
                .allMatch(FileNames::isGrant)
                .allMatch(name -> name.matches("grant[-~][a-z0-9_%-]{1,128}"))
                .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
    }

    @Test
    void spelt_shortIds_areReadOffTheName() {
        for (String id : IDS) {
            String name = FileNames.of(GrantId.of(id));

            if (name.startsWith("grant-")) {
                assertThat(FileNames.spelt(name)).contains(GrantId.of(id));
            } else {
                assertThat(FileNames.spelt(name)).isEmpty();
                assertThat(id.length()).isGreaterThan(40);
            }
        }
    }

    @Test
    void isGrant_namesThatTheStoreDoesNotWrite_areForeign() {
        assertThat(List.of(
                        "grant-%61", "grant-%C3%A4", "grant-%ff", "grant-%20", "grant-" + "x".repeat(129), "grant~a"))
                .noneMatch(FileNames::isGrant);
    }
}
