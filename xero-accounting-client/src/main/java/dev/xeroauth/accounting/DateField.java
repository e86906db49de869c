package dev.xeroauth.accounting;

import java.time.LocalDate;

/** A calendar date that Xero filters by. Immutable. */
public final class DateField extends FilterField<LocalDate> {

    DateField(String name) {
        super(name, Literals::date);
    }

    /**
     * Only earlier days.
     *
     * @param day not among them
     * @return the condition
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public Filter before(LocalDate day) {
        return compared("<", day);
    }

    /**
     * Only this day and earlier ones.
     *
     * @param day the last one
     * @return the condition
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public Filter onOrBefore(LocalDate day) {
        return compared("<=", day);
    }

    /**
     * Only later days.
     *
     * @param day not among them
     * @return the condition
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public Filter after(LocalDate day) {
        return compared(">", day);
    }

    /**
     * Only this day and later ones.
     *
     * @param day the first one
     * @return the condition
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public Filter onOrAfter(LocalDate day) {
        return compared(">=", day);
    }

    /**
     * Only the days from one to another, such as those of a month.
     *
     * @param first the first one
     * @param last the last one, which may be the first
     * @return the condition
     * @throws IllegalArgumentException if the last comes before the first, or one lies outside the years 1 to 9999
     */
    public Filter between(LocalDate first, LocalDate last) {
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("No day lies between " + first + " and " + last + ": swap them");
        }
        return onOrAfter(first).and(onOrBefore(last));
    }
}
