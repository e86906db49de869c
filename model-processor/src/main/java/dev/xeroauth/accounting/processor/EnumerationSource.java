package dev.xeroauth.accounting.processor;

import java.util.List;

/** Writes the class of an enumeration that Xero may extend. */
final class EnumerationSource {

    private EnumerationSource() {}

    static String write(String name, String javadoc, List<ConstantLine> lines) {
        StringBuilder source = new StringBuilder();
        source.append(Sources.javadoc(javadoc.strip() + " Immutable; values that Xero adds later are kept."));
        source.append("""
                public final class %1$s extends OpenEnum {

                    private static final Constants<%1$s> CONSTANTS = new Constants<>(%1$s::new);
                """.formatted(name));
        for (ConstantLine line : lines) {
            source.append("""

                        /** %s */
                        public static final %s %s = CONSTANTS.add("%s");
                    """.formatted(line.description(), name, line.constant(), line.value()));
        }
        source.append("""

                    private %1$s(String value, boolean known) {
                        super(value, known);
                    }

                    /**
                     * The value for a text; one of the constants if there is one for it.
                     *
                     * @param value as Xero writes it, capitals included
                     * @return the value
                     * @throws IllegalArgumentException if the text is empty
                     */
                    public static %1$s of(String value) {
                        return CONSTANTS.of(value);
                    }
                }
                """.formatted(name));
        return source.toString();
    }
}
