package dev.xeroauth.accounting;

import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.accounting.model.InvoiceType;

/**
 * What invoices can be filtered and ordered by. Xero has an index for the type, the status, the reference, the dates, what is
 * due and what is paid, and the contact's id, name and number; another filter may fail over large organisations.
 */
public final class InvoiceFilters {

    /** Sale or bill. */
    public static final EnumField<InvoiceType> TYPE = new EnumField<>("Type", InvoiceType::value);

    /** Draft, authorised, paid and so on; {@link InvoiceQuery.Builder#statuses} is faster. */
    public static final EnumField<InvoiceStatus> STATUS = new EnumField<>("Status", InvoiceStatus::value);

    /** Xero's id; {@link InvoiceQuery.Builder#ids} is faster. */
    public static final IdField INVOICE_ID = new IdField("InvoiceID");

    /** The number on it; {@link InvoiceQuery.Builder#invoiceNumbers} is faster. */
    public static final TextField INVOICE_NUMBER = new TextField("InvoiceNumber");

    /** The reference of a sale. */
    public static final TextField REFERENCE = new TextField("Reference");

    /** The day it was issued. */
    public static final DateField DATE = new DateField("Date");

    /** The day it has to be paid. */
    public static final DateField DUE_DATE = new DateField("DueDate");

    /** The day a sale is expected to be paid. */
    public static final DateField EXPECTED_PAYMENT_DATE = new DateField("ExpectedPaymentDate");

    /** The day a bill is planned to be paid. */
    public static final DateField PLANNED_PAYMENT_DATE = new DateField("PlannedPaymentDate");

    /** The day its last payment was made. */
    public static final DateField FULLY_PAID_ON_DATE = new DateField("FullyPaidOnDate");

    /** When it last changed; {@code modifiedSince} of a query is faster. */
    public static final InstantField UPDATED_DATE_UTC = new InstantField("UpdatedDateUTC");

    /** Its amount without tax. */
    public static final DecimalField SUB_TOTAL = new DecimalField("SubTotal");

    /** Its tax. */
    public static final DecimalField TOTAL_TAX = new DecimalField("TotalTax");

    /** Its amount with tax. */
    public static final DecimalField TOTAL = new DecimalField("Total");

    /** What is still to be paid. */
    public static final DecimalField AMOUNT_DUE = new DecimalField("AmountDue");

    /** What has been paid. */
    public static final DecimalField AMOUNT_PAID = new DecimalField("AmountPaid");

    /** What has been settled by credit notes, prepayments and overpayments. */
    public static final DecimalField AMOUNT_CREDITED = new DecimalField("AmountCredited");

    /** Its currency, by the three letters. */
    public static final TextField CURRENCY_CODE = new TextField("CurrencyCode");

    /** Whether it was marked as sent. */
    public static final FlagField SENT_TO_CONTACT = new FlagField("SentToContact");

    /** The id of whom it is to or from; {@link InvoiceQuery.Builder#contactIds} is faster. */
    public static final IdField CONTACT_ID = new IdField("Contact.ContactID");

    /** The name of whom it is to or from. */
    public static final TextField CONTACT_NAME = new TextField("Contact.Name");

    /** The application's own number for whom it is to or from. */
    public static final TextField CONTACT_NUMBER = new TextField("Contact.ContactNumber");

    private InvoiceFilters() {}
}
