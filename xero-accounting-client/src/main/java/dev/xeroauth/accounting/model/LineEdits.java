package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a builder of a document was told about its lines, one by one. Not thread-safe. */
final class LineEdits {

    private final Set<UUID> removed = new HashSet<>();
    private final Map<UUID, Set<Field<?>>> touched = new HashMap<>();

    void remove(UUID line) {
        removed.add(line);
    }

    void touch(UUID line, Set<Field<?>> fields) {
        touched.computeIfAbsent(line, id -> new HashSet<>()).addAll(fields);
    }

    /** The lines are others now; those that were removed may still be missing. */
    void replaceLines() {
        touched.clear();
    }

    /** The lines that shall go. */
    Set<UUID> removed() {
        return removed;
    }

    /** What changes of a line have set, to another value or to the same. */
    Set<Field<?>> touchedOf(LineItem line) {
        return line.lineItemId().map(touched::get).orElse(Set.of());
    }

    /** Whether a line's tax was set. */
    boolean setTaxes() {
        return touched.values().stream().flatMap(Set::stream).map(Field::name).anyMatch(LineChange.TAXES::contains);
    }
}
