package dev.xeroauth.accounting.processor;

import java.util.List;

/**
 * The line of a text that Xero sends beside a date: {@code DateString  companion Date}.
 *
 * @param name at Xero
 * @param of the name of the date's field
 */
record CompanionLine(String name, String of) implements Line {

    private static final String KIND = "companion ";

    static boolean fits(List<String> columns) {
        return columns.size() == 2 && columns.get(1).startsWith(KIND);
    }

    static CompanionLine of(List<String> columns) {
        return new CompanionLine(columns.get(0), columns.get(1).substring(KIND.length()));
    }

    @Override
    public String constant() {
        return Names.constant(name);
    }
}
