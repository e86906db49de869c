package dev.xeroauth.accounting.model;

/** Whether a contact is in use. Immutable; values that Xero adds later are kept. */
public final class ContactStatus extends OpenEnum {

    private static final Constants<ContactStatus> CONSTANTS = new Constants<>(ContactStatus::new);

    /** In use. */
    public static final ContactStatus ACTIVE = CONSTANTS.add("ACTIVE");

    /** Put away; may be brought back. */
    public static final ContactStatus ARCHIVED = CONSTANTS.add("ARCHIVED");

    /** To be erased at the wish of the person. */
    public static final ContactStatus GDPRREQUEST = CONSTANTS.add("GDPRREQUEST");

    private ContactStatus(String value, boolean known) {
        super(value, known);
    }

    /**
     * The value for a text; one of the constants if there is one for it.
     *
     * @param value as Xero writes it, capitals included
     * @return the value
     * @throws IllegalArgumentException if the text is empty
     */
    public static ContactStatus of(String value) {
        return CONSTANTS.of(value);
    }
}
