package dev.xeroauth.accounting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroIOException;
import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.internal.json.UnreadableValueException;
import java.io.IOException;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;

/** Sends requests for one tenant and reads the answers. Thread-safe. */
final class ApiCalls {

    private final Call.Factory http;
    private final HttpUrl accounting;
    private final TenantId tenantId;

    ApiCalls(Call.Factory http, HttpUrl accounting, TenantId tenantId) {
        this.http = http;
        this.accounting = accounting;
        this.tenantId = tenantId;
    }

    /** The address of the accounting API, to which paths are added. */
    HttpUrl accounting() {
        return accounting;
    }

    /** Reads an answer to its last byte and gives the connection back before it returns. */
    <R> R get(String operation, Request.Builder request, BodyReader<R> reader) {
        Request complete = request.header("Accept", "application/json")
                .header("User-Agent", UserAgent.TEXT)
                .build();
        try (Response response = execute(http.newCall(complete))) {
            AnswerHead head = AnswerHead.of(operation, tenantId, response);
            if (!response.isSuccessful()) {
                throw Failures.of(head, response);
            }
            return read(head, reader, new WatchedStream(response.body().byteStream()));
        } catch (XeroIOException e) {
            throw e.problem();
        } catch (IOException e) {
            throw new XeroUnreachableException(operation, tenantId, e);
        }
    }

    /** OkHttp is Kotlin and lets an InterruptedException out undeclared while it connects; it becomes what it declares. */
    private static Response execute(Call call) throws IOException {
        try {
            return call.execute();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IOException("interrupted", e);
        }
    }

    private static <R> R read(AnswerHead head, BodyReader<R> reader, WatchedStream body) {
        try (JsonParser parser = Json.parser(body)) {
            return reader.read(parser);
        } catch (UnreadableValueException e) {
            throw new UnreadableAnswerException(head, e.what(), body.bytesRead(), e);
        } catch (IOException e) {
            throw unreadable(head, body, e);
        }
    }

    /** The exception of a parser quotes the body and goes no further; that of a connection is kept as the cause. */
    private static UnreadableAnswerException unreadable(AnswerHead head, WatchedStream body, IOException e) {
        if (body.failure() != null) {
            return new UnreadableAnswerException(head, "it was cut off", body.bytesRead(), body.failure());
        }
        String what = e instanceof JsonProcessingException parsing && parsing.getLocation() != null
                ? "no JSON at byte " + parsing.getLocation().getByteOffset()
                : "no JSON";
        return new UnreadableAnswerException(head, what, body.bytesRead(), null);
    }
}
