package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads a date or moment that comes twice: as itself and as the text of its companion, in either order. Of a companion
 * that says the same only the {@link TimeForm} is kept, otherwise its text. Where it came alone, it is the value too.
 */
final class Companions {

    private Companions() {}

    /** Takes the value of the main field, where the companion may have been before. */
    static void put(Field<?> main, @Nullable Object[] values, @Nullable Object value) {
        Field<?> companion = main.companion();
        Object before = values[main.index()];
        if (value == null || value.equals(before)) {
            return;
        }
        if (companion != null && before != null && values[companion.index()] instanceof TimeForm form) {
            values[companion.index()] = form.text(before);
        }
        values[main.index()] = value;
    }

    static void read(Field<?> companion, @Nullable Object[] values, Input in) throws IOException {
        JsonParser parser = in.parser();
        Field<?> main = companion.main();
        TimeForm form = form(in);
        Object said = form == null ? null : said(main, in);
        Object before = values[main.index()];
        if (said != null && (before == null || before.equals(said))) {
            values[main.index()] = before == null ? said : before;
            values[companion.index()] = form;
            return;
        }
        String text = in.texts().read(parser);
        values[companion.index()] = text;
        if (before == null) {
            values[main.index()] = unusual(main, text, in);
        }
    }

    private static @Nullable TimeForm form(Input in) throws IOException {
        JsonParser parser = in.parser();
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? in.isoTime().parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength())
                : null;
    }

    /** What the companion says; null where a date has a time of day, which the form and the date alone would lose. */
    private static @Nullable Object said(Field<?> main, Input in) {
        IsoTime time = in.isoTime();
        if (main.kind() == Kind.INSTANT) {
            return Instant.ofEpochSecond(time.epochSecond(), time.nanos());
        }
        return time.isMidnight() ? in.days().of(time.epochDay()) : null;
    }

    private static @Nullable Object unusual(Field<?> main, String text, Input in) {
        Instant moment = XeroDates.moment(text);
        return moment == null || main.kind() == Kind.INSTANT
                ? moment
                : in.days().of(XeroDates.day(moment));
    }

    /** The text of a companion that is kept in a model, or null. */
    static @Nullable String text(Field<?> companion, @Nullable Object[] values) {
        Object kept = values[companion.index()];
        if (kept instanceof TimeForm form) {
            Object value = values[companion.main().index()];
            return value == null ? null : form.text(value);
        }
        return Objects.toString(kept, null);
    }
}
