package dev.xeroauth.redis;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import java.time.Instant;
import java.util.HexFormat;

/**
 * An entry of a due index: the time in 16 hexadecimal digits, then the id. The time is in milliseconds with its sign bit
 * turned over, so that the order of the bytes is that of {@link Due}.
 */
final class DueEntry {

    private static final int TIME_LENGTH = 16;

    private static final Instant LAST = Instant.ofEpochMilli(Long.MAX_VALUE);
    private static final HexFormat HEX = HexFormat.of();

    private DueEntry() {}

    static String of(Due due) {
        return time(due.dueAt()) + due.id();
    }

    static Due read(String entry) {
        return new Due(readTime(entry.substring(0, TIME_LENGTH)), GrantId.of(entry.substring(TIME_LENGTH)));
    }

    /** The end of a range of entries: everything that is due by then. */
    static String upTo(Instant now) {
        return now.isBefore(LAST) ? Pages.behind(time(now.plusMillis(1))) : Pages.TO_THE_END;
    }

    static String time(Instant time) {
        return HEX.toHexDigits(time.toEpochMilli() ^ Long.MIN_VALUE);
    }

    static Instant readTime(String digits) {
        Instant time = Instant.ofEpochMilli(HexFormat.fromHexDigitsToLong(digits) ^ Long.MIN_VALUE);
        if (!time(time).equals(digits)) {
            throw new IllegalArgumentException("Not a time as it is written");
        }
        return time;
    }
}
