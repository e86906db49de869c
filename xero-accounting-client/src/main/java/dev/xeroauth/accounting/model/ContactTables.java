package dev.xeroauth.accounting.model;

/** Customers and suppliers. */
interface ContactTables {

    /** A customer or supplier. Inside of other documents Xero sends a part of it: id and name, and more on paged lists. */
    @FieldTable("""
            ContactID                       id                       key  Xero's id of the contact
            ContactNumber                   text                     rw   the id which another system uses for it (up to 50 characters)
            AccountNumber                   text                     rw   the account number that it was given (up to 50 characters)
            ContactStatus                   ContactStatus            rw   whether it is in use
            Name                            text                     rw   its name, unique among the contacts (up to 255 characters)
            FirstName                       text                     rw   the first name of the person to speak to (up to 255 characters)
            LastName                        text                     rw   the last name of the person to speak to (up to 255 characters)
            CompanyNumber                   text                     rw   its number in the register of companies (up to 50 characters)
            EmailAddress                    text                     rw   its e-mail address (up to 255 characters)
            BankAccountDetails              text                     rw   the number of its bank account
            TaxNumber                       text                     rw   its tax number: ABN, GST or VAT number (up to 50 characters)
            TaxNumberType                   TaxNumberType            rw   what kind of number its tax number is, in the USA
            AccountsReceivableTaxType       text                     rw   the tax rate taken for sales to it
            AccountsPayableTaxType          text                     rw   the tax rate taken for bills from it
            Addresses                       Address[]                rw   its addresses, at most one of each type
            Phones                          Phone[]                  rw   its telephone numbers, at most one of each type
            UpdatedDateUTC                  instant                  r    when Xero last changed it; a changed balance does not count
            UpdatedDateUTCString            companion UpdatedDateUTC
            ContactGroups                   ContactGroup[]           r    the groups that it is in
            IsSupplier                      bool                     r    whether there are bills from it
            IsCustomer                      bool                     r    whether there are sales to it
            DefaultCurrency                 text                     rw   the currency of its documents, by the three letters of ISO 4217
            SalesDefaultLineAmountType      ContactLineAmountType    rw   whether amounts of its sales lines hold tax
            PurchasesDefaultLineAmountType  ContactLineAmountType    rw   whether amounts of its bills' lines hold tax
            SalesTrackingCategories         SalesTrackingCategory[]  rw   the tracking options taken for sales to it
            PurchasesTrackingCategories     SalesTrackingCategory[]  rw   the tracking options taken for bills from it
            TrackingCategoryName            text                     rw   the name of a tracking category
            TrackingCategoryOption          text                     rw   the name of an option in that category
            Discount                        decimal                  r    the discount in percent that it gets
            Website                         text                     r    the address of its web site
            BrandingTheme                   BrandingTheme            r    the theme that its documents are printed with
            XeroNetworkKey                  text                     rw   the key by which it shares documents within Xero
            PurchasesDefaultAccountCode     text                     rw   the code of the account taken for bills from it
            SalesDefaultAccountCode         text                     rw   the code of the account taken for sales to it
            BatchPayments                   BatchPaymentDetails      rw   how it is paid in a batch
            Balances                        Balances                 r    what it owes and is owed
            PaymentTerms                    PaymentTerm              rw   when its documents fall due
            ContactPersons                  ContactPerson[]          rw   further persons, at most five
            HasAttachments                  bool                     r    whether there are files attached to it
            Attachments                     Attachment[]             r    the files attached to it, on a single contact
            MergedToContactID               id                       r    the contact that took its place when the two were merged
            HasValidationErrors             bool                     r    whether Xero found something wrong in it when it was written
            ValidationErrors                ValidationError[]        r    why Xero did not take it
            StatusAttributeString           text                     r    whether Xero took it when it was written in a batch
            """)
    interface Contact {}

    /** A further person at a contact. */
    @FieldTable("""
            FirstName        text  rw  the first name
            LastName         text  rw  the last name
            EmailAddress     text  rw  the e-mail address
            IncludeInEmails  bool  rw  whether e-mails with documents go to this person too
            """)
    interface ContactPerson {}

    /** An address of a contact. */
    @FieldTable("""
            AddressType   AddressType  rw  what it is for
            AddressLine1  text         rw  its first line, at most 500 characters
            AddressLine2  text         rw  its second line, at most 500 characters
            AddressLine3  text         rw  its third line, at most 500 characters
            AddressLine4  text         rw  its fourth line, at most 500 characters
            City          text         rw  the city, at most 255 characters
            Region        text         rw  the state or region, at most 255 characters
            PostalCode    text         rw  the postal code, at most 50 characters
            Country       text         rw  the country, at most 50 characters
            AttentionTo   text         rw  the person it is for, at most 255 characters
            """)
    interface Address {}

