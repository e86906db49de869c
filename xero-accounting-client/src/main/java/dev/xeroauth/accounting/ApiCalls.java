package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import dev.xeroauth.XeroIOException;
import java.io.IOException;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Objects;
import java.util.random.RandomGenerator;
import okhttp3.Call;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Sends requests for one organisation and reads the answers. Thread-safe. */
final class ApiCalls {

    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final int KEY_BYTES = 16;
    private static final String JSON = "application/json";

    private final Call.Factory http;
    private final HttpUrl accounting;
    /** Null: the one organisation of a custom connection. */
    private final @Nullable TenantId tenantId;

    private final RandomGenerator random;
    private final InstantSource clock;
    private final RequestOptions options;

    ApiCalls(
            Call.Factory http,
            HttpUrl accounting,
            @Nullable TenantId tenantId,
            RandomGenerator random,
            InstantSource clock) {
        this.http = http;
        this.accounting = accounting;
        this.tenantId = tenantId;
        this.random = random;
        this.clock = clock;
        this.options = RequestOptions.none();
    }

    private ApiCalls(ApiCalls base, RequestOptions options) {
        this.http = base.http;
        this.accounting = base.accounting;
        this.tenantId = base.tenantId;
        this.random = base.random;
        this.clock = base.clock;
        this.options = options;
    }

    /** A view of the same calls, whose options come on top of those that are here. */
    ApiCalls with(RequestOptions more) {
        return new ApiCalls(this, options.and(more));
    }

    RequestOptions options() {
        return options;
    }

    /** Null: the one organisation of a custom connection. */
    @Nullable
    TenantId tenantId() {
        return tenantId;
    }

    /** The address of the accounting API, to which paths are added. */
    HttpUrl accounting() {
        return accounting;
    }

    /** Reads an answer to its last byte and gives the connection back before it returns. */
    <R> R get(String operation, Request.Builder request, BodyReader<R> reader) {
        return send(operation, complete(request, JSON), new JsonAnswer<>(reader));
    }

    /** Creates. */
    <R> R put(String operation, HttpUrl url, RequestBody body, BodyReader<R> reader) {
        return send(operation, write(url, "PUT", body), new JsonAnswer<>(reader));
    }

    /** Creates or updates. */
    <R> R post(String operation, HttpUrl url, RequestBody body, BodyReader<R> reader) {
        return send(operation, write(url, "POST", body), new JsonAnswer<>(reader));
    }

    /** Has something done that yields no body (204). One that comes all the same is not Xero's, a gateway's page for one. */
    void postForNothing(String operation, HttpUrl url, RequestBody body) {
        send(operation, write(url, "POST", body), new NoAnswer());
    }

    /** Streams a file, whose type the request asks for in its own headers. */
    void download(String operation, Request request, FileAnswer answer) {
        String accept = Objects.requireNonNull(request.header("Accept"), "Accept");
        send(operation, complete(request.newBuilder(), accept), answer);
    }

    /** A file that is asked for when it is written somewhere; the kind of the file is what the request accepts. */
    Download download(String operation, Request.Builder request) {
        Request complete = request.build();
        String accept = Objects.requireNonNull(complete.header("Accept"), "Accept");
        return new Download(this, operation, complete, new FileKind(accept));
    }

    /** The one that was given, or else a fresh one of 128 bits. */
    String newIdempotencyKey() {
        String given = options.givenKey();
        if (given != null) {
            return given;
        }
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private Request write(HttpUrl url, String method, RequestBody body) {
        Request.Builder request =
                new Request.Builder().url(url).method(method, body).header(IDEMPOTENCY_KEY, newIdempotencyKey());
        return complete(request, JSON);
    }

    private Request complete(Request.Builder request, String accept) {
        return options.applyTo(request.header("Accept", accept)
                .header("User-Agent", UserAgent.TEXT)
                .build());
    }

    /** The same key goes with every attempt, as it is part of the request before any interceptor sees it. */
    private <R> R send(String operation, Request request, AnswerReader<R> reader) {
        Asked asked = Asked.of(operation, tenantId, request.header(IDEMPOTENCY_KEY));
        Attempts attempts = new Attempts();
        Call call = http.newCall(request);
        if (asked.isWrite()) {
            call.addEventListener(attempts);
        }
        try (Response response = execute(call)) {
            return read(AnswerHead.of(asked, response, attempts), response, reader);
        } catch (XeroIOException e) {
            throw attempts.anyNotRefused() ? new XeroUnreachableException(asked, e.problem()) : e.problem();
        } catch (IOException e) {
            throw new XeroUnreachableException(asked, e);
        }
    }

    private <R> R read(AnswerHead head, Response response, AnswerReader<R> reader) throws IOException {
        boolean kept = options.wantsRawAnswers() && !(response.isSuccessful() && reader.streams());
        if (!kept) {
            return read(head, response, new WatchedStream(response.body().byteStream()), reader);
        }
        KeptBody body = new KeptBody(response.body().byteStream());
        try {
            return read(head, response, new WatchedStream(body), reader);
        } finally {
            options.tell(new RawAnswer(head.status(), response.headers(), body.all()));
        }
    }

    private <R> R read(AnswerHead head, Response response, WatchedStream body, AnswerReader<R> reader)
            throws IOException {
        if (!response.isSuccessful()) {
            throw new Failures(head, response, clock).exception(ErrorBody.read(body), accounting);
        }
        return reader.read(head, body);
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
}
