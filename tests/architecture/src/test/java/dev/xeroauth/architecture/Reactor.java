package dev.xeroauth.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Finds the libraries by the poms: every module that has a jar and is deployed. */
final class Reactor {

    private Reactor() {}

    /** The libraries of this project, built. */
    static List<Library> libraries() {
        Path root = Path.of(System.getProperty("basedir", "")).toAbsolutePath();
        while (!Files.exists(root.resolve("pom.xml"))
                || modules(pom(root)).findAny().isEmpty()) {
            root = root.getParent();
        }
        return libraries(root);
    }

    /** The libraries below a folder that has a pom. */
    static List<Library> libraries(Path folder) {
        Element pom = pom(folder);
        return modules(pom)
                .flatMap(module -> {
                    Path home = folder.resolve(module).normalize();
                    return Stream.concat(library(home).stream(), libraries(home).stream());
                })
                .toList();
    }

    private static List<Library> library(Path home) {
        Element pom = pom(home);
        boolean deployed = text(pom, "properties", "maven.deploy.skip").stream().noneMatch("true"::equals);
        boolean jar = text(pom, "packaging").stream().allMatch("jar"::equals);
        if (!deployed || !jar) {
            return List.of();
        }
        Path classes = home.resolve("target/classes");
        return List.of(new Library(text(pom, "artifactId").get(0), classes, descriptor(classes)));
    }

    private static ModuleDescriptor descriptor(Path classes) {
        try (InputStream bytes = Files.newInputStream(classes.resolve("module-info.class"))) {
            return ModuleDescriptor.read(bytes);
        } catch (IOException e) {
            throw new IllegalStateException("A library without a module descriptor, or not built yet: " + classes, e);
        }
    }

    private static Stream<String> modules(Element pom) {
        return text(pom, "modules", "module").stream();
    }

    private static Element pom(Path folder) {
        try (InputStream xml = Files.newInputStream(folder.resolve("pom.xml"))) {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(xml)
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read the pom in " + folder, e);
        }
    }

    /** Of the elements that a path of names leads to. */
    private static List<String> text(Element from, String... names) {
        Stream<Element> found = Stream.of(from);
        for (String name : names) {
            found = found.flatMap(Reactor::children)
                    .filter(child -> child.getTagName().equals(name));
        }
        return found.map(element -> element.getTextContent().strip()).toList();
    }

    private static Stream<Element> children(Node parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
