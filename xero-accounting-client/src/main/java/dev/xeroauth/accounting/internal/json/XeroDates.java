package dev.xeroauth.accounting.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads Xero's dates: {@code /Date(1518685950940+0000)/}, where the number is milliseconds since the epoch in UTC and the
 * offset is decoration, or ISO 8601, where a time without an offset is UTC. The zone of the host is never asked for.
 */
final class XeroDates {

    private static final long MILLIS_PER_DAY = 86_400_000;

    private static final DateTimeFormatter ISO = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart()
            .appendLiteral('T')
            .append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart()
            .appendOffsetId()
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT)
            .withChronology(IsoChronology.INSTANCE);

    private XeroDates() {}

    static @Nullable Instant instant(Input in) throws IOException {
        JsonParser parser = in.parser();
        if (isEmpty(parser)) {
            return null;
        }
        long millis = millis(parser);
        return millis == MicrosoftDate.NONE ? isoInstant(in) : Instant.ofEpochMilli(millis);
    }

    static @Nullable LocalDate date(Input in) throws IOException {
        JsonParser parser = in.parser();
        if (isEmpty(parser)) {
            return null;
        }
        long millis = millis(parser);
        return in.days().of(millis == MicrosoftDate.NONE ? isoDay(in) : Math.floorDiv(millis, MILLIS_PER_DAY));
    }

    /** The moment in a text, in any way of ISO 8601; null if there is none. */
    static @Nullable Instant moment(String text) {
        try {
            TemporalAccessor read = ISO.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime withOffset) {
                return withOffset.toInstant();
            }
            return read instanceof LocalDateTime time
                    ? time.toInstant(ZoneOffset.UTC)
                    : LocalDate.from(read).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    /** The moment in a text of either kind; empty if there is none. */
    static Optional<Instant> anyMoment(String text) {
        long millis = MicrosoftDate.millis(text.toCharArray(), 0, text.length());
        return Optional.ofNullable(millis == MicrosoftDate.NONE ? moment(text) : Instant.ofEpochMilli(millis));
    }

    static long day(Instant moment) {
        return LocalDate.ofInstant(moment, ZoneOffset.UTC).toEpochDay();
    }

    private static boolean isEmpty(JsonParser parser) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new UnreadableValueException(parser, "date");
        }
        return parser.getTextLength() == 0;
    }

    private static long millis(JsonParser parser) throws IOException {
        return MicrosoftDate.millis(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength());
    }

    private static Instant isoInstant(Input in) throws IOException {
        IsoTime time = in.isoTime();
        return isPlain(in) ? Instant.ofEpochSecond(time.epochSecond(), time.nanos()) : unusual(in.parser());
    }

    private static long isoDay(Input in) throws IOException {
        return isPlain(in) ? in.isoTime().epochDay() : day(unusual(in.parser()));
    }

    private static boolean isPlain(Input in) throws IOException {
        JsonParser parser = in.parser();
        return in.isoTime().parse(parser.getTextCharacters(), parser.getTextOffset(), parser.getTextLength()) != null;
    }

    private static Instant unusual(JsonParser parser) throws IOException {
        Instant moment = moment(parser.getText());
        if (moment == null) {
            throw new UnreadableValueException(parser, "date");
        }
        return moment;
    }
}
