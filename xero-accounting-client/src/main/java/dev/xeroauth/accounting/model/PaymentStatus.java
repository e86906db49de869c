package dev.xeroauth.accounting.model;

/** Whether a payment counts. Immutable; values that Xero adds later are kept. */
public final class PaymentStatus extends OpenEnum {

    private static final Constants<PaymentStatus> CONSTANTS = new Constants<>(PaymentStatus::new);

    /** It counts. */
    public static final PaymentStatus AUTHORISED = CONSTANTS.add("AUTHORISED");

    /** It was taken back. */
    public static final PaymentStatus DELETED = CONSTANTS.add("DELETED");

    private PaymentStatus(String value, boolean known) {
        super(value, known);
    }

    /**
     * The value for a text; one of the constants if there is one for it.
     *
     * @param value as Xero writes it, capitals included
     * @return the value
     * @throws IllegalArgumentException if the text is empty
     */
    public static PaymentStatus of(String value) {
        return CONSTANTS.of(value);
    }
}
