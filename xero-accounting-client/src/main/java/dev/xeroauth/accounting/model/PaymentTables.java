package dev.xeroauth.accounting.model;

/** Payments, alone and in batches. */
interface PaymentTables {

    /** Money that settled a document, or part of one. */
    @FieldTable("""
            PaymentID              id                 key  Xero's id of the payment
            BatchPaymentID         id                 r    the batch in which it was made, if it was made in one
            BatchPayment           BatchPayment       r    the same batch, in parts
            Date                   date               rw   the day of the payment
            BankAmount             decimal            rw   the amount in the currency of the bank account
            Amount                 decimal            rw   the amount in the currency of the document
            Reference              text               rw   what the payer or the bookkeeper wrote about it
            CurrencyRate           decimal            rw   units of the document's currency for one of the base currency
            PaymentType            PaymentType        r    what kind of document was paid
            Status                 PaymentStatus      rw   whether it counts
            """ + SharedFields.UPDATED + """
            HasAccount             bool               r    whether Xero knows the account it went through
            IsReconciled           bool               rw   whether it is matched with a line of a bank statement
            Account                ref Account        rw   the account that it went through
            Invoice                ref Invoice        rw   the invoice that was paid
            CreditNote             ref CreditNote     rw   the credit note that was refunded
            Prepayment             ref Prepayment     rw   the prepayment that was refunded
            Overpayment            ref Overpayment    rw   the overpayment that was refunded
            InvoiceNumber          text               rw   the number of the invoice that was paid
            CreditNoteNumber       text               rw   the number of the credit note that was refunded
            Code                   text               rw   the code of the account that it went through
            BankAccountNumber      text               rw   the bank account that was paid to, in a batch
            Particulars            text               rw   the particulars for the payee's bank statement, in a batch
            Details                text               rw   the details for the payee's bank statement, in a batch
            HasValidationErrors    bool               r    whether Xero found something wrong in it when it was written
            StatusAttributeString  text               r    whether Xero took it when it was written in a batch
            ValidationErrors       ValidationError[]  r    why Xero did not take it
            Warnings               ValidationError[]  r    what Xero took it in spite of
            """)
    interface Payment {}

    /** Several payments that were one movement on the bank account. */
    @FieldTable("""
            Account           ref Account         rw   the bank account that the money went through
            Reference         text                rw   what the payer or the bookkeeper wrote about it, at most 255 characters
            Particulars       text                rw   the particulars for the bank statement, in New Zealand, at most 12 characters
            Code              text                rw   the code for the bank statement, in New Zealand, at most 12 characters
            Details           text                rw   the details for the bank statement
            Narrative         text                rw   the text for the bank statement, in the UK, at most 18 characters
            BatchPaymentID    id                  key  Xero's id of the batch
            Date              date                rw   the day of the payment
            DateString        companion Date
            Payments          Payment[]           rw   the payments in it
            Type              BatchPaymentType    r    whether it went to suppliers or came from customers
            Status            BatchPaymentStatus  r    whether it counts
            TotalAmount       decimal             r    the sum of its payments
            Amount            decimal             r    the amount of one payment in it, where it comes with that payment
            """ + SharedFields.UPDATED + """
            IsReconciled      bool                r    whether it is matched with a line of a bank statement
            ValidationErrors  ValidationError[]   r    why Xero did not take it
            """)
    interface BatchPayment {}

    /** Whether a payment counts. */
    @ConstantTable("""
            AUTHORISED  It counts.
            DELETED     It was taken back.
            """)
    interface PaymentStatus {}

    /** What a payment was made against. */
    @ConstantTable("""
            ACCRECPAYMENT         A sales invoice.
            ACCPAYPAYMENT         A bill.
            ARCREDITPAYMENT       A credit note given to a customer, refunded.
            APCREDITPAYMENT       A credit note got from a supplier, refunded.
            AROVERPAYMENTPAYMENT  An overpayment received, refunded.
            APOVERPAYMENTPAYMENT  An overpayment made, refunded.
            ARPREPAYMENTPAYMENT   A prepayment received, refunded.
            APPREPAYMENTPAYMENT   A prepayment made, refunded.
            """)
    interface PaymentType {}

    /** Which way the money of a batch went. */
    @ConstantTable("""
            PAYBATCH  To suppliers.
            RECBATCH  From customers.
            """)
    interface BatchPaymentType {}

    /** Whether a batch of payments counts. */
    @ConstantTable("""
            AUTHORISED  It counts.
            DELETED     It was taken back.
            """)
    interface BatchPaymentStatus {}
}
