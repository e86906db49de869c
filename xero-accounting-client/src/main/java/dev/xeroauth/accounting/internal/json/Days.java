package dev.xeroauth.accounting.internal.json;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Makes dates. One that came before in the same answer is the same object, as long as its place was not needed. */
final class Days {

    private static final int SIZE = 1 << 9;

    private final long[] days = new long[SIZE];
    private final @Nullable LocalDate[] shared = new LocalDate[SIZE];

    LocalDate of(long epochDay) {
        int place = (int) epochDay & (SIZE - 1);
        LocalDate known = shared[place];
        if (known != null && days[place] == epochDay) {
            return known;
        }
        LocalDate made = LocalDate.ofEpochDay(epochDay);
        days[place] = epochDay;
        shared[place] = made;
        return made;
    }
}
