package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import dev.xeroauth.accounting.internal.json.Envelope;
import dev.xeroauth.accounting.model.HistoryRecord;
import java.io.IOException;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/** What happened to one document, and the notes on it. Thread-safe; every method calls Xero and blocks. */
public final class HistoryClient {

    private static final int LONGEST_NOTE = 2500;
    private static final String NAME = "HistoryRecords";

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
     * @throws IllegalArgumentException if it is blank or longer; nothing was sent
     * @throws XeroApiException if Xero answers with a failure
     * @throws XeroUnreachableException if there is no answer
     */
    public void addNote(String text) {
        if (text.isBlank() || text.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("A note has 1 to " + LONGEST_NOTE + " characters, not all of them blank;"
                    + " this one has " + text.length());
        }
        String body = "{\"" + NAME + "\":[{\"Details\":\""
                + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + "\"}]}";
        calls.put("PUT " + operation, history, RequestBody.create(body, DocumentCalls.JSON), HistoryClient::read);
    }

    private static List<HistoryRecord> read(JsonParser parser) throws IOException {
        return Envelope.read(parser, NAME, HistoryRecord.class).elements();
    }
}
