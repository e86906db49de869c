package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.Shape;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What has to be sent so that a document becomes another one: its id, and what differs.
 *
 * @param <M> the document
 */
final class DocumentChanges<M extends Document<M, ?>> {

    private final Shape<M> shape;
    private final Field<List<LineItem>> lines;
    private final @Nullable Object[] before;
    private final @Nullable Object[] after;

    DocumentChanges(Shape<M> shape, Field<List<LineItem>> lines, M before, M after) {
        this.shape = shape;
        this.lines = lines;
        this.before = Model.values(before);
        this.after = Model.values(after);
    }

    M by(LineEdits edits) {
        checkKey();
        checkLines(edits.removed());
        return shape.make(changed(edits));
    }

    private @Nullable Object[] changed(LineEdits edits) {
        @Nullable Object[] changed = shape.noValues();
        List<Field<?>> fields = shape.fields();
        for (int i = 0; i < fields.size(); i++) {
            Field<?> field = fields.get(i);
            if (field.isKey() || (field.isWritten() && differs(before[i], after[i]))) {
                changed[i] = after[i];
            }
        }
        if (lines.get(changed) != null || (hasOtherTaxes() && edits.setTaxes())) {
            lines.put(changed, settledLines(edits));
        }
        Map<String, String> unknownBefore = shape.unknown(before);
        shape.unknown(after).forEach((name, json) -> {
            if (!json.equals(unknownBefore.get(name))) {
                shape.addUnknown(changed, name, json);
            }
        });
        return changed;
    }

    /** A list that was left out when it was read and an empty one are the same. */
    private static boolean differs(@Nullable Object before, @Nullable Object after) {
        return !Objects.equals(before, after) && !(before == null && after instanceof List<?> list && list.isEmpty());
    }

    /** Without amounts of before that are no longer right. */
    private List<LineItem> settledLines(LineEdits edits) {
        boolean otherTaxes = hasOtherTaxes();
        Map<UUID, LineItem> old = new HashMap<>();
        lines(before).forEach(line -> line.lineItemId().ifPresent(id -> old.put(id, line)));
        return lines(after).stream()
                .map(line -> line.lineItemId()
                        .map(old::get)
                        .map(was -> LineChange.between(was, line, edits.touchedOf(was), otherTaxes))
                        .orElse(line))
                .toList();
    }

    private boolean hasOtherTaxes() {
        Field<?> types = shape.field("LineAmountTypes");
        return types != null && !Objects.equals(types.get(before), types.get(after));
    }

    private void checkKey() {
        Field<?> key = Objects.requireNonNull(shape.key());
        if (key.get(before) == null) {
            throw new IllegalArgumentException("This document has no id to be changed by; send it whole");
        }
        if (!Objects.equals(key.get(before), key.get(after))) {
            throw new IllegalArgumentException("A change keeps the id " + key.get(before) + " of its document");
        }
    }

    private void checkLines(Set<UUID> removed) {
        Set<UUID> lost = ids(before);
        lost.removeAll(ids(after));
        lost.removeAll(removed);
        if (!lost.isEmpty()) {
            throw new IllegalArgumentException("Xero would delete the lines " + lost
                    + ", which are missing; call removeLineItem if they shall go");
        }
    }

    private Set<UUID> ids(@Nullable Object[] of) {
        Set<UUID> ids = new LinkedHashSet<>();
        lines(of).forEach(line -> line.lineItemId().ifPresent(ids::add));
        return ids;
    }

    private List<LineItem> lines(@Nullable Object[] of) {
        List<LineItem> read = lines.get(of);
        return read == null ? List.of() : read;
    }
}
