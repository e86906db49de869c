package dev.xeroauth.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @TempDir
    Path directory;

    @Test
    void in_cutShortWhileTheKeyIsMade_leavesNoFileWithoutAKey() throws IOException {
        assertThatThrownBy(() -> KeyFile.in(directory, at(() -> {
                    throw new IllegalStateException("cut short");
                })))
                .hasMessage("cut short");

        assertThat(directory.resolve("key")).doesNotExist();
        assertThat(KeyFile.in(directory)).isNotNull();
    }

    @Test
    void in_fileOfARunThatWasKilled_isLeftAloneAndDoesNoHarm() throws IOException {
        Path killed = Files.createFile(directory.resolve("key1.unfinished"));

        assertThat(KeyFile.in(directory)).isNotNull();

        assertThat(killed).isEmptyFile();
    }

    @Test
    void in_noKeyYet_isForItsOwnerOnlyFromTheFirstMoment() throws IOException {
        List<String> before = new ArrayList<>();

        KeyFile.in(directory, at(() -> before.addAll(permissions())));

        assertThat(before).containsOnly("rw-------");
        assertThat(permissions()).containsExactly("rw-------");
    }

    @Test
    void in_keyAlreadyThere_isNotMadeAgain() throws IOException {
        KeyFile.in(directory);
        String key = Files.readString(directory.resolve("key"));

        KeyFile.in(directory);

        assertThat(directory.resolve("key")).hasContent(key);
    }

    @Test
    void in_anotherProcessMakesAKeyMeanwhile_thatOneCounts() throws IOException {
        Path file = directory.resolve("key");
        Path other = Files.createDirectory(directory.resolve("other"));
        KeyFile.in(other);

        KeyFile.in(directory, at(() -> {
            if (!Files.exists(file)) {
                copy(other.resolve("key"), file);
            }
        }));

        assertThat(file).hasSameBinaryContentAs(other.resolve("key"));
    }

    private static void copy(Path from, Path to) {
        try {
            Files.copy(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Chance, before whose every use something happens. */
    private static RandomGenerator at(Runnable happens) {
        SecureRandom random = new SecureRandom();
        return () -> {
            happens.run();
            return random.nextLong();
        };
    }

    private List<String> permissions() {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                found.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }
}
