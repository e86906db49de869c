package dev.xeroauth.accounting.processor;

import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Xero's names as Java's: {@code UpdatedDateUTC} becomes {@code updatedDateUtc} and {@code UPDATED_DATE_UTC}. */
final class Names {

    /** What a model has from its base classes, or from being generated. */
    private static final Set<String> TAKEN = Set.of(
            "getClass",
            "notify",
            "notifyAll",
            "wait",
            "hashCode",
            "toString",
            "builder",
            "toBuilder",
            "toJson",
            "unknownFields");

    private Names() {}

    static String method(String name) {
        StringBuilder method = new StringBuilder();
        for (String word : words(name)) {
            String lower = word.toLowerCase(Locale.ROOT);
            method.append(method.isEmpty() ? lower : word.charAt(0) + lower.substring(1));
        }
        return method.toString();
    }

    static String constant(String name) {
        return String.join("_", words(name)).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_");
    }

    static boolean isUsable(String javaName) {
        return SourceVersion.isIdentifier(javaName) && !SourceVersion.isKeyword(javaName) && !TAKEN.contains(javaName);
    }

    private static String[] words(String name) {
        return name.split("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])");
    }
}
