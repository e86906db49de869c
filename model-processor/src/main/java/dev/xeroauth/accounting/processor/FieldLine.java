package dev.xeroauth.accounting.processor;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One line of a model's table: {@code InvoiceID  id  key  Xero's id of the invoice}, with two spaces or more between the
 * columns.
 *
 * @param name at Xero
 * @param method the getter's and setter's name
 * @param kind what it holds
 * @param access whether an application may write it
 * @param description one phrase
 */
record FieldLine(String name, String method, Kind kind, Access access, String description) implements Line {

    private static final int COLUMNS = 4;
    private static final String RENAMED = " as ";

    /** {@code r}: Xero alone sets it; {@code rw}: an application may write it; {@code key}: the id of the model. */
    enum Access {
        R,
        RW,
        KEY
    }

    private static final Set<String> ACCESS = Set.of("r", "rw", "key");
    private static final Pattern NO_PHRASE = Pattern.compile("[<>&{}@]|\\*/|\\.$");

    static FieldLine of(List<String> columns, Declared declared) {
        if (columns.size() != COLUMNS) {
            throw new TableException((columns.size() == COLUMNS - 1 ? "the description is missing: " : "")
                    + "name, kind, access and description are wanted, two spaces apart");
        }
        if (!ACCESS.contains(columns.get(2))) {
            throw new TableException("access \"" + columns.get(2) + "\" is none of r, rw and key");
        }
        String[] names = columns.get(0).split(RENAMED, 2);
        FieldLine line = new FieldLine(
                names[0],
                names.length == 2 ? names[1] : Names.method(names[0]),
                Kind.of(columns.get(1), declared),
                Access.valueOf(columns.get(2).toUpperCase(Locale.ROOT)),
                columns.get(3));
        line.check();
        return line;
    }

    private void check() {
        if (!Names.isUsable(method)) {
            throw new TableException("a method cannot be named \"" + method + "\"; write \"" + name
                    + " as otherName\" in the first column");
        }
        if (NO_PHRASE.matcher(description).find()) {
            throw new TableException("the description is a phrase without < > & { } @ and without a full stop");
        }
        if (access == Access.KEY && !kind.type().equals("UUID")) {
            throw new TableException("a key is an id");
        }
    }

    boolean isWritten() {
        return access != Access.R;
    }

    @Override
    public String constant() {
        return Names.constant(name);
    }
}