    /** A telephone number of a contact. */
    @FieldTable("""
            PhoneType         PhoneType  rw  what it is for
            PhoneNumber       text       rw  the number, at most 50 characters
            PhoneAreaCode     text       rw  the code of the area, at most 10 characters
            PhoneCountryCode  text       rw  the code of the country, at most 20 characters
            """)
    interface Phone {}

    /** A tracking option that is taken for the documents of a contact. */
    @FieldTable("""
            TrackingCategoryName  text  rw  the name of the category
            TrackingOptionName    text  rw  the name of the option in it
            """)
    interface SalesTrackingCategory {}

    /** When the documents of a contact fall due. */
    @FieldTable("""
            Bills  Bill  rw  for bills from it
            Sales  Bill  rw  for sales to it
            """)
    interface PaymentTerm {}

    /** A rule for a due date. */
    @FieldTable("""
            Day   integer          rw  how many days, or which day of the month
            Type  PaymentTermType  rw  what the days are counted from
            """)
    interface Bill {}

    /** A group of contacts. */
    @FieldTable("""
            ContactGroupID  id                  key  Xero's id of the group
            Name            text                rw   its name
            Status          ContactGroupStatus  rw   whether it is in use
            Contacts        Contact[]           rw   the contacts in it
            """)
    interface ContactGroup {}

    /** How documents look when they are printed or sent. */
    @FieldTable("""
            BrandingThemeID  id                 r  Xero's id of the theme
            Name             text               r  its name
            LogoUrl          text               r  the address of its logo
            Type             BrandingThemeType  r  what it is for
            SortOrder        integer            r  its place among the themes; the first one, 0, is the default
            CreatedDateUTC   instant            r  when it was made
            """)
    interface BrandingTheme {}

    /** How a contact is paid in a batch of payments. */
    @FieldTable("""
            BankAccountNumber  text  rw  the number of its bank account
            BankAccountName    text  rw  the name of its bank account
            Details            text  rw  what its bank statement shows
            Code               text  rw  a code for its bank statement, in New Zealand, at most 12 characters
            Reference          text  rw  a reference for its bank statement, in New Zealand, at most 12 characters
            """)
    interface BatchPaymentDetails {}

    /** What a contact owes and is owed. */
    @FieldTable("""
            AccountsReceivable  AccountsReceivable  r  what it owes
            AccountsPayable     AccountsPayable     r  what it is owed
            """)
    interface Balances {}

    /** What a contact owes. */
    @FieldTable("""
            Outstanding  decimal  r  everything that is not paid
            Overdue      decimal  r  what should have been paid by now
            """)
    interface AccountsReceivable {}

    /** What a contact is owed. */
    @FieldTable("""
            Outstanding  decimal  r  everything that is not paid
            Overdue      decimal  r  what should have been paid by now
            """)
    interface AccountsPayable {}

    /** Whether a contact is in use. */
    @ConstantTable("""
            ACTIVE       In use.
            ARCHIVED     Put away; may be brought back.
            GDPRREQUEST  To be erased at the wish of the person.
            """)
    interface ContactStatus {}

    /** What kind of number a tax number is, in the USA. */
    @ConstantTable("""
            SSN   The number of a person in the social security.
            EIN   The number of an employer.
            ITIN  The number of a person without one in the social security.
            ATIN  The number of a child about to be adopted.
            """)
    interface TaxNumberType {}

    /** Whether line amounts of a contact's documents hold tax. */
    @ConstantTable("""
            INCLUSIVE  Line amounts hold the tax.
            EXCLUSIVE  Line amounts are before tax.
            NONE       There is no tax on the lines.
            """)
    interface ContactLineAmountType {}

    /** What an address is for. */
    @ConstantTable("""
            POBOX   Letters, and what is printed on documents.
            STREET  Deliveries and visits.
            """)
    interface AddressType {}

    /** What a telephone number is for. */
    @ConstantTable("""
            DEFAULT  The usual number.
            DDI      The direct number of a person.
            MOBILE   A mobile telephone.
            FAX      A fax machine.
            OFFICE   An office.
            """)
    interface PhoneType {}

    /** What the days of a due date are counted from. */
    @ConstantTable("""
            DAYSAFTERBILLDATE   So many days after the date of the document.
            DAYSAFTERBILLMONTH  So many days after the end of the document's month.
            OFCURRENTMONTH      That day of the document's month.
            OFFOLLOWINGMONTH    That day of the month after.
            """)
    interface PaymentTermType {}

    /** Whether a group of contacts is in use. */
    @ConstantTable("""
            ACTIVE   In use.
            DELETED  Removed.
            """)
    interface ContactGroupStatus {}

    /** What a branding theme is for. */
    @ConstantTable("""
            INVOICE  Invoices and other documents.
            """)
    interface BrandingThemeType {}
}
