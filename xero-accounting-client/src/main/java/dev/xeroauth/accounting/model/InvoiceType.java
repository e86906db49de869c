package dev.xeroauth.accounting.model;

/** Which way the money goes, and what for. Immutable; values that Xero adds later are kept. */
public final class InvoiceType extends OpenEnum {

    private static final Constants<InvoiceType> CONSTANTS = new Constants<>(InvoiceType::new);

    /** A sale: money to be received. */
    public static final InvoiceType ACCREC = CONSTANTS.add("ACCREC");

    /** A bill: money to be paid. */
    public static final InvoiceType ACCPAY = CONSTANTS.add("ACCPAY");

    /** A credit note given to a customer. */
    public static final InvoiceType ACCRECCREDIT = CONSTANTS.add("ACCRECCREDIT");

    /** A credit note got from a supplier. */
    public static final InvoiceType ACCPAYCREDIT = CONSTANTS.add("ACCPAYCREDIT");

    /** More received than was owed. */
    public static final InvoiceType AROVERPAYMENT = CONSTANTS.add("AROVERPAYMENT");

    /** More paid than was owed. */
    public static final InvoiceType APOVERPAYMENT = CONSTANTS.add("APOVERPAYMENT");

    /** Received ahead of an invoice. */
    public static final InvoiceType ARPREPAYMENT = CONSTANTS.add("ARPREPAYMENT");

    /** Paid ahead of a bill. */
    public static final InvoiceType APPREPAYMENT = CONSTANTS.add("APPREPAYMENT");

    private InvoiceType(String value, boolean known) {
        super(value, known);
    }

    /**
     * The value for a text; one of the constants if there is one for it.
     *
     * @param value as Xero writes it, capitals included
     * @return the value
     * @throws IllegalArgumentException if the text is empty
     */
    public static InvoiceType of(String value) {
        return CONSTANTS.of(value);
    }
}
