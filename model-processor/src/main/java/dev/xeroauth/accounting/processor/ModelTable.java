package dev.xeroauth.accounting.processor;

import dev.xeroauth.accounting.processor.FieldLine.Access;
import java.util.ArrayList;
import java.util.List;

/**
 * A whole model.
 *
 * @param name of the class
 * @param javadoc its description
 * @param lines in the order in which Xero sends them
 */
record ModelTable(String name, String javadoc, List<Line> lines) {

    /** What is wrong with the lines as a whole. */
    List<String> problems() {
        List<String> problems = new ArrayList<>();
        if (fields().stream().filter(line -> line.access() == Access.KEY).count() > 1) {
            problems.add("There is more than one key");
        }
        long methods = fields().stream().map(FieldLine::method).distinct().count();
        if (methods < fields().size()) {
            problems.add("Two fields have the same method");
        }
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i) instanceof CompanionLine companion && !isTime(companion.of(), lines.subList(0, i))) {
                problems.add(companion.name() + " is no companion: there is no date or instant " + companion.of()
                        + " above it");
            }
        }
        return problems;
    }

    private static boolean isTime(String name, List<Line> lines) {
        return lines.stream()
                .anyMatch(line -> line instanceof FieldLine field
                        && field.name().equals(name)
                        && field.kind().isTime());
    }

    List<FieldLine> fields() {
        return lines.stream()
                .filter(FieldLine.class::isInstance)
                .map(FieldLine.class::cast)
                .toList();
    }

    List<FieldLine> written() {
        return fields().stream().filter(FieldLine::isWritten).toList();
    }

    /** Whether it has an id and lines to be written: then it can be changed line by line. */
    boolean isDocument() {
        return fields().stream().anyMatch(line -> line.access() == Access.KEY)
                && written().stream().anyMatch(ModelTable::isLines);
    }

    static boolean isLines(FieldLine line) {
        return line.name().equals("LineItems") && line.kind().type().equals("List<LineItem>");
    }
}
