package dev.xeroauth.accounting.model;

/** What documents of several kinds hold. */
interface DocumentTables {

    /** One line of a document. */
    @FieldTable("""
            ItemCode            text                     rw   the code of the item sold or bought
            Description         text                     rw   what the line is for; at least one character
            UnitAmount          decimal                  rw   the price of one, rounded to 2 decimals unless the call asks for 4
            TaxType             text                     rw   the tax rate, as the organisation names it
            TaxAmount           decimal                  rw   the tax on the line; left out, Xero works it out
            LineAmount          decimal                  rw   quantity times price less discount; holds the tax if the document says so
            AccountCode         text                     rw   the code of the account it is booked to
            AccountID           id                       rw   the id of the account it is booked to
            Item                LineItemItem             r    the item sold or bought
            Tracking            LineItemTracking[]       rw   the options that it is reported under, at most two
            Quantity            decimal                  rw   how many
            DiscountRate        decimal                  rw   the discount in percent
            DiscountAmount      decimal                  rw   the discount as an amount
            LineItemID          id                       key  Xero's id of the line; a line sent without one is new
            RepeatingInvoiceID  id                       r    the repeating invoice that it was made from
            Taxability          Taxability               rw   whether it is taxed, in the USA
            SalesTaxCodeId      decimal                  rw   the number of its kind of goods for sales tax, in the USA
            TaxBreakdown        TaxBreakdownComponent[]  rw   the taxes of which its tax consists, in the USA
            ValidationErrors    ValidationError[]        r    what Xero has against it
            """)
    interface LineItem {}

    /** The item of a line. */
    @FieldTable("""
            Code    text  r    its code
            Name    text  r    its name
            ItemID  id    r    Xero's id of the item
            """)
    interface LineItemItem {}

    /** A line's place in one of the organisation's tracking categories. */
    @FieldTable("""
            Name                text  rw  the name of the category
            Option              text  rw  the name of the option in it
            TrackingCategoryID  id    rw  the id of the category
            TrackingOptionID    id    rw  the id of the option
            """)
    interface LineItemTracking {}

    /** One of the taxes that make up the sales tax of a line, in the USA. */
    @FieldTable("""
            TaxComponentId      id                rw   Xero's id of the tax
            Type                TaxComponentType  rw   who raises it
            Name                text              rw   its name
            TaxPercentage       decimal           rw   its rate in percent
            TaxAmount           decimal           rw   the tax
            TaxableAmount       decimal           rw   the amount that it is raised on
            NonTaxableAmount    decimal           rw   the amount that it is not raised on
            ExemptAmount        decimal           rw   the amount that is exempt from it
            StateAssignedNo     text              rw   the number that the state gave to the place
            JurisdictionRegion  text              rw   the region of whoever raises it
            """)
    interface TaxBreakdownComponent {}

    /** Something that Xero found wrong. */
    @FieldTable("""
            Message      text  r  Xero's words, which may quote what was sent
            Description  text  r  the same, where Xero sends no message
            """)
    interface ValidationError {}

    /** A file that is attached to something. */
    @FieldTable("""
            AttachmentID   id       r  Xero's id of the file
            FileName       text     r  its name, unique within what it is attached to
            Url            text     r  the address at which Xero's API has it
            MimeType       text     r  the type of its content
            ContentLength  integer  r  its length in bytes
            IncludeOnline  bool     r  whether the customer sees it with the online invoice
            """)
    interface Attachment {}

    /** What happened to something, or a note about it. */
    @FieldTable("""
            Changes        text     r   what happened
            DateUTC        instant  r   when
            DateUTCString  companion DateUTC
            User           text     r   who did it
            Details        text     rw  the details, or the text of a note, at most 2,500 characters
            """)
    interface HistoryRecord {}

    /** Whether line amounts hold tax. */
    @ConstantTable("""
            Exclusive  Line amounts are before tax.
            Inclusive  Line amounts hold the tax.
            NoTax      There is no tax on the lines.
            """)
    interface LineAmountTypes {}

    /** Whether a line is taxed, in the USA. */
    @ConstantTable("""
            TAXABLE         Taxed.
            NON_TAXABLE     Not taxed.
            EXEMPT          Exempt from tax.
            PART_TAXABLE    Taxed in part.
            NOT_APPLICABLE  The question does not arise.
            """)
    interface Taxability {}

    /** Who raises a sales tax, in the USA. */
    @ConstantTable("""
            SYSGST/USCOUNTRY  The federation.
            SYSGST/USSTATE    A state.
            SYSGST/USCOUNTY   A county.
            SYSGST/USCITY     A city.
            SYSGST/USSPECIAL  A special district.
            """)
    interface TaxComponentType {}
}
