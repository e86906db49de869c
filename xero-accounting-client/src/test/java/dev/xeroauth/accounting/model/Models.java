package dev.xeroauth.accounting.model;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** All models that there are, found among the compiled classes. */
public final class Models {

    private Models() {}

    /** {@return each model, by name} */
    public static List<Class<?>> all() {
        return classes().stream()
                .filter(Model.class::isAssignableFrom)
                .filter(type -> type != Model.class && type != Document.class)
                .toList();
    }

    /** {@return each open enumeration, by name} */
    public static List<Class<?>> enumerations() {
        return classes().stream()
                .filter(type -> OpenEnum.class.isAssignableFrom(type) && type != OpenEnum.class)
                .toList();
    }

    private static List<Class<?>> classes() {
        try (Stream<Path> files = Files.list(folder())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.startsWith("package-"))
                    .sorted()
                    .<Class<?>>map(name -> named(name.substring(0, name.length() - ".class".length())))
                    .toList();
        } catch (IOException | URISyntaxException e) {
            throw new LinkageError("The compiled models are not in a folder", e);
        }
    }

    /** Not that of the tests, which has the same package. */
    private static Path folder() throws URISyntaxException {
        return Path.of(Model.class.getResource("Model.class").toURI()).getParent();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName(Models.class.getPackageName() + "." + name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }
}
