package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.FakeBankTransaction;
import java.util.UUID;

/** Bank transactions as tests see them, to documents and back. */
final class BankTransactionView {

    private BankTransactionView() {}

    static Document document(FakeBankTransaction transaction) {
        ObjectNode node = Trees.JSON
                .objectNode()
                .put("BankTransactionID", transaction.id().toString());
        node.set("BankAccount", Accounts.bank(transaction.bankAccountId()));
        node.put("Type", transaction.type())
                .put("Reference", transaction.reference())
                .put("IsReconciled", transaction.reconciled())
                .put("CurrencyRate", Sums.rate(transaction.currency()))
                .put("HasAttachments", false);
        node.putObject("Contact").put("ContactID", transaction.contactId().toString());
        node.put("DateString", Dates.companion(transaction.date()))
                .put("Date", Dates.microsoft(transaction.date()))
                .put("Status", transaction.status())
                .put("LineAmountTypes", "Exclusive");
        node.set(
                "LineItems",
                LineView.nodes(transaction.lines(), transaction.type().startsWith("RECEIVE")));
        node.put("SubTotal", Trees.cents(transaction.subTotal()))
                .put("TotalTax", Trees.cents(transaction.totalTax()))
                .put("Total", Trees.cents(transaction.total()))
                .put("UpdatedDateUTC", Dates.microsoft(transaction.updatedAt()))
                .put("CurrencyCode", transaction.currency());
        return new Document(transaction.id(), transaction.updatedAt(), node, null);
    }

    static FakeBankTransaction transaction(Document document, Records records) {
        return new FakeBankTransaction(
                document.id(),
                document.text("Type"),
                document.text("Status"),
                document.contactId(),
                records.contacts().name(document.contactId()),
                UUID.fromString(
                        document.tree().path("BankAccount").path("AccountID").asText()),
                document.text("Reference"),
                LineView.day(document.text("Date")),
                document.updatedAt(),
                document.text("CurrencyCode"),
                document.tree().path("IsReconciled").asBoolean(),
                LineView.lines(document));
    }
}
