package dev.xeroauth.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds by the poms what is deployed. */
final class Reactor {

    private Reactor() {}

    /** The folder of the pom that has all others below it. */
    static Path root() {
        Path root = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        while (!Files.exists(root.resolve("pom.xml")) || modules(root).isEmpty()) {
            root = root.getParent();
        }
        return root;
    }

    /** The folders of all modules that are deployed, below a folder that has a pom. */
    static List<Path> deployed(Path folder) {
        return modules(folder).stream()
                .flatMap(home -> Stream.concat(Stream.of(home).filter(Reactor::isDeployed), deployed(home).stream()))
                .toList();
    }

    /** Those of them that have a jar, built. */
    static List<Library> libraries(Path folder) {
        return deployed(folder).stream()
                .filter(home -> Pom.in(home).texts("packaging").stream().allMatch("jar"::equals))
                .map(Reactor::library)
                .toList();
    }

    private static boolean isDeployed(Path home) {
        return !Pom.in(home).text("properties", "maven.deploy.skip").equals("true");
    }

    private static Library library(Path home) {
        Path classes = home.resolve("target/classes");
        try (InputStream descriptor = Files.newInputStream(classes.resolve("module-info.class"))) {
            return new Library(Pom.in(home).text("artifactId"), classes, ModuleDescriptor.read(descriptor));
        } catch (IOException e) {
            throw new IllegalStateException("A library without a module descriptor, or not built yet: " + classes, e);
        }
    }

    private static List<Path> modules(Path folder) {
        return Pom.in(folder).texts("modules", "module").stream()
                .map(module -> folder.resolve(module).normalize())
                .toList();
    }
}
