package dev.xeroauth.accounting.processor;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What all generated files have in common. */
final class Sources {

    private Sources() {}

    static String javadoc(String text) {
        return text.strip()
                .lines()
                .map(line -> (" * " + line.strip()).stripTrailing() + "\n")
                .collect(Collectors.joining("", "/**\n", " */\n"));
    }

    /** The whole file: package, imports that the class needs, class. */
    static String file(String inPackage, String body) {
        String imports = ModelSource.IMPORTS.stream()
                .filter(name -> isUsed(name.substring(name.lastIndexOf('.') + 1), body))
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
        return "package " + inPackage + ";\n\n" + imports + (imports.isEmpty() ? "" : "\n") + body;
    }

    private static boolean isUsed(String simpleName, String body) {
        return Pattern.compile("\\b" + simpleName + "\\b").matcher(body).find();
    }
}
