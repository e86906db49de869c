package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.books.Document;
import dev.xeroauth.testkit.internal.books.Organisation.Change;
import dev.xeroauth.testkit.internal.books.Trees;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A document as people see it: on paper, by e-mail and online. */
final class PaperApi {

    private static final Set<String> OUT = Set.of("AUTHORISED", "PAID");

    private PaperApi() {}

    static Answer pdf(Document document) {
        return new Answer(200, Map.of("Content-Type", "application/pdf"), Pdf.of(document.text("InvoiceNumber")));
    }

    static Answer online(Call call, Document document) {
        if (!isOut(document)) {
            return Problems.notFound();
        }
        ObjectNode online = Trees.JSON.objectNode().put("OnlineInvoiceUrl", "https://in.xero.com/" + document.id());
        return Envelope.of(call.organisation().now(), "OnlineInvoices", Stream.of(online));
    }

    /** Marks it as sent. That is no change of its own if it is paid in part. */
    static Answer email(Call call, Document document) {
        if (!isOut(document)) {
            return Problems.validation("Only authorised sales invoices can be sent");
        }
        return call.organisation().change(records -> {
            Document now = records.find(call.resource(), document.id()).orElseThrow();
            String to = records.contacts()
                    .whole(now.contactId())
                    .path("EmailAddress")
                    .asText("");
            if (to.isEmpty()) {
                return new Change<>(Problems.validation("The contact has no email address"), false);
            }
            ObjectNode tree = now.tree().deepCopy().put("SentToContact", true);
            Document sent = new Document(now.id(), now.updatedAt(), tree, now.madeBy());
            boolean inPart = now.amount("AmountPaid").signum() > 0
                    && now.amount("AmountDue").signum() > 0;
            if (inPart) {
                records.replace(call.resource(), sent);
            } else {
                call.organisation().shelve(records, call.resource(), sent);
            }
            records.note(now.id(), call.organisation().now(), "Invoice Sent", "Sent by email through the API");
            return new Change<>(Answer.empty(204), true);
        });
    }

    private static boolean isOut(Document document) {
        return document.text("Type").equals("ACCREC") && OUT.contains(document.text("Status"));
    }
}
