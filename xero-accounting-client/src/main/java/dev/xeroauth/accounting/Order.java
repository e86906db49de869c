package dev.xeroauth.accounting;

/** By what a list is ordered, such as {@code InvoiceFilters.DUE_DATE.ascending()}. Immutable. */
public final class Order {

    private final String expression;

    Order(String expression) {
        this.expression = expression;
    }

    /**
     * The order as it is sent.
     *
     * @return such as {@code DueDate ASC}
     */
    public String expression() {
        return expression;
    }

    @Override
    public String toString() {
        return expression;
    }
}
