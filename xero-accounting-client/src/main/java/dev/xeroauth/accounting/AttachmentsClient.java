package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import dev.xeroauth.accounting.internal.json.Envelope;
import dev.xeroauth.accounting.model.Attachment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
     * Adds a file, with this one call and no look at those that are there. Xero does not say what becomes of a file that has the
     * same name already: count on its being lost, and on nothing else. {@link #uploadAll} looks first, {@link #replace} says what
     * it wants. An eleventh file Xero refuses.
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
     * Adds files one after the other, after a look at those that are there: where they do not all fit, or one would take the
     * place of another, none is sent. If one fails, those before it are there, and to be left out the next time. The look is a
     * call of its own, for a single file too.
     *
     * @param files any number, each with a name of its own
     * @return what Xero keeps of them, in the same order
     * @throws IllegalArgumentException if the document would have more than ten, or two of one name, in whatever case, or if an
     *     idempotency key was given for several, as it is for one write
     * @throws XeroApiException if Xero answers with a failure
     * @throws XeroUnreachableException if there is no answer
     */
    public List<Attachment> uploadAll(List<Upload> files) {
        List<Upload> all = Elements.of("files", files);
        if (all.size() > 1 && calls.options().idempotencyKey().isPresent()) {
            throw new IllegalArgumentException("An idempotency key is for one write: upload the files one by one");
        }
        if (all.isEmpty()) {
            return List.of();
        }
        requireRoom(all.size(), 0);
        requireNewNames(all, List.of());
        List<Attachment> present = list();
        requireRoom(all.size(), present.size());
        requireNewNames(all, present);
        List<Attachment> kept = new ArrayList<>();
        for (Upload file : all) {
            kept.add(upload(file));
        }
        return List.copyOf(kept);
    }

    /** Names that differ in case alone may be one to Xero, which keeps one file of a name. */
    private static void requireNewNames(List<Upload> files, List<Attachment> present) {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        present.forEach(file -> file.fileName().ifPresent(names::add));
        for (int i = 0; i < files.size(); i++) {
            if (!names.add(files.get(i).fileName())) {
                throw new IllegalArgumentException("The file in place " + i
                        + ", counted from 0, has the name of another file of the document: one of them would be lost. None was"
                        + " sent; replace(...) puts a file in the place of another");
            }
        }
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
