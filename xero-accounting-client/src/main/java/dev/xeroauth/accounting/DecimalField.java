package dev.xeroauth.accounting;

import java.math.BigDecimal;

/** A number or an amount that Xero filters by. Immutable. */
public final class DecimalField extends FilterField<BigDecimal> {

    DecimalField(String name) {
        super(name, Literals::decimal);
    }

    /**
     * Only where the field is greater.
     *
     * @param value what it is compared to
     * @return the condition
     * @throws IllegalArgumentException if it has more than 28 digits on either side of its point
     */
    public Filter moreThan(BigDecimal value) {
        return compared(">", value);
    }

    /**
     * Only where the field is greater or the same.
     *
     * @param value what it is compared to
     * @return the condition
     * @throws IllegalArgumentException if it has more than 28 digits on either side of its point
     */
    public Filter atLeast(BigDecimal value) {
        return compared(">=", value);
    }

    /**
     * Only where the field is less.
     *
     * @param value what it is compared to
     * @return the condition
     * @throws IllegalArgumentException if it has more than 28 digits on either side of its point
     */
    public Filter lessThan(BigDecimal value) {
        return compared("<", value);
    }

    /**
     * Only where the field is less or the same.
     *
     * @param value what it is compared to
     * @return the condition
     * @throws IllegalArgumentException if it has more than 28 digits on either side of its point
     */
    public Filter atMost(BigDecimal value) {
        return compared("<=", value);
    }
}
