package dev.xeroauth.accounting;

import dev.xeroauth.accounting.internal.sync.CursorText;
import dev.xeroauth.accounting.internal.sync.CursorText.Content;
import dev.xeroauth.accounting.internal.sync.Place;
import dev.xeroauth.accounting.internal.sync.RefusedCursorException;
import dev.xeroauth.accounting.internal.sync.RefusedCursorException.Why;
import java.time.Instant;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Where a sync goes on. It belongs to one organisation and one kind of document, and holds no customer's data. Its text is
 * kept by the application. Immutable.
 */
public final class SyncCursor {

    private final Content content;
    private final String text;

    private SyncCursor(Content content, String text) {
        this.content = content;
        this.text = text;
    }

    /**
     * For a first sync, which delivers everything.
     *
     * @return a cursor for any organisation
     */
    public static SyncCursor start() {
        return made(new Content(Place.start(), OptionalLong.empty()));
    }

    /**
     * For a first sync, which delivers what has changed since then.
     *
     * @param moment by Xero's clock; it may deliver what has changed shortly before
     * @return a cursor for any organisation
     */
    public static SyncCursor since(Instant moment) {
        Instant readable = Literals.readable(moment);
        return readable.isBefore(Instant.EPOCH)
                ? start()
                : made(new Content(Place.since(readable.toEpochMilli()), OptionalLong.empty()));
    }

    /**
     * A cursor that was stored.
     *
     * @param text {@link #text()}, unchanged
     * @return the cursor
     * @throws SyncCursorException if it is damaged, or was made by a later version of this library
     */
    public static SyncCursor of(String text) {
        try {
            return new SyncCursor(CursorText.read(text), text);
        } catch (RefusedCursorException e) {
            throw new SyncCursorException(e);
        }
    }

    static SyncCursor at(Place place, long list) {
        return made(new Content(place, OptionalLong.of(list)));
    }

    private static SyncCursor made(Content content) {
        return new SyncCursor(content, CursorText.write(content));
    }

    /**
     * The cursor as text, to be stored.
     *
     * @return up to 850 letters, digits, {@code -} and {@code _}; mostly some tens of them
     */
    public String text() {
        return text;
    }

    Place place() {
        return content.place();
    }

    /** @throws SyncCursorException if it is for another list */
    void check(long list) {
        if (content.list().isPresent() && content.list().getAsLong() != list) {
            throw new SyncCursorException(new RefusedCursorException(Why.OTHER_LIST));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SyncCursor that && that.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** {@return the text} */
    @Override
    public String toString() {
        return text;
    }
}
