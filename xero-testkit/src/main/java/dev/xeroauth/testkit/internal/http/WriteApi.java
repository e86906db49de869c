package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.books.Document;
import dev.xeroauth.testkit.internal.books.Organisation.Change;
import dev.xeroauth.testkit.internal.books.Records;
import dev.xeroauth.testkit.internal.books.Trees;
import dev.xeroauth.testkit.internal.books.Writer;
import dev.xeroauth.testkit.internal.books.Writer.Written;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** Documents that are created and updated, one or many at a time. */
final class WriteApi {

    private WriteApi() {}

    /** PUT creates, POST creates or updates. */
    static Answer batch(Call call) {
        Writer writer = writer(call);
        return call.method().equals("PUT") ? write(call, writer::create) : write(call, writer::createOrUpdate);
    }

    /** POST to an id. */
    static Answer update(Call call) {
        return call.document()
                .map(Document::id)
                .map(id -> write(
                        call,
                        (records, sent) -> writer(call)
                                .update(
                                        records,
                                        records.find(call.resource(), id).orElseThrow(),
                                        sent)))
                .orElseGet(Problems::notFound);
    }

    private static Writer writer(Call call) {
        return new Writer(call.organisation(), call.resource(), call.unitPlaces(), call.clientId());
    }

    private static Answer write(Call call, BiFunction<Records, JsonNode, Written> one) {
        Optional<List<JsonNode>> elements =
                Bodies.elements(call, call.resource().name());
        if (elements.isEmpty()) {
            return Problems.unreadableBody();
        }
        if (elements.get().isEmpty()) {
            return Problems.nothingSent();
        }
        boolean each = call.parameter("summarizeErrors").equalsIgnoreCase("false");
        return call.organisation().change(records -> {
            List<Written> written = new ArrayList<>();
            elements.get().forEach(element -> written.add(one.apply(records, element)));
            boolean refused =
                    !each && written.stream().anyMatch(any -> !any.errors().isEmpty());
            return new Change<>(
                    refused ? refused(records, call, written) : done(records, call, written, each), !refused);
        });
    }

    private static Answer done(Records records, Call call, List<Written> written, boolean each) {
        return Envelope.of(
                call.organisation().now(),
                call.resource().name(),
                written.stream().map(any -> element(records, call, any, each)));
    }

    private static Answer refused(Records records, Call call, List<Written> written) {
        return Problems.validation(
                written.stream().map(any -> element(records, call, any, false)).toList());
    }

    private static ObjectNode element(Records records, Call call, Written written, boolean withStatus) {
        ObjectNode node = written.document()
                .map(document -> new DocumentJson(records, call.unitPlaces()).alone(document, call.url()))
                .orElseGet(written::echo);
        boolean refused = !written.errors().isEmpty();
        if (withStatus) {
            node.put(
                    "StatusAttributeString",
                    refused ? "ERROR" : written.warnings().isEmpty() ? "OK" : "WARNING");
        }
        if (refused) {
            node.set("ValidationErrors", Trees.messages(written.errors()));
        }
        if (!written.warnings().isEmpty()) {
            node.set("Warnings", Trees.messages(written.warnings()));
        }
        return node;
    }
}
