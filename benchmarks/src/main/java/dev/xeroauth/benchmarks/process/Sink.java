package dev.xeroauth.benchmarks.process;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Takes something of every invoice, so that all readers prove the same, and notes when the first page is read. */
final class Sink {

    private long sum;
    private int pages;
    private long first;

    void invoice(UUID id, LocalDate date, BigDecimal total, int lines) {
        sum += id.hashCode() + 31L * date.toEpochDay() + total.unscaledValue().longValue() + lines;
    }

    void pageEnds() {
        if (pages++ == 0) {
            first = System.nanoTime();
        }
    }

    long sum() {
        return sum;
    }

    int pages() {
        return pages;
    }

    /** By {@link System#nanoTime()}. */
    long first() {
        return first;
    }
}
