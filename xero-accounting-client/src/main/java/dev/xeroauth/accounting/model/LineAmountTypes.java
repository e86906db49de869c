package dev.xeroauth.accounting.model;

/** Whether the lines of a document hold tax. Immutable; values that Xero adds later are kept. */
public final class LineAmountTypes extends OpenEnum {

    private static final Constants<LineAmountTypes> CONSTANTS = new Constants<>(LineAmountTypes::new);

    /** Line amounts are before tax. */
    public static final LineAmountTypes EXCLUSIVE = CONSTANTS.add("Exclusive");

    /** Line amounts hold the tax. */
    public static final LineAmountTypes INCLUSIVE = CONSTANTS.add("Inclusive");

    /** There is no tax on the lines. */
    public static final LineAmountTypes NO_TAX = CONSTANTS.add("NoTax");

    private LineAmountTypes(String value, boolean known) {
        super(value, known);
    }

    /**
     * The value for a text; one of the constants if there is one for it.
     *
     * @param value as Xero writes it, capitals included
     * @return the value
     * @throws IllegalArgumentException if the text is empty
     */
    public static LineAmountTypes of(String value) {
        return CONSTANTS.of(value);
    }
}
