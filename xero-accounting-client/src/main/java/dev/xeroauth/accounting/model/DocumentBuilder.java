package dev.xeroauth.accounting.model;

import dev.xeroauth.accounting.internal.json.Field;
import dev.xeroauth.accounting.internal.json.ReadList;
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
    private final LineEdits edits = new LineEdits();
    private final Class<M> type;
    private final boolean hadLines; // when it was made
    private final boolean linesUnseen; // whether it was made from a document without lines
    private boolean linesSet;

    DocumentBuilder(Class<M> type, Field<List<LineItem>> lines) {
        super(type);
        this.type = type;
        this.lines = lines;
        this.hadLines = false;
        this.linesUnseen = false;
    }

    DocumentBuilder(Class<M> type, M original, Field<List<LineItem>> lines) {
        super(type, original);
        this.type = type;
        this.lines = lines;
        this.hadLines = !lines(values).isEmpty();
        this.linesUnseen = key(values) != null && !hadLines;
    }

    /**
     * {@return this, with all its lines set} In {@code changes(...)} an amount or tax that is the same as before counts as
     * left over, and goes the way of {@link #changeLineItem}: set it there where it is meant.
     *
     * @param lineItems all lines that it shall have: Xero deletes those that are left out, and all of them for {@code
     *     List.of()}; an empty list as it came with a document is not sent
     * @throws IllegalArgumentException if two of them have the same id
     */
    public final B lineItems(List<LineItem> lineItems) {
        Set<UUID> ids = new HashSet<>();
        for (LineItem line : lineItems) {
            line.lineItemId().filter(id -> !ids.add(id)).ifPresent(id -> {
                throw new IllegalArgumentException("The line " + id + " is in the list twice");
            });
        }
        linesSet = !ReadList.isEmptyAsRead(lineItems);
        edits.replaceLines();
        return setList(lines, lineItems);
    }

    /**
     * {@return this, with one more line at the end} The lines before it have to be known: a builder with the id of a
     * document and added lines alone is refused by {@link #build}.
     *
     * @param line the line, without an id
     * @throws IllegalArgumentException if the line has an id, or if the document was read without its lines or with rounded
     *     prices
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
     * line's amount or tax wrong, that is left to Xero, unless the change sets it too, if only to what it was. A change of
     * the account alone leaves both as they are, since the tax follows from the line's tax type. An account's code and id, a
     * discount's rate and amount, and the name and id of a tracking option each say the same thing: when one of them is
     * changed, the other is left out, unless it is set as well.
     *
     * @param id of the line
     * @param change sets what shall be different, on a builder with everything set as it is in the line
     * @throws IllegalArgumentException if the document was read without its lines or with rounded prices, or has no such
     *     line
     */
    public final B changeLineItem(UUID id, Consumer<? super LineItem.Builder> change) {
        List<LineItem> all = editable();
        LineItem line = find(id);
        LineItem.Builder changed = line.toBuilder();
        change.accept(changed);
        all.set(all.indexOf(line), LineChange.of(line, changed));
        edits.touch(id, changed.touched);
        return setList(lines, all);
    }

    /**
     * {@return this, without one of its lines}
     *
     * @param id of the line
     * @throws IllegalArgumentException if the document was read without its lines or with rounded prices, or has no such
     *     line
     */
    public final B removeLineItem(UUID id) {
        List<LineItem> all = editable();
        all.remove(find(id));
        edits.remove(id);
        return setList(lines, all);
    }

    private List<LineItem> editable() {
        if (linesUnseen && !linesSet) {
            throw withoutLines();
        }
        if (ReadList.isRounded(lines.get(values))) {
            throw withRoundedPrices();
        }
        return new ArrayList<>(lines(values));
    }

    private LineItem find(UUID id) {
        return lines(values).stream()
                .filter(line -> line.lineItemId().equals(Optional.of(id)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no line " + id + " in this document"));
    }

    /**
     * Makes the object. The builder may be used again.
     *
     * @return an immutable object with the values that are set now
     * @throws IllegalArgumentException if it has an id and lines that were added to none: sent, they would be all lines of
     *     the document, and Xero would delete those that it has
     */
    @Override
    public final M build() {
        if (key(values) != null && !hadLines && !linesSet && !lines(values).isEmpty()) {
            throw new IllegalArgumentException("Xero would delete the lines that " + key(values)
                    + " has, as these are sent as all of them: take changes(...addLineItem(line)) of the document as it"
                    + " was read, or lineItems(all) if these are all");
        }
        return super.build();
    }

    /** The id, and what differs from the document that this builder was made from. */
    final M changesSince(M original) {
        if (linesUnseen && !lines(values).isEmpty()) {
            throw withoutLines();
        }
        List<LineItem> before = lines.get(Model.values(original));
        if (ReadList.isRounded(before) && !lines(values).equals(before)) {
            throw withRoundedPrices();
        }
        return new DocumentChanges<>(shape, lines, original, build()).by(edits);
    }

    /** The refusal to touch lines that nobody saw. */
    private IllegalArgumentException withoutLines() {
        String key = Objects.requireNonNull(shape.key()).name();
        String setter = key.substring(0, 1).toLowerCase(Locale.ROOT) + key.substring(1, key.length() - 2) + "Id";
        return new IllegalArgumentException(
                "This document was read without lines; read it by its id first. If it has none" + " there either, send "
                        + type.getSimpleName() + ".builder()." + setter + "(id).lineItems(all)");
    }

    /** The refusal to send prices that are not the ones that Xero has. */
    private static IllegalArgumentException withRoundedPrices() {
        return new IllegalArgumentException(
                "This document was read with rounded prices, which a change of its lines would"
                        + " write: read it by its id first");
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
