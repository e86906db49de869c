package dev.xeroauth.accounting.processor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Takes a table apart, line by line, and collects everything that is wrong with it. */
final class Table<L extends Line> {

    private static final int WIDTH = 128;

    private final List<L> lines = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<String> constants = new HashSet<>();

    Table(String text, Function<List<String>, L> parser) {
        text.lines().filter(line -> !line.isBlank()).forEach(line -> read(line.strip(), parser));
        if (lines.isEmpty() && problems.isEmpty()) {
            problems.add("The table is empty");
        }
    }

    private void read(String line, Function<List<String>, L> parser) {
        try {
            if (line.length() > WIDTH) {
                throw new TableException("longer than " + WIDTH + " characters");
            }
            L parsed = parser.apply(List.of(line.split(" {2,}")));
            if (!constants.add(parsed.constant())) {
                throw new TableException("there is a line with this name already");
            }
            lines.add(parsed);
        } catch (TableException e) {
            problems.add("\"" + line + "\": " + e.getMessage());
        }
    }

    List<L> lines() {
        return lines;
    }

    List<String> problems() {
        return problems;
    }
}
