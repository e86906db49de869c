package dev.xeroauth.accounting.processor;

import java.util.Map;
import java.util.TreeSet;

/**
 * What a field holds.
 *
 * @param type its Java type
 * @param maker how the table of fields makes it, with {@code %s} for the field's name
 */
record Kind(String type, String maker) {

    private static final Map<String, Kind> SCALARS = Map.of(
            "text", new Kind("String", "text(\"%s\")"),
            "decimal", new Kind("BigDecimal", "decimal(\"%s\")"),
            "integer", new Kind("Integer", "integer(\"%s\")"),
            "bool", new Kind("Boolean", "bool(\"%s\")"),
            "id", new Kind("UUID", "id(\"%s\")"),
            "date", new Kind("LocalDate", "date(\"%s\")"),
            "instant", new Kind("Instant", "instant(\"%s\")"));

    private static final String REFERENCE = "ref ";
    private static final String LIST = "[]";

    static Kind of(String words, Declared declared) {
        Kind scalar = SCALARS.get(words);
        if (scalar != null) {
            return scalar;
        }
        if (words.startsWith(REFERENCE) && declared.isModel(words.substring(REFERENCE.length()))) {
            return ofModel(words.substring(REFERENCE.length()), "reference");
        }
        if (words.endsWith(LIST) && declared.isModel(words.substring(0, words.length() - LIST.length()))) {
            String element = words.substring(0, words.length() - LIST.length());
            return new Kind("List<" + element + ">", ofModel(element, "list").maker);
        }
        if (declared.isModel(words)) {
            return ofModel(words, "object");
        }
        if (declared.isEnumeration(words)) {
            return new Kind(words, "open(\"%s\", " + words + "::of)");
        }
        throw new TableException("unknown kind \"" + words + "\"; it is one of " + new TreeSet<>(SCALARS.keySet())
                + ", an enumeration X, a model X, ref X, X[], or companion of a field");
    }

    private static Kind ofModel(String model, String maker) {
        return new Kind(model, maker + "(\"%s\", " + model + ".class)");
    }

    boolean isList() {
        return type.startsWith("List<");
    }

    boolean isTime() {
        return type.equals("LocalDate") || type.equals("Instant");
    }
}
