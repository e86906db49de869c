package dev.xeroauth.accounting.model;

/** What can be set against invoices and bills: credit notes, prepayments and overpayments. */
interface CreditTables {

    /** A credit note given to a customer or got from a supplier. */
    @FieldTable("""
            CreditNoteID           id                 key  Xero's id of the credit note
            CreditNoteNumber       text               rw   its number; left out, one given to a customer gets the next one
            Payments               Payment[]          r    the refunds made of it
            HasErrors              bool               r    whether Xero found something wrong in it when it was written
            InvoiceAddresses       InvoiceAddress[]   rw   the addresses of seller and buyer by which sales tax was worked out, in the USA
            CurrencyRate           decimal            rw   units of its currency for one of the base currency
            Type                   CreditNoteType     rw   whether it was given or got
            Reference              text               rw   a second number or text, on those given to customers
            SentToContact          bool               r    whether it is marked as sent
            RemainingCredit        decimal            r    what is left of it
            AppliedAmount          decimal            r    what of it is set against one invoice, where it comes with that invoice
            Allocations            Allocation[]       r    what of it is set against which invoice
            HasAttachments         bool               r    whether there are files attached to it
            BrandingThemeID        id                 rw   the theme that it is printed with
            Contact                ref Contact        rw   whom it was given to or got from
            Date                   date               rw   the day of issue; left out, Xero takes today
            DateString             companion Date
            DueDate                date               rw   the day by which it should be refunded
            DueDateString          companion DueDate
            Status                 CreditNoteStatus   rw   how far it is
            """ + SharedFields.WRITTEN_LINES + """
            CISRate                decimal            r    the percentage held back under the UK's construction industry scheme
            CISDeduction           decimal            r    the amount held back under the UK's construction industry scheme
            """ + SharedFields.UPDATED + """
            CurrencyCode           text               rw   its currency, by the three letters of ISO 4217
            FullyPaidOnDate        date               r    the day on which nothing of it was left
            """ + SharedFields.WRITE_RESULT + """
            Warnings               ValidationError[]  r    what Xero took it in spite of
            """)
    interface CreditNote {}

    /** Money received or paid ahead of an invoice or bill. It is written as a bank transaction, never by itself. */
    @FieldTable("""
            PrepaymentID          id                key  Xero's id of the prepayment
            CurrencyRate          decimal           r    units of its currency for one of the base currency
            Type                  PrepaymentType    r    whether it was received or paid
            BrandingThemeID       id                r    the theme that it is printed with
            Reference             text              r    the text of the one who entered it
            InvoiceNumber         text              r    its number, where it was received
            """ + SharedFields.PAID_BEFOREHAND + """
            Status                PrepaymentStatus  r    how far it is used
            """ + SharedFields.READ_LINES + SharedFields.CHANGED_IN_CURRENCY)
    interface Prepayment {}

    /** Money received or paid beyond what was owed. It is written as a bank transaction, never by itself. */
    @FieldTable("""
            OverpaymentID         id                 key  Xero's id of the overpayment
            CurrencyRate          decimal            r    units of its currency for one of the base currency
            Type                  OverpaymentType    r    whether it was received or paid
            Reference             text               r    the text of the one who entered it
            """ + SharedFields.PAID_BEFOREHAND + """
            Status                OverpaymentStatus  r    how far it is used
            """ + SharedFields.READ_LINES + SharedFields.CHANGED_IN_CURRENCY)
    interface Overpayment {}

    /** A part of a credit note, prepayment or overpayment that is set against an invoice or bill. */
    @FieldTable("""
            AllocationID           id                 key  Xero's id of the allocation
            Amount                 decimal            rw   how much
            Date                   date               rw   the day that it counts from
            Invoice                ref Invoice        rw   the invoice or bill
            CreditNote             ref CreditNote     rw   the credit note, if it is one
            Prepayment             ref Prepayment     rw   the prepayment, if it is one
            Overpayment            ref Overpayment    rw   the overpayment, if it is one
            IsDeleted              bool               r    whether it was taken back
            """ + SharedFields.WRITE_RESULT)
    interface Allocation {}

    /** Which way a credit note went. */
    @ConstantTable("""
            ACCRECCREDIT  Given to a customer.
            ACCPAYCREDIT  Got from a supplier.
            """)
    interface CreditNoteType {}

    /** How far a credit note is. */
    @ConstantTable("""
            DRAFT       Written, but not part of the accounts.
            SUBMITTED   Waits for approval.
            AUTHORISED  Approved, with something left of it.
            PAID        Used up. Xero sets it.
            VOIDED      Was approved, and then cancelled.
            DELETED     Was never approved, and then removed.
            """)
    interface CreditNoteStatus {}

    /** Which way a prepayment went, and where it was entered. */
    @ConstantTable("""
            RECEIVE-PREPAYMENT  Received, as a bank transaction.
            SPEND-PREPAYMENT    Paid, as a bank transaction.
            ARPREPAYMENT        Received.
            APPREPAYMENT        Paid.
            """)
    interface PrepaymentType {}

    /** How far a prepayment is used. */
    @ConstantTable("""
            AUTHORISED  Something is left of it.
            PAID        Used up.
            VOIDED      Cancelled.
            """)
    interface PrepaymentStatus {}

    /** Which way an overpayment went, and where it was entered. */
    @ConstantTable("""
            RECEIVE-OVERPAYMENT  Received, as a bank transaction.
            SPEND-OVERPAYMENT    Paid, as a bank transaction.
            AROVERPAYMENT        Received.
            """)
    interface OverpaymentType {}

    /** How far an overpayment is used. */
    @ConstantTable("""
            AUTHORISED  Something is left of it.
            PAID        Used up.
            VOIDED      Cancelled.
            """)
    interface OverpaymentStatus {}
}
