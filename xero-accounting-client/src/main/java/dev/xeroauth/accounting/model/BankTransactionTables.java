package dev.xeroauth.accounting.model;

/** Money spent and received that no invoice or bill was written for. */
interface BankTransactionTables {

    /**
     * Money spent from or received on a bank account, without an invoice or bill.
     *
     * <p>Amounts are in the currency of the bank account.
     */
    @FieldTable("""
            BankTransactionID      id                     key  Xero's id of the transaction
            BankAccount            ref Account            rw   the account that the money went through
            Type                   BankTransactionType    rw   whether money was spent or received, and what as
            Reference              text                   rw   a text of the one who entered it
            IsReconciled           bool                   rw   whether it is matched with a line of a bank statement
            PrepaymentID           id                     r    the prepayment that was made with it
            OverpaymentID          id                     r    the overpayment that was made with it
            HasAttachments         bool                   r    whether there are files attached to it
            Contact                ref Contact            rw   who got or paid the money; none on a transfer
            Date                   date                   rw   the day of the transaction; left out, Xero takes today
            DateString             companion Date
            Url                    text                   rw   an address where its source is shown, which Xero links to
            Status                 BankTransactionStatus  rw   whether it counts
            """ + SharedFields.WRITTEN_LINES + SharedFields.UPDATED + """
            CurrencyCode           text                   rw   its currency, by the three letters of ISO 4217
            CurrencyRate           decimal                rw   units of its currency for one of the base currency
            """ + SharedFields.WRITE_RESULT)
    interface BankTransaction {}

    /** Which way the money of a bank transaction went, and what as. Transfers are not written as bank transactions. */
    @ConstantTable("""
            RECEIVE              Money received.
            RECEIVE-OVERPAYMENT  Received, and more than was owed.
            RECEIVE-PREPAYMENT   Received ahead of an invoice.
            SPEND                Money spent.
            SPEND-OVERPAYMENT    Spent, and more than was owed.
            SPEND-PREPAYMENT     Spent ahead of a bill.
            RECEIVE-TRANSFER     Came from another bank account of the organisation.
            SPEND-TRANSFER       Went to another bank account of the organisation.
            """)
    interface BankTransactionType {}

    /** Whether a bank transaction counts. */
    @ConstantTable("""
            AUTHORISED  It counts.
            DELETED     It was removed.
            VOIDED      It was cancelled.
            """)
    interface BankTransactionStatus {}
}
