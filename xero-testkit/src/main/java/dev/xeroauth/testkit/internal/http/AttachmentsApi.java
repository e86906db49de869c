package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.books.Attachment;
import dev.xeroauth.testkit.internal.books.Document;
import dev.xeroauth.testkit.internal.books.Organisation.Change;
import dev.xeroauth.testkit.internal.books.Records;
import dev.xeroauth.testkit.internal.books.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/** The files of a document. */
final class AttachmentsApi {

    private static final String NAME = "Attachments";
    private static final int MOST = 10;
    private static final int LARGEST = 10 * 1024 * 1024;
    private static final String FORBIDDEN = "<>:\"/\\|?*";

    private AttachmentsApi() {}

    static Answer list(Call call, Document document) {
        return Envelope.of(
                call.organisation().now(),
                NAME,
                call.organisation().records().files(document.id()).stream().map(file -> json(file, call.url())));
    }

    static Answer get(Call call, Document document) {
        String idOrName = call.path().get(3);
        Optional<UUID> id = Trees.id(idOrName);
        if (id.isPresent() && call.header("contentType").isEmpty()) {
            return Answer.text(400, "text/plain", "The header contentType is missing");
        }
        return call.organisation().records().files(document.id()).stream()
                .filter(file -> id.isPresent()
                        ? file.id().equals(id.get())
                        : file.fileName().equals(idOrName))
                .findFirst()
                .map(file -> new Answer(200, Map.of("Content-Type", file.mimeType()), file.content()))
                .orElseGet(Problems::notFound);
    }

    /** A file of the same name takes the place of the one before, and its id. */
    static Answer store(Call call, UUID document) {
        String name = call.path().get(3);
        if (name.isBlank() || name.chars().anyMatch(each -> FORBIDDEN.indexOf(each) >= 0)) {
            return Problems.validation("The file name is empty or has a character that is not allowed");
        }
        if (call.body().size() == 0 || call.body().size() > LARGEST) {
            return Problems.validation("A file has at least one byte and at most 10 MB");
        }
        return call.organisation().change(records -> store(call, records, document, name));
    }

    private static Change<Answer> store(Call call, Records records, UUID document, String name) {
        List<Attachment> files = new ArrayList<>(records.files(document));
        int place = files.stream().map(Attachment::fileName).toList().indexOf(name);
        if (place < 0 && files.size() >= MOST) {
            return new Change<>(Problems.validation("A document has at most 10 files"), false);
        }
        Attachment file = new Attachment(
                place < 0 ? call.organisation().newId() : files.get(place).id(),
                name,
                call.header("Content-Type").isEmpty() ? "application/octet-stream" : call.header("Content-Type"),
                call.body(),
                call.isTrue("IncludeOnline"));
        if (place < 0) {
            files.add(file);
        } else {
            files.set(place, file);
        }
        records.file(document, files);
        Document before = records.find(call.resource(), document).orElseThrow();
        ObjectNode tree = before.tree().deepCopy().put("HasAttachments", true);
        call.organisation()
                .shelve(records, call.resource(), new Document(document, before.updatedAt(), tree, before.madeBy()));
        records.note(document, call.organisation().now(), "Attached a file", "Attached a file through the API");
        return new Change<>(Envelope.of(call.organisation().now(), NAME, Stream.of(json(file, call.url()))), true);
    }

    /** The address is that of the file behind the document's. */
    static ObjectNode json(Attachment file, HttpUrl url) {
        List<String> path = url.pathSegments();
        HttpUrl.Builder address = url.newBuilder().query(null);
        for (int i = path.size() - 1; i > 3; i--) {
            address.removePathSegment(i);
        }
        return Trees.JSON
                .objectNode()
                .put("AttachmentID", file.id().toString())
                .put("FileName", file.fileName())
                .put(
                        "Url",
                        address.addPathSegment(NAME)
                                .addPathSegment(file.fileName())
                                .build()
                                .toString())
                .put("MimeType", file.mimeType())
                .put("ContentLength", file.content().size())
                .put("IncludeOnline", file.includeOnline());
    }
}
