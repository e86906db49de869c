package dev.xeroauth.accounting.processor;

import java.util.List;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;

/**
 * One line of an enumeration's table: {@code DRAFT  Written, but not part of the accounts.}
 *
 * @param value at Xero
 * @param description one sentence
 */
record ConstantLine(String value, String description) implements Line {

    private static final Pattern SENTENCE = Pattern.compile("[^<>&{}@]+\\.");

    static ConstantLine of(List<String> columns) {
        if (columns.size() != 2) {
            throw new TableException("value and description are wanted, two spaces apart");
        }
        ConstantLine line = new ConstantLine(columns.get(0), columns.get(1));
        if (!SourceVersion.isIdentifier(line.constant())) {
            throw new TableException("\"" + line.constant() + "\" is no name for a constant");
        }
        if (!SENTENCE.matcher(line.description).matches() || line.description.contains("*/")) {
            throw new TableException("the description is a sentence with a full stop, without < > & { } @");
        }
        return line;
    }

    @Override
    public String constant() {
        return Names.constant(value);
    }
}
