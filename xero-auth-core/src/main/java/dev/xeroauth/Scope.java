package dev.xeroauth;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One permission that a user is asked for. The constants are the granular names of 2026 and the broad ones before them, which end;
 * anything else Xero knows can be named with {@link #of}.
 *
 * @param value Xero's name for it, such as {@code accounting.invoices.read}
 */
public record Scope(String value) implements Comparable<Scope> {

    // Who the user is, and for how long

    /** What yields a refresh token. Without it a connection ends after 30 minutes. */
    public static final Scope OFFLINE_ACCESS = new Scope("offline_access");
    /** An ID token, which says who consented. */
    public static final Scope OPENID = new Scope("openid");
    /** The user's name, in the ID token: for {@link #OPENID} only. */
    public static final Scope PROFILE = new Scope("profile");
    /** The user's address, in the ID token: for {@link #OPENID} only. */
    public static final Scope EMAIL = new Scope("email");

    // Accounting

    /** Reading and writing invoices, credit notes, quotes, purchase orders, repeating invoices, items, linked transactions. */
    public static final Scope ACCOUNTING_INVOICES = new Scope("accounting.invoices");
    /** Reading what {@link #ACCOUNTING_INVOICES} writes. */
    public static final Scope ACCOUNTING_INVOICES_READ = new Scope("accounting.invoices.read");
    /** Reading and writing payments, batch payments, prepayments and overpayments. */
    public static final Scope ACCOUNTING_PAYMENTS = new Scope("accounting.payments");
    /** Reading what {@link #ACCOUNTING_PAYMENTS} writes. */
    public static final Scope ACCOUNTING_PAYMENTS_READ = new Scope("accounting.payments.read");
    /** Reading and writing bank transactions and transfers. */
    public static final Scope ACCOUNTING_BANKTRANSACTIONS = new Scope("accounting.banktransactions");
    /** Reading what {@link #ACCOUNTING_BANKTRANSACTIONS} writes. */
    public static final Scope ACCOUNTING_BANKTRANSACTIONS_READ = new Scope("accounting.banktransactions.read");
    /** Reading and writing manual journals. */
    public static final Scope ACCOUNTING_MANUALJOURNALS = new Scope("accounting.manualjournals");
    /** Reading what {@link #ACCOUNTING_MANUALJOURNALS} writes. */
    public static final Scope ACCOUNTING_MANUALJOURNALS_READ = new Scope("accounting.manualjournals.read");
    /** Reading and writing contacts. */
    public static final Scope ACCOUNTING_CONTACTS = new Scope("accounting.contacts");
    /** Reading what {@link #ACCOUNTING_CONTACTS} writes. */
    public static final Scope ACCOUNTING_CONTACTS_READ = new Scope("accounting.contacts.read");
    /** Reading and writing the organisation's settings: accounts, tax rates, tracking. */
    public static final Scope ACCOUNTING_SETTINGS = new Scope("accounting.settings");
    /** Reading what {@link #ACCOUNTING_SETTINGS} writes. */
    public static final Scope ACCOUNTING_SETTINGS_READ = new Scope("accounting.settings.read");
    /** Reading and writing attachments. */
    public static final Scope ACCOUNTING_ATTACHMENTS = new Scope("accounting.attachments");
    /** Reading what {@link #ACCOUNTING_ATTACHMENTS} writes. */
    public static final Scope ACCOUNTING_ATTACHMENTS_READ = new Scope("accounting.attachments.read");
    /** Reading budgets. */
    public static final Scope ACCOUNTING_BUDGETS_READ = new Scope("accounting.budgets.read");
    /** Reading the journals, for which Xero wants a higher tier. */
    public static final Scope ACCOUNTING_JOURNALS_READ = new Scope("accounting.journals.read");

    // Accounting: reports, which are only read

    /** Aged receivables and payables of a contact. */
    public static final Scope ACCOUNTING_REPORTS_AGED_READ = new Scope("accounting.reports.aged.read");
    /** The balance sheet. */
    public static final Scope ACCOUNTING_REPORTS_BALANCESHEET_READ = new Scope("accounting.reports.balancesheet.read");
    /** The bank summary. */
    public static final Scope ACCOUNTING_REPORTS_BANKSUMMARY_READ = new Scope("accounting.reports.banksummary.read");
    /** The budget summary. */
    public static final Scope ACCOUNTING_REPORTS_BUDGETSUMMARY_READ =
            new Scope("accounting.reports.budgetsummary.read");
    /** The executive summary. */
    public static final Scope ACCOUNTING_REPORTS_EXECUTIVESUMMARY_READ =
            new Scope("accounting.reports.executivesummary.read");
    /** Profit and loss. */
    public static final Scope ACCOUNTING_REPORTS_PROFITANDLOSS_READ =
            new Scope("accounting.reports.profitandloss.read");
    /** The trial balance. */
    public static final Scope ACCOUNTING_REPORTS_TRIALBALANCE_READ = new Scope("accounting.reports.trialbalance.read");
    /** Reports for taxes. */
    public static final Scope ACCOUNTING_REPORTS_TAXREPORTS_READ = new Scope("accounting.reports.taxreports.read");
    /** The 1099 reports of the United States. */
    public static final Scope ACCOUNTING_REPORTS_TENNINETYNINE_READ =
            new Scope("accounting.reports.tenninetynine.read");

    // Accounting: broad scopes that end on 13 September 2027

    /** Reading and writing all documents. Ends: see {@link #successors()}. */
    public static final Scope ACCOUNTING_TRANSACTIONS = new Scope("accounting.transactions");
    /** Reading all documents. Ends: see {@link #successors()}. */
    public static final Scope ACCOUNTING_TRANSACTIONS_READ = new Scope("accounting.transactions.read");
    /** Reading all reports. Ends: see {@link #successors()}. */
    public static final Scope ACCOUNTING_REPORTS_READ = new Scope("accounting.reports.read");

    // Payroll

    /** Reading and writing employees. */
    public static final Scope PAYROLL_EMPLOYEES = new Scope("payroll.employees");
    /** Reading what {@link #PAYROLL_EMPLOYEES} writes. */
    public static final Scope PAYROLL_EMPLOYEES_READ = new Scope("payroll.employees.read");
    /** Reading and writing pay runs. */
    public static final Scope PAYROLL_PAYRUNS = new Scope("payroll.payruns");
    /** Reading what {@link #PAYROLL_PAYRUNS} writes. */
    public static final Scope PAYROLL_PAYRUNS_READ = new Scope("payroll.payruns.read");
    /** Reading and writing payslips. */
    public static final Scope PAYROLL_PAYSLIP = new Scope("payroll.payslip");
    /** Reading what {@link #PAYROLL_PAYSLIP} writes. */
    public static final Scope PAYROLL_PAYSLIP_READ = new Scope("payroll.payslip.read");
    /** Reading and writing timesheets. */
    public static final Scope PAYROLL_TIMESHEETS = new Scope("payroll.timesheets");
    /** Reading what {@link #PAYROLL_TIMESHEETS} writes. */
    public static final Scope PAYROLL_TIMESHEETS_READ = new Scope("payroll.timesheets.read");
    /** Reading and writing the settings of the payroll. */
    public static final Scope PAYROLL_SETTINGS = new Scope("payroll.settings");
    /** Reading what {@link #PAYROLL_SETTINGS} writes. */
    public static final Scope PAYROLL_SETTINGS_READ = new Scope("payroll.settings.read");

    // Files, fixed assets, projects

    /** Reading and writing files and folders. */
    public static final Scope FILES = new Scope("files");
    /** Reading what {@link #FILES} writes. */
    public static final Scope FILES_READ = new Scope("files.read");
    /** Reading and writing fixed assets. */
    public static final Scope ASSETS = new Scope("assets");
    /** Reading what {@link #ASSETS} writes. */
    public static final Scope ASSETS_READ = new Scope("assets.read");
    /** Reading and writing projects, their tasks and times. */
    public static final Scope PROJECTS = new Scope("projects");
    /** Reading what {@link #PROJECTS} writes. */
    public static final Scope PROJECTS_READ = new Scope("projects.read");

    // The app itself, by client credentials: no user can be asked for them

    /** All connections of the app. No user can be asked for it. */
    public static final Scope APP_CONNECTIONS = new Scope("app.connections");
    /** Billing through Xero's app store. No user can be asked for it. */
    public static final Scope MARKETPLACE_BILLING = new Scope("marketplace.billing");

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

    /**
     * The day on which a broad scope ends. Apps created since 2 March 2026 cannot ask for one at all.
     *
     * @return the day that Xero has announced; nothing for a scope that stays
     */
    public Optional<LocalDate> endsOn() {
        return BroadScope.of(this).map(BroadScope::endsOn);
    }

    /**
     * What to ask for in the place of a broad scope: whichever of these the application needs.
     *
     * @return the scopes that permit together what this one does; empty for a scope that stays
     */
    public List<Scope> successors() {
        return BroadScope.of(this).map(BroadScope::successors).orElse(List.of());
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
