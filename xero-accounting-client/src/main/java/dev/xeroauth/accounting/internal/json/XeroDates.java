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

    static @Nullable Instant instant(JsonParser parser) throws IOException {
        if (isEmpty(parser)) {
            return null;
        }
        long millis = millis(parser);
        return millis == MicrosoftDate.NONE ? iso(parser) : Instant.ofEpochMilli(millis);
    }

    static @Nullable LocalDate date(JsonParser parser) throws IOException {
        if (isEmpty(parser)) {
            return null;
        }
        long millis = millis(parser);
        return millis == MicrosoftDate.NONE
                ? LocalDate.ofInstant(iso(parser), ZoneOffset.UTC)
                : LocalDate.ofEpochDay(Math.floorDiv(millis, MILLIS_PER_DAY));
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

    private static Instant iso(JsonParser parser) throws IOException {
        try {
            TemporalAccessor read =
                    ISO.parseBest(parser.getText(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
            if (read instanceof OffsetDateTime withOffset) {
                return withOffset.toInstant();
            }
            return read instanceof LocalDateTime time
                    ? time.toInstant(ZoneOffset.UTC)
                    : LocalDate.from(read).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException e) {
            throw new UnreadableValueException(parser, "date"); // the cause would show the value
        }
    }
}
