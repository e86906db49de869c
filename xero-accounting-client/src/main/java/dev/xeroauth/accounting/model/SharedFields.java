package dev.xeroauth.accounting.model;

/** Fields that several models have next to each other, for their tables. */
final class SharedFields {

    /** Of everything that counts its changes. */
    static final String UPDATED = """
            UpdatedDateUTC        instant  r  when Xero last changed it
            UpdatedDateUTCString  companion UpdatedDateUTC
            """;

    private static final String TOTALS = """
            SubTotal  decimal  r  the total without tax
            TotalTax  decimal  r  the tax on all lines
            Total     decimal  r  the total with tax
            """;

    /** Of what applications write with lines. */
    static final String WRITTEN_LINES = """
            LineAmountTypes  LineAmountTypes  rw  whether the lines' amounts hold the tax
            LineItems        LineItem[]       rw  its lines; none where the list was asked for without them
            """ + TOTALS;

    /** Of what comes with lines that Xero alone makes. */
    static final String READ_LINES = """
            LineAmountTypes  LineAmountTypes  r  whether the lines' amounts hold the tax
            LineItems        LineItem[]       r  its lines; none where the list was asked for without them
            """ + TOTALS;

    /** Of money that came before there was something to pay. */
    static final String PAID_BEFOREHAND = """
            RemainingCredit  decimal       r  what is left of it
            AppliedAmount    decimal       r  what of it is set against one invoice, where it comes with that invoice
            Allocations      Allocation[]  r  what of it is set against which invoice
            Payments         Payment[]     r  the refunds made of it
            HasAttachments   bool          r  whether there are files attached to it
            Attachments      Attachment[]  r  the files attached to it, where it was asked for by its id
            Contact          Contact       r  who paid or got the money
            Date             date          r  the day of the payment
            DateString       companion Date
            """;

    /** Of what Xero alone makes. */
    static final String CHANGED_IN_CURRENCY = UPDATED + """
            CurrencyCode  text  r  its currency, by the three letters of ISO 4217
            """;

    /** Of everything that can be written in batches. */
    static final String WRITE_RESULT = """
            StatusAttributeString  text               r  whether Xero took it when it was written in a batch
            ValidationErrors       ValidationError[]  r  why Xero did not take it
            """;

    private SharedFields() {}
}
