package dev.xeroauth.accounting.openapi;

import java.util.Map;

/** Where the examples of version 16.1.0 of the description are not as it says itself, with what is wrong. */
final class WrongExamples {

    static final int EXAMPLES = 289;

    /** Most of them unknown fields, which the schemas do not forbid as they are. */
    static final int IN_ALL = 203;

    /** Examples that break the schemas as they are. */
    static final Map<String, String> AGAINST_PLAIN_SCHEMAS = Map.ofEntries(
            Map.entry("POST /BankTransactions request", "Lineitems in place of LineItems"),
            Map.entry("POST /BankTransactions/{BankTransactionID} request", "Lineitems in place of LineItems"),
            Map.entry("PUT /BankTransfers request", "an amount in quotes"),
            Map.entry("GET /Budgets/{BudgetID} 200", "an object in place of the list"),
            Map.entry("DELETE /CreditNotes/{CreditNoteID}/Allocations/{AllocationID} 200", "a list of invoices"),
            Map.entry("DELETE /Overpayments/{OverpaymentID}/Allocations/{AllocationID} 200", "a list of invoices"),
            Map.entry("DELETE /Prepayments/{PrepaymentID}/Allocations/{AllocationID} 200", "a list of invoices"),
            Map.entry("PUT /ExpenseClaims 200", "a number as ReceiptNumber"),
            Map.entry("GET /ExpenseClaims/{ExpenseClaimID} 200", "a number as ReceiptNumber"),
            Map.entry("POST /ExpenseClaims/{ExpenseClaimID} 200", "a number as ReceiptNumber"),
            Map.entry("GET /Payments 200", "amounts and booleans in quotes"),
            Map.entry("GET /Payments/{PaymentID} 200", "amounts and booleans in quotes"),
            Map.entry("POST /Payments/{PaymentID} request", "an envelope that the schema does not have"),
            Map.entry("PUT /Prepayments/{PrepaymentID}/History 400", "text in place of an object"),
            Map.entry("PUT /PurchaseOrders 200", "null in a list"),
            Map.entry("POST /PurchaseOrders 200", "null in a list"),
            Map.entry("GET /PurchaseOrders/{PurchaseOrderID} 200", "null in a list"),
            Map.entry("POST /PurchaseOrders/{PurchaseOrderID} 200", "null in a list"),
            Map.entry("GET /PurchaseOrders/{PurchaseOrderNumber} 200", "null in a list"),
            Map.entry("GET /Receipts 200", "a number as ReceiptNumber"),
            Map.entry("PUT /Receipts 200", "a number as ReceiptNumber"),
            Map.entry("GET /Receipts/{ReceiptID} 200", "a number as ReceiptNumber"),
            Map.entry("POST /Receipts/{ReceiptID} 200", "a number as ReceiptNumber"));

    /** Violations of the schemas with what goes without saying, of the resources that the client has. */
    static final Map<String, String> OF_THE_TWO_RESOURCES = Map.of(
            "PUT /BankTransactions request /bankTransactions: unknown field",
            "written small",
            "POST /BankTransactions request /BankTransactions/0/Lineitems: unknown field",
            "written small",
            "POST /BankTransactions request /BankTransactions/0/LineItems: required field missing",
            "written small",
            "POST /BankTransactions/{BankTransactionID} request /BankTransactions/0/Lineitems: unknown field",
            "written small",
            "POST /BankTransactions/{BankTransactionID} request /BankTransactions/0/LineItems: required field missing",
            "written small",
            "POST /BankTransactions/{BankTransactionID} request /BankTransactions/0/UpdatedDateUTC: read-only field in a request",
            "taken over from an answer",
            "POST /BankTransactions/{BankTransactionID} request /BankTransactions/0/Contact/UpdatedDateUTC: read-only field in a request",
            "taken over from an answer");

    private WrongExamples() {}
}
