package dev.xeroauth.accounting.model;

/** Where an invoice is in its life. Immutable; values that Xero adds later are kept. */
public final class InvoiceStatus extends OpenEnum {

    private static final Constants<InvoiceStatus> CONSTANTS = new Constants<>(InvoiceStatus::new);

    /** Written, but not part of the accounts. */
    public static final InvoiceStatus DRAFT = CONSTANTS.add("DRAFT");

    /** Waits for approval. */
    public static final InvoiceStatus SUBMITTED = CONSTANTS.add("SUBMITTED");

    /** Approved and owed; part of the accounts. */
    public static final InvoiceStatus AUTHORISED = CONSTANTS.add("AUTHORISED");

    /** Covered by payments or credits. Xero sets it. */
    public static final InvoiceStatus PAID = CONSTANTS.add("PAID");

    /** Was approved, and then cancelled. */
    public static final InvoiceStatus VOIDED = CONSTANTS.add("VOIDED");

    /** Was never approved, and then removed. */
    public static final InvoiceStatus DELETED = CONSTANTS.add("DELETED");

    private InvoiceStatus(String value, boolean known) {
        super(value, known);
    }

    /**
     * The value for a text; one of the constants if there is one for it.
     *
     * @param value as Xero writes it, capitals included
     * @return the value
     * @throws IllegalArgumentException if the text is empty
     */
    public static InvoiceStatus of(String value) {
        return CONSTANTS.of(value);
    }
}
