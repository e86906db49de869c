package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.xeroauth.accounting.internal.json.Envelope;
import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.model.HistoryRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** What happened to one document, and the notes on it. Thread-safe; every method calls Xero and blocks. */
public final class HistoryClient {

    private static final int LONGEST_NOTE = 2500;
    private static final String NAME = "HistoryRecords";
    private static final String ERRORS = "ValidationErrors";

    private final ApiCalls calls;
    private final HttpUrl history;
    private final String operation;

    HistoryClient(ApiCalls calls, HttpUrl document, String operation) {
        this.calls = calls;
        this.history = document.newBuilder().addPathSegment("History").build();
        this.operation = operation + "/History";
    }

    /**
     * The changes and the notes.
     *
     * @return all of them, in Xero's order
     * @throws XeroApiException if Xero answers with a failure
     * @throws XeroUnreachableException if there is no answer
     */
    public List<HistoryRecord> list() {
        return calls.get("GET " + operation, new Request.Builder().url(history), HistoryClient::read);
    }

    /**
     * Adds a note. It cannot be changed or removed afterwards.
     *
     * @param text 1 to 2,500 characters, not all of them blank
     * @throws IllegalArgumentException if it is blank or longer, or holds half a character; nothing was sent
     * @throws ValidationException if Xero refuses it
     * @throws XeroApiException if Xero answers with a failure
     * @throws XeroUnreachableException if there is no answer
     */
    public void addNote(String text) {
        if (text.isBlank() || text.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("A note has 1 to " + LONGEST_NOTE + " characters, not all of them blank;"
                    + " this one has " + text.length());
        }
        if (!Texts.isWhole(text)) {
            throw new IllegalArgumentException("The note holds half a character, a surrogate without its other half");
        }
        String body = "{\"" + NAME + "\":[{\"Details\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"}]}";
        Answer<List<String>> refused = calls.put(
                "PUT " + operation,
                history,
                RequestBody.create(body, DocumentCalls.JSON),
                BodyReader.withHead(HistoryClient::refused));
        if (!refused.body().isEmpty()) {
            throw ValidationException.of(refused.head(), List.of(new ElementError(0, text, refused.body())));
        }
    }

    private static List<HistoryRecord> read(JsonParser parser) throws IOException {
        return Envelope.read(parser, NAME, HistoryRecord.class).elements();
    }

    /** What Xero has against a note; a list of errors comes with every one, and is empty if it was kept. */
    private static List<String> refused(JsonParser parser) throws IOException {
        for (HistoryRecord record : read(parser)) {
            String errors = record.unknownFields().getOrDefault(ERRORS, "[]");
            if (errors.startsWith("[") && !errors.equals("[]")) {
                return ErrorWords.orOurs(words("{\"" + ERRORS + "\":" + errors + "}"));
            }
        }
        return List.of();
    }

    private static List<String> words(String refused) throws IOException {
        List<String> words = new ArrayList<>();
        try (JsonParser parser = Json.parser(new ByteArrayInputStream(refused.getBytes(StandardCharsets.UTF_8)))) {
            parser.nextToken();
            ElementMessages.collect(parser, words);
        }
        return words;
    }
}
