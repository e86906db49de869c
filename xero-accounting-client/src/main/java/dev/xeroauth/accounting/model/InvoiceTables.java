package dev.xeroauth.accounting.model;

/** Sales invoices and bills. */
interface InvoiceTables {

    /**
     * A sales invoice or a bill.
     *
     * <p>Amounts are in the invoice's own currency. {@code amountDue()} and the other balances may change without {@code
     * updatedDateUtc()} changing.
     */
    @FieldTable("""
            Type                     InvoiceType        rw   whether it is a sale or a bill
            InvoiceID                id                 key  Xero's id of the invoice
            InvoiceNumber            text               rw   its number, unique among sales; left out, a sale gets the next one
            Reference                text               rw   a second number or text, on sales only
            Payments                 Payment[]          r    the payments made against it
            CreditNotes              CreditNote[]       r    the credit notes set against it
            Prepayments              Prepayment[]       r    the prepayments set against it
            Overpayments             Overpayment[]      r    the overpayments set against it
            AmountDue                decimal            r    what is still to be paid
            AmountPaid               decimal            r    what payments have covered
            AmountCredited           decimal            r    what credit notes, overpayments and prepayments have covered
            SentToContact            bool               rw   whether it is marked as sent
            CurrencyRate             decimal            rw   units of the invoice's currency for one of the base currency
            TotalDiscount            decimal            r    the sum of the lines' discounts
            IsDiscounted             bool               r    whether a line has a discount
            HasErrors                bool               r    whether Xero found something wrong in it when it was written
            HasAttachments           bool               r    whether there are files attached to it
            Attachments              Attachment[]       r    the files attached to it, on a single invoice
            InvoiceAddresses         InvoiceAddress[]   rw   the addresses of seller and buyer by which sales tax was worked out, in the USA
            RepeatingInvoiceID       id                 r    the repeating invoice that it was made from
            Contact                  ref Contact        rw   whom it was sent to or came from
            Date                     date               rw   the day of issue; left out, Xero takes today
            DateString               companion Date
            DueDate                  date               rw   the day by which it should be paid
            DueDateString            companion DueDate
            ExpectedPaymentDate      date               rw   the day on which the customer is expected to pay, on sales
            PlannedPaymentDate       date               rw   the day on which a bill is to be paid
            BrandingThemeID          id                 rw   the theme that it is printed with
            Status                   InvoiceStatus      rw   how far it is
            """ + SharedFields.WRITTEN_LINES + """
            CISRate                  decimal            r    the percentage held back under the UK's construction industry scheme
            CISDeduction             decimal            r    the amount held back under the UK's construction industry scheme
            """ + SharedFields.UPDATED + """
            CurrencyCode             text               rw   its currency, by the three letters of ISO 4217
            Url                      text               rw   an address where its source is shown, which Xero links to
            FullyPaidOnDate          date               r    the day on which nothing was left to pay
            """ + SharedFields.WRITE_RESULT + """
            Warnings                 ValidationError[]  r    what Xero took it in spite of
            """)
    interface Invoice {}

    /** An address that the sales tax of an invoice was worked out with. */
    @FieldTable("""
            InvoiceAddressType  InvoiceAddressType  rw  whether it is the seller's or the buyer's
            AddressLine1        text                rw  its first line
            AddressLine2        text                rw  its second line
            AddressLine3        text                rw  its third line
            AddressLine4        text                rw  its fourth line
            City                text                rw  the city
            Region              text                rw  the state or region
            PostalCode          text                rw  the postal code
            Country             text                rw  the country
            """)
    interface InvoiceAddress {}

    /** The page on which a customer sees an invoice. */
    @FieldTable("""
            OnlineInvoiceUrl  text  r  its address; whoever knows it can read the invoice
            """)
    interface OnlineInvoice {}

    /** What kind of document an invoice is. Xero lets applications write the first two. */
    @ConstantTable("""
            ACCREC         A sale: money to be received.
            ACCPAY         A bill: money to be paid.
            ACCRECCREDIT   A credit note given to a customer.
            ACCPAYCREDIT   A credit note got from a supplier.
            AROVERPAYMENT  More received than was owed.
            APOVERPAYMENT  More paid than was owed.
            ARPREPAYMENT   Received ahead of an invoice.
            APPREPAYMENT   Paid ahead of a bill.
            """)
    interface InvoiceType {}

    /** How far an invoice is. */
    @ConstantTable("""
            DRAFT       Written, but not part of the accounts.
            SUBMITTED   Waits for approval.
            AUTHORISED  Approved and owed; part of the accounts.
            PAID        Covered by payments or credits. Xero sets it.
            VOIDED      Was approved, and then cancelled.
            DELETED     Was never approved, and then removed.
            """)
    interface InvoiceStatus {}

    /** Whose address it is. */
    @ConstantTable("""
            FROM  The seller's.
            TO    The buyer's.
            """)
    interface InvoiceAddressType {}
}
