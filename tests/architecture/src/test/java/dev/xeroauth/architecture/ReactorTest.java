package dev.xeroauth.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A module that is new to the poms, and a package that is new to its descriptor, are under the rules at once. */
class ReactorTest {

    @TempDir
    Path root;

    @BeforeEach
    void layOut() throws IOException {
        write(
                "pom.xml",
                "<project><packaging>pom</packaging><modules><module>added</module>"
                        + "<module>tests/own</module></modules></project>");
        write(
                "added/pom.xml",
                "<project><parent><artifactId>parent</artifactId></parent>"
                        + "<artifactId>xero-added</artifactId></project>");
        write(
                "tests/own/pom.xml",
                "<project><artifactId>own</artifactId><properties>"
                        + "<maven.deploy.skip>true</maven.deploy.skip></properties></project>");
        write(
                "added/src/module-info.java",
                "module added { requires java.logging; exports added.shown; exports added.more; }");
        write(
                "added/src/added/shown/Shown.java",
                "package added.shown; public class Shown {"
                        + " public added.internal.Inside inside; synchronized void lock() {} }");
        write(
                "added/src/added/more/More.java",
                "package added.more; public class More {"
                        + " public added.internal.Inside inside() { return null; }"
                        + " java.util.function.Supplier<?> now = java.time.Instant::now; }");
        write(
                "added/src/added/internal/Inside.java",
                "package added.internal; public class Inside {" + " Object log = java.util.logging.Level.ALL; }");
    }

    @Test
    void libraries_newModule_isFoundAndHasNoRules() throws IOException {
        compile();

        List<Library> found = Reactor.libraries(root);

        assertThat(found).extracting(Library::artifact).containsExactly("xero-added");
        assertThat(found.get(0).exported()).containsExactlyInAnyOrder("added.shown", "added.more");
        assertThat(Knowledge.mismatches(found)).contains("added has no rules", "dev.xeroauth is no module");
    }

    @Test
    void rules_newModuleAndPackage_areBroken() throws IOException {
        compile();

        List<Library> found = Reactor.libraries(root);
        Library added = found.get(0);

        assertThat(Rules.clocksAndChance(added.classes()))
                .extracting(Violation::type)
                .containsExactly("added.more.More");
        assertThat(Monitors.in(added.classFiles())).extracting(Violation::type).containsExactly("added.shown.Shown");
        assertThat(Signatures.shown(added.classes(), added.exported(), Knowledge.shownBy(added, found)))
                .extracting(Violation::type)
                .containsExactlyInAnyOrder("added.shown.Shown", "added.more.More");
    }

    @Test
    void libraries_moduleWithoutDescriptor_isRefused() throws IOException {
        compile();
        Files.delete(root.resolve("added/target/classes/module-info.class"));

        assertThatThrownBy(() -> Reactor.libraries(root)).hasMessageContaining("without a module descriptor");
    }

    private void write(String file, String text) throws IOException {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }

    private void compile() throws IOException {
        write("added/target/classes/.keep", "");
        try (Stream<Path> files = Files.walk(root.resolve("added/src"))) {
            String[] arguments = Stream.concat(
                            Stream.of("-d", root.resolve("added/target/classes").toString()),
                            files.filter(Files::isRegularFile).map(Path::toString))
                    .toArray(String[]::new);
            assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments))
                    .isZero();
        }
    }
}
