package dev.xeroauth.accounting;

import java.time.Instant;

/** A moment that Xero filters by. Whatever it is compared to is cut down to whole seconds. Immutable. */
public final class InstantField extends FilterField<Instant> {

    InstantField(String name) {
        super(name, Literals::instant);
    }

    /**
     * Only earlier moments.
     *
     * @param moment not among them
     * @return the condition
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public Filter before(Instant moment) {
        return compared("<", moment);
    }

    /**
     * Only later moments.
     *
     * @param moment not among them
     * @return the condition
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public Filter after(Instant moment) {
        return compared(">", moment);
    }

    /**
     * Only this moment and later ones.
     *
     * @param moment the first one
     * @return the condition
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public Filter atOrAfter(Instant moment) {
        return compared(">=", moment);
    }

    /**
     * Only this moment and earlier ones.
     *
     * @param moment the last one
     * @return the condition
     * @throws IllegalArgumentException if it lies outside the years 1 to 9999
     */
    public Filter atOrBefore(Instant moment) {
        return compared("<=", moment);
    }
}
