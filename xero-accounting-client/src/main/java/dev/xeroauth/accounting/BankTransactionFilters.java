package dev.xeroauth.accounting;

import dev.xeroauth.accounting.model.BankTransactionStatus;
import dev.xeroauth.accounting.model.BankTransactionType;

/** What bank transactions can be filtered and ordered by. */
public final class BankTransactionFilters {

    /** Received or spent, such as {@code SPEND}. */
    public static final EnumField<BankTransactionType> TYPE = new EnumField<>("Type", BankTransactionType::value);

    /** Such as {@code AUTHORISED}. */
    public static final EnumField<BankTransactionStatus> STATUS =
            new EnumField<>("Status", BankTransactionStatus::value);

    /** Xero's id. */
    public static final IdField BANK_TRANSACTION_ID = new IdField("BankTransactionID");

    /** The day the money moved. */
    public static final DateField DATE = new DateField("Date");

    /** The reference. */
    public static final TextField REFERENCE = new TextField("Reference");

    /** When it last changed; {@code modifiedSince} of a query is faster. */
    public static final InstantField UPDATED_DATE_UTC = new InstantField("UpdatedDateUTC");

    /** Its amount without tax. */
    public static final DecimalField SUB_TOTAL = new DecimalField("SubTotal");

    /** Its tax. */
    public static final DecimalField TOTAL_TAX = new DecimalField("TotalTax");

    /** Its amount with tax. */
    public static final DecimalField TOTAL = new DecimalField("Total");

    /** Its currency, by the three letters. */
    public static final TextField CURRENCY_CODE = new TextField("CurrencyCode");

    /** Whether it was matched with a line of the bank's statement. */
    public static final FlagField IS_RECONCILED = new FlagField("IsReconciled");

    /** The id of the customer or supplier. */
    public static final IdField CONTACT_ID = new IdField("Contact.ContactID");

    /** The name of the customer or supplier. */
    public static final TextField CONTACT_NAME = new TextField("Contact.Name");

    /** The id of the bank account. */
    public static final IdField BANK_ACCOUNT_ID = new IdField("BankAccount.AccountID");

    /** The code of the bank account in the chart of accounts. */
    public static final TextField BANK_ACCOUNT_CODE = new TextField("BankAccount.Code");

    /** The name of the bank account. */
    public static final TextField BANK_ACCOUNT_NAME = new TextField("BankAccount.Name");

    private BankTransactionFilters() {}
}
