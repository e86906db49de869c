package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path directory;

    @Test
    void write_newFile_hasTheUsualPermissions() throws IOException {
        assumeTrue(Files.getFileStore(directory).supportsFileAttributeView("posix"));
        Path usual = Files.createFile(directory.resolve("usual"));
        Path file = directory.resolve("a.pdf");

        write(file, "a");

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(Files.getPosixFilePermissions(usual));
    }

    /** As several processes would that save under one name, or one that was killed before. */
    @Test
    void write_whileOthersWriteTheSame_hasAFileOfItsOwn() throws IOException {
        Path file = directory.resolve("a.pdf");

        WholeFile.write(file, outer -> {
            outer.write('o');
            assertThatThrownBy(() -> WholeFile.write(file, failing -> {
                        throw new IOException("no space");
                    }))
                    .hasMessage("no space");
            write(file, "inner");
            outer.write('k');
            assertThat(file).hasContent("inner");
        });

        assertThat(file).hasContent("ok");
        assertThat(names()).containsExactly("a.pdf");
    }

    @Test
    void write_longestNameThatADirectoryTakes_isTaken() throws IOException {
        Path file = directory.resolve("x".repeat(251) + ".pdf");
        write(file, "long");
        assertThat(file).hasContent("long");
    }

    private static void write(Path file, String text) throws IOException {
        WholeFile.write(file, target -> target.write(text.getBytes(StandardCharsets.UTF_8)));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
