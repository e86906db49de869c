package dev.xeroauth.accounting.openapi;

import java.util.Map;

/** Operations of the two resources that the client does not ask for, each with the reason. */
final class NotMade {

    private static final String BY_ID =
            "an attachment is read by its id, which holds no character that an address changes";

    static final Map<String, String> OPERATIONS = Map.of(
            "GET /BankTransactions/{BankTransactionID}/Attachments/{FileName}", BY_ID,
            "GET /Invoices/{InvoiceID}/Attachments/{FileName}", BY_ID);

    private NotMade() {}
}
