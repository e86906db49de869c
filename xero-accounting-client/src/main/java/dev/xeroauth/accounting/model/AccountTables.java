package dev.xeroauth.accounting.model;

/** The chart of accounts. */
interface AccountTables {

    /** An account of the organisation's books; a bank account is one of them. */
    @FieldTable("""
            AccountID                id                 key  Xero's id of the account
            Code                     text               rw   its code, chosen by the organisation
            Name                     text               rw   its name, at most 150 characters
            Status                   AccountStatus      rw   whether it is in use
            Type                     AccountType        rw   what is booked to it
            TaxType                  text               rw   the tax rate taken for what is booked to it
            Description              text               rw   what it is for
            Class as accountClass    AccountClass       r    the part of the books that it belongs to
            SystemAccount            SystemAccount      r    what Xero itself uses it for, if it does
            EnablePaymentsToAccount  bool               rw   whether payments can go through it
            ShowInExpenseClaims      bool               rw   whether expense claims can be booked to it
            BankAccountNumber        text               rw   the number at the bank, of a bank account
            BankAccountType          BankAccountType    rw   what kind of bank account it is
            CurrencyCode             text               rw   its currency, by the three letters of ISO 4217, of a bank account
            ReportingCode            text               rw   the code that it is reported under
            ReportingCodeName        text               r    the name that it is reported under
            HasAttachments           bool               r    whether there are files attached to it
            """ + SharedFields.UPDATED + """
            AddToWatchlist           bool               rw   whether the dashboard shows it
            ValidationErrors         ValidationError[]  r    why Xero did not take it
            """)
    interface Account {}

    /** What is booked to an account. */
    @ConstantTable("""
            BANK         Money at a bank, on a card or with a payment service.
            CURRENT      Current assets.
            CURRLIAB     Current liabilities.
            DEPRECIATN   Depreciation.
            DIRECTCOSTS  Direct costs.
            EQUITY       Equity.
            EXPENSE      Expenses.
            FIXED        Fixed assets.
            INVENTORY    Stock.
            LIABILITY    Liabilities.
            NONCURRENT   Assets that are not current.
            OTHERINCOME  Other income.
            OVERHEADS    Overheads.
            PREPAYMENT   Prepayments.
            REVENUE      Revenue.
            SALES        Sales.
            TERMLIAB     Liabilities that are not current.
            PAYG         Tax withheld from wages, in Australia.
            """)
    interface AccountType {}

    /** Whether an account is in use. */
    @ConstantTable("""
            ACTIVE    In use.
            ARCHIVED  Put away; may be brought back.
            DELETED   Removed.
            """)
    interface AccountStatus {}

    /** What kind of bank account it is. */
    @ConstantTable("""
            BANK        An account at a bank.
            CREDITCARD  A credit card.
            PAYPAL      An account with PayPal.
            NONE        No bank account.
            """)
    interface BankAccountType {}

    /** The part of the books that an account belongs to. */
    @ConstantTable("""
            ASSET      What the organisation has.
            EQUITY     What belongs to its owners.
            EXPENSE    What it spends.
            LIABILITY  What it owes.
            REVENUE    What it earns.
            """)
    interface AccountClass {}

    /** What Xero itself uses an account for. */
    @ConstantTable("""
            DEBTORS                 What customers owe.
            CREDITORS               What suppliers are owed.
            BANKCURRENCYGAIN        Gains and losses on bank accounts in other currencies.
            GST                     Tax on sales and purchases.
            GSTONIMPORTS            Tax on imports.
            HISTORICAL              What came before the books began.
            REALISEDCURRENCYGAIN    Gains and losses on paid documents in other currencies.
            RETAINEDEARNINGS        Earnings of past years.
            ROUNDING                Differences of rounding.
            TRACKINGTRANSFERS       Transfers between tracking options.
            UNPAIDEXPCLM            Expense claims that are not paid.
            UNREALISEDCURRENCYGAIN  Gains and losses on unpaid documents in other currencies.
            WAGEPAYABLES            Wages that are not paid.
            CISASSETS               Assets of the UK's construction industry scheme.
            CISASSET                Assets of the UK's construction industry scheme, under a second name.
            CISLABOUR               Labour in the UK's construction industry scheme.
            CISLABOUREXPENSE        Expenses for labour in the UK's construction industry scheme.
            CISLABOURINCOME         Income from labour in the UK's construction industry scheme.
            CISLIABILITY            Liabilities of the UK's construction industry scheme.
            CISMATERIALS            Materials in the UK's construction industry scheme.
            """)
    interface SystemAccount {}
}
