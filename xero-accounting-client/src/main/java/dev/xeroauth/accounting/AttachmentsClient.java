package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import dev.xeroauth.accounting.internal.json.Envelope;
import dev.xeroauth.accounting.model.Attachment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * The files that are kept with one document, ten at most. Thread-safe; every method but {@code download} calls Xero and blocks.
 *
 * <p>It takes the scope {@code accounting.attachments}, or {@code accounting.attachments.read} for reading.
 */
public final class AttachmentsClient {

    private static final String NAME = "Attachments";
    private static final int MOST_FILES = 10;
    /** Xero takes the type from a header of this name, and answers with plain bytes. */
    private static final String TYPE_HEADER = "contentType";

    private static final String BYTES = "application/octet-stream";

    private final ApiCalls calls;
    private final HttpUrl attachments;
    private final String operation;

    AttachmentsClient(ApiCalls calls, HttpUrl document, String operation) {
        this.calls = calls;
        this.attachments = document.newBuilder().addPathSegment(NAME).build();
        this.operation = operation + "/" + NAME;
    }

    /**
     * The files.
     *
     * @return all of them, without their content
     * @throws XeroApiException if Xero answers with a failure
     * @throws XeroUnreachableException if there is no answer
     */
    public List<Attachment> list() {
        return calls.get("GET " + operation, new Request.Builder().url(attachments), AttachmentsClient::readAll);
    }

    /**
     * Adds a file.
     *
     * @param file the file
     * @return what Xero keeps of it
     * @throws XeroApiException if Xero answers with a failure
     * @throws XeroUnreachableException if there is no answer
     */
    public Attachment upload(Upload file) {
        HttpUrl url = address(file);
        HttpUrl shown = file.isOnline()
                ? url.newBuilder().addQueryParameter("IncludeOnline", "true").build()
                : url;
        return calls.put("PUT " + operation + "/{name}", shown, file.body(), AttachmentsClient::readOne);
    }

    /**
     * Puts a file in the place of the one that has its name.
     *
     * @param file the file
     * @return what Xero keeps of it
     * @throws IllegalArgumentException if it is to be shown online, which is settled when a file is added
     * @throws XeroApiException if Xero answers with a failure
     * @throws XeroUnreachableException if there is no answer
     */
    public Attachment replace(Upload file) {
        if (file.isOnline()) {
            throw new IllegalArgumentException(
                    "Whether a file is shown online is settled when it is added: leave includeOnline() out");
        }
        return calls.post("POST " + operation + "/{name}", address(file), file.body(), AttachmentsClient::readOne);
    }

    /**
     * Adds files one after the other, after a look at how many there are: where they do not all fit, none is sent. If one
     * fails, those before it are there.
     *
     * @param files any number
     * @return what Xero keeps of them, in the same order
     * @throws IllegalArgumentException if the document would have more than ten, or an idempotency key was given, which is for
     *     one write
     * @throws XeroApiException if Xero answers with a failure
     * @throws XeroUnreachableException if there is no answer
     */
    public List<Attachment> uploadAll(List<Upload> files) {
        List<Upload> all = List.copyOf(files);
        if (all.size() > 1 && calls.options().idempotencyKey().isPresent()) {
            throw new IllegalArgumentException("An idempotency key is for one write: upload the files one by one");
        }
        if (all.isEmpty()) {
            return List.of();
        }
        requireRoom(all.size(), 0);
        requireRoom(all.size(), list().size());
        List<Attachment> kept = new ArrayList<>();
        for (Upload file : all) {
            kept.add(upload(file));
        }
        return List.copyOf(kept);
    }

    private static void requireRoom(int more, int present) {
        if (more + present > MOST_FILES) {
            throw new IllegalArgumentException("A document has at most " + MOST_FILES + " files at Xero: this one has "
                    + present + ", and " + more + " more were to be added. None was sent");
        }
    }

    /**
     * A file that was listed.
     *
     * @param attachment with its id
     * @return a download that asks Xero when it is used
     * @throws IllegalArgumentException if it has no id
     */
    public Download download(Attachment attachment) {
        UUID id = attachment
                .attachmentId()
                .orElseThrow(() -> new IllegalArgumentException("The attachment has no id: use one that was listed"));
        return download(
                id, attachment.mimeType().filter(type -> !type.isBlank()).orElse(BYTES));
    }

    /**
     * A file.
     *
     * @param attachmentId Xero's id of it
     * @param mimeType its type, {@link Attachment#mimeType()}
     * @return a download that asks Xero when it is used
     * @throws IllegalArgumentException if the type cannot be sent
     */
    public Download download(UUID attachmentId, String mimeType) {
        HttpUrl url =
                attachments.newBuilder().addPathSegment(attachmentId.toString()).build();
        Request request = new Request.Builder()
                .url(url)
                .header(TYPE_HEADER, Settable.headerValue(mimeType))
                .header("Accept", BYTES)
                .build();
        return new Download(calls, "GET " + operation + "/{id}", request, new FileKind(mimeType));
    }

    private HttpUrl address(Upload file) {
        return attachments
                .newBuilder()
                .addEncodedPathSegment(AttachmentName.encoded(file.fileName()))
                .build();
    }

    private static List<Attachment> readAll(JsonParser parser) throws IOException {
        return Envelope.read(parser, NAME, Attachment.class).elements();
    }

    private static Attachment readOne(JsonParser parser) throws IOException {
        return Envelope.read(parser, NAME, Attachment.class).only();
    }
}
