package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the builders of documents with lines have in common. Not thread-safe.
 *
 * @param <M> the document
 * @param <B> the builder itself
 */
abstract class DocumentBuilder<M extends Document<M, B>, B extends DocumentBuilder<M, B>> extends ModelBuilder<M, B> {

    private final Field<List<LineItem>> lines;
    private final Set<UUID> removed = new HashSet<>();
    private final Class<M> type;
    private final boolean linesUnseen; // whether it was made from a document without lines
    private boolean linesSet;

    DocumentBuilder(Class<M> type, Field<List<LineItem>> lines) {
        super(type);
        this.type = type;
        this.lines = lines;
        this.linesUnseen = false;
    }

    DocumentBuilder(Class<M> type, M original, Field<List<LineItem>> lines) {
        super(type, original);
        this.type = type;
        this.lines = lines;
        this.linesUnseen = key(values) != null && lines(values).isEmpty();
    }

    /**
     * {@return this, with all its lines set}
     *
     * @param lineItems all lines that it shall have: Xero deletes those that are left out
     * @throws IllegalArgumentException if two of them have the same id
     */
    public final B lineItems(List<LineItem> lineItems) {
        Set<UUID> ids = new HashSet<>();
        for (LineItem line : lineItems) {
            line.lineItemId().filter(id -> !ids.add(id)).ifPresent(id -> {
                throw new IllegalArgumentException("The line " + id + " is in the list twice");
            });
        }
        linesSet = true;
        return setList(lines, lineItems);
    }

    /**
     * {@return this, with one more line at the end}
     *
     * @param line the line, without an id
     * @throws IllegalArgumentException if the line has an id, or if the document was read without its lines
     */
    public final B addLineItem(LineItem line) {
        line.lineItemId().ifPresent(id -> {
            throw new IllegalArgumentException("The line " + id
                    + " is one that Xero has: change it by changeLineItem, or build a new one without an id");
        });
        List<LineItem> all = editable();
        all.add(line);
        return setList(lines, all);
    }

    /**
     * {@return this, with one of its lines changed} Where a change of quantity, price, discount, item or tax type makes the
     * line's amount or tax wrong, that is left to Xero, unless the change sets it too. A change of the account alone leaves
     * both as they are, since the tax follows from the line's tax type. An account's code and id, a discount's rate and
     * amount, and the name and id of a tracking option each say the same thing: when one of them is changed, the other is
     * left out.
     *
     * @param id of the line
     * @param change sets what shall be different, on a builder with everything set as it is in the line
     * @throws IllegalArgumentException if the document was read without its lines, or has no such line
     */
    public final B changeLineItem(UUID id, Consumer<? super LineItem.Builder> change) {
        List<LineItem> all = editable();
        LineItem line = find(id);
        all.set(all.indexOf(line), LineChange.of(line, change));
        return setList(lines, all);
    }

    /**
     * {@return this, without one of its lines}
     *
     * @param id of the line
     * @throws IllegalArgumentException if the document was read without its lines, or has no such line
     */
    public final B removeLineItem(UUID id) {
        List<LineItem> all = editable();
        all.remove(find(id));
        removed.add(id);
        return setList(lines, all);
    }

    private List<LineItem> editable() {
        if (linesUnseen && !linesSet) {
            throw withoutLines();
        }
        return new ArrayList<>(lines(values));
    }

    private LineItem find(UUID id) {
        return lines(values).stream()
                .filter(line -> line.lineItemId().equals(Optional.of(id)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no line " + id + " in this document"));
    }

    /** The id, and what differs from the document that this builder was made from. */
    final M changesSince(M original) {
        if (linesUnseen && !lines(values).isEmpty()) {
            throw withoutLines();
        }
        return new DocumentChanges<>(shape, lines, original, build()).without(removed);
    }

    /** The refusal to touch lines that nobody saw. */
    private IllegalArgumentException withoutLines() {
        String key = Objects.requireNonNull(shape.key()).name();
        String setter = key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1, key.length() - 2) + "Id";
        return new IllegalArgumentException(
                "This document was read without lines; read it by its id first. If it has none" + " there either, send "
                        + type.getSimpleName() + ".builder()." + setter + "(id).lineItems(all)");
    }

    private List<LineItem> lines(@Nullable Object[] of) {
        List<LineItem> read = lines.get(of);
        return read == null ? List.of() : read;
    }

    private @Nullable Object key(@Nullable Object[] of) {
        Field<?> key = shape.key();
        return key == null ? null : key.get(of);
    }
}
