package dev.xeroauth.testkit.internal.books;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.FakeInvoice;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Lines as tests see them, to trees and back. */
final class LineView {

    private LineView() {}

    static ArrayNode nodes(List<FakeInvoice.Line> lines, boolean income) {
        ArrayNode nodes = Trees.JSON.arrayNode();
        lines.forEach(line -> nodes.add(node(line, income)));
        return nodes;
    }

    /** Before tax, whatever the document says of its lines. */
    static List<FakeInvoice.Line> lines(Document document) {
        boolean inclusive = document.text("LineAmountTypes").equals("Inclusive");
        List<FakeInvoice.Line> lines = new ArrayList<>();
        for (JsonNode each : document.lines()) {
            BigDecimal amount = Trees.decimal(each, "LineAmount");
            BigDecimal tax = Trees.decimal(each, "TaxAmount");
            lines.add(new FakeInvoice.Line(
                    UUID.fromString(each.path("LineItemID").asText()),
                    each.path("Description").asText(""),
                    Trees.decimal(each, "Quantity"),
                    Trees.decimal(each, "UnitAmount"),
                    inclusive ? amount.subtract(tax) : amount,
                    tax,
                    each.path("AccountCode").asText("")));
        }
        return lines;
    }

    static LocalDate day(String date) {
        return Dates.day(Dates.read(date).orElse(Instant.EPOCH));
    }

    private static ObjectNode node(FakeInvoice.Line line, boolean income) {
        ObjectNode node = Trees.JSON
                .objectNode()
                .put("LineItemID", line.id().toString())
                .put("Description", line.description())
                .put("UnitAmount", Trees.unit(line.unitAmount(), Sums.PLACES))
                .put("TaxType", income ? "OUTPUT2" : "INPUT2")
                .put("TaxAmount", Trees.cents(line.taxAmount()))
                .put("LineAmount", Trees.cents(line.lineAmount()))
                .put("AccountCode", line.accountCode())
                .put("Quantity", line.quantity().setScale(Sums.PLACES, RoundingMode.HALF_UP));
        node.set("Tracking", Trees.JSON.arrayNode());
        node.set("ValidationErrors", Trees.JSON.arrayNode());
        return node;
    }
}
