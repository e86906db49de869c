package dev.xeroauth;

/**
 * One permission that a user is asked for. The constants are the granular names of 2026; anything else Xero knows can be
 * named with {@link #of}.
 *
 * @param value Xero's name for it, such as {@code accounting.invoices.read}
 */
public record Scope(String value) implements Comparable<Scope> {

    /** What yields a refresh token. Without it a connection ends after 30 minutes. */
    public static final Scope OFFLINE_ACCESS = new Scope("offline_access");
    /** An ID token. */
    public static final Scope OPENID = new Scope("openid");
    /** The user's name. */
    public static final Scope PROFILE = new Scope("profile");
    /** The user's address. */
    public static final Scope EMAIL = new Scope("email");
    /** Reading and writing invoices, credit notes, quotes, purchase orders, items. */
    public static final Scope ACCOUNTING_INVOICES = new Scope("accounting.invoices");
    /** Reading what {@link #ACCOUNTING_INVOICES} writes. */
    public static final Scope ACCOUNTING_INVOICES_READ = new Scope("accounting.invoices.read");
    /** Reading and writing payments, prepayments and overpayments. */
    public static final Scope ACCOUNTING_PAYMENTS = new Scope("accounting.payments");
    /** Reading what {@link #ACCOUNTING_PAYMENTS} writes. */
    public static final Scope ACCOUNTING_PAYMENTS_READ = new Scope("accounting.payments.read");
    /** Reading and writing bank transactions and transfers. */
    public static final Scope ACCOUNTING_BANKTRANSACTIONS = new Scope("accounting.banktransactions");
    /** Reading what {@link #ACCOUNTING_BANKTRANSACTIONS} writes. */
    public static final Scope ACCOUNTING_BANKTRANSACTIONS_READ = new Scope("accounting.banktransactions.read");
    /** Reading and writing contacts. */
    public static final Scope ACCOUNTING_CONTACTS = new Scope("accounting.contacts");
    /** Reading contacts. */
    public static final Scope ACCOUNTING_CONTACTS_READ = new Scope("accounting.contacts.read");
    /** Reading and writing the organisation's settings: accounts, tax rates, tracking. */
    public static final Scope ACCOUNTING_SETTINGS = new Scope("accounting.settings");
    /** Reading the organisation's settings. */
    public static final Scope ACCOUNTING_SETTINGS_READ = new Scope("accounting.settings.read");
    /** Reading and writing attachments. */
    public static final Scope ACCOUNTING_ATTACHMENTS = new Scope("accounting.attachments");
    /** Reading attachments. */
    public static final Scope ACCOUNTING_ATTACHMENTS_READ = new Scope("accounting.attachments.read");

    /**
     * Checks the name.
     *
     * @param value see {@link Scope}
     * @throws IllegalArgumentException if it is empty or holds a character that RFC 6749, section 3.3, does not allow
     */
    public Scope {
        if (value.isEmpty() || !value.chars().allMatch(Scope::isAllowed)) {
            throw new IllegalArgumentException(
                    "A scope has no spaces, quotes, backslashes, control characters or letters beyond ASCII");
        }
    }

    /**
     * A scope that has no constant here.
     *
     * @param value Xero's name for it
     * @return the scope
     * @throws IllegalArgumentException if RFC 6749, section 3.3, does not allow the name
     */
    public static Scope of(String value) {
        return new Scope(value);
    }

    private static boolean isAllowed(int c) {
        return c > ' ' && c < 0x7f && c != '"' && c != '\\';
    }

    @Override
    public int compareTo(Scope other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
