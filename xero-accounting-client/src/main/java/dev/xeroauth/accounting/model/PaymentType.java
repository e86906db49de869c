package dev.xeroauth.accounting.model;

/** What a payment was made against. Immutable; values that Xero adds later are kept. */
public final class PaymentType extends OpenEnum {

    private static final Constants<PaymentType> CONSTANTS = new Constants<>(PaymentType::new);

    /** A sales invoice. */
    public static final PaymentType ACCRECPAYMENT = CONSTANTS.add("ACCRECPAYMENT");

    /** A bill. */
    public static final PaymentType ACCPAYPAYMENT = CONSTANTS.add("ACCPAYPAYMENT");

    /** A credit note given to a customer, refunded. */
    public static final PaymentType ARCREDITPAYMENT = CONSTANTS.add("ARCREDITPAYMENT");

    /** A credit note got from a supplier, refunded. */
    public static final PaymentType APCREDITPAYMENT = CONSTANTS.add("APCREDITPAYMENT");

    /** An overpayment received, refunded. */
    public static final PaymentType AROVERPAYMENTPAYMENT = CONSTANTS.add("AROVERPAYMENTPAYMENT");

    /** An overpayment made, refunded. */
    public static final PaymentType APOVERPAYMENTPAYMENT = CONSTANTS.add("APOVERPAYMENTPAYMENT");

    /** A prepayment received, refunded. */
    public static final PaymentType ARPREPAYMENTPAYMENT = CONSTANTS.add("ARPREPAYMENTPAYMENT");

    /** A prepayment made, refunded. */
    public static final PaymentType APPREPAYMENTPAYMENT = CONSTANTS.add("APPREPAYMENTPAYMENT");

    private PaymentType(String value, boolean known) {
        super(value, known);
    }

    /**
     * The value for a text; one of the constants if there is one for it.
     *
     * @param value as Xero writes it, capitals included
     * @return the value
     * @throws IllegalArgumentException if the text is empty
     */
    public static PaymentType of(String value) {
        return CONSTANTS.of(value);
    }
}
