package dev.xeroauth.architecture;

import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** A pom, or a part of one. */
record Pom(Element element) {

    static Pom in(Path folder) {
        return read(folder.resolve("pom.xml"));
    }

    static Pom read(Path file) {
        try (InputStream xml = Files.newInputStream(file)) {
            return read(new InputSource(xml));
        } catch (Exception e) {
            throw new IllegalStateException("Cannot read the pom " + file, e);
        }
    }

    static Pom of(String text) throws Exception {
        return read(new InputSource(new StringReader(text)));
    }

    private static Pom read(InputSource xml) throws Exception {
        return new Pom(DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(xml)
                .getDocumentElement());
    }

    /** The parts that a path of names leads to. */
    List<Pom> parts(String... names) {
        Stream<Pom> found = Stream.of(this);
        for (String name : names) {
            found = found.flatMap(Pom::children).filter(child -> child.name().equals(name));
        }
        return found.toList();
    }

    /** What stands in the parts that a path of names leads to. */
    List<String> texts(String... names) {
        return parts(names).stream().map(Pom::text).toList();
    }

    /** What stands in the first of them, or nothing. */
    String text(String... names) {
        return texts(names).stream().findFirst().orElse("");
    }

    /** What stands in this part. */
    String text() {
        return element.getTextContent().strip();
    }

    String name() {
        return element.getTagName();
    }

    Stream<Pom> children() {
        NodeList nodes = element.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(child -> new Pom((Element) child));
    }
}
