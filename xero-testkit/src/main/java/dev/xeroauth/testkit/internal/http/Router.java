package dev.xeroauth.testkit.internal.http;

import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.FakeOrganisation;
import dev.xeroauth.testkit.internal.identity.Identity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.BufferedSink;
import okio.ByteString;
import okio.GzipSink;
import okio.Okio;

/** Who answers what. Thread-safe. */
public final class Router extends Dispatcher {

    /** What the fake's user decides about a request, and is told of it. */
    public interface Switchboard {

        /** The fault that meets this request; none, as a rule. */
        Interference interferenceWith(Endpoint endpoint);

        /** What came of it. */
        void note(Endpoint endpoint, String what, int status);
    }

    private final ConsentPage consentPage;
    private final TokenApi tokens;
    private final ApiGate api;
    private final Switchboard switchboard;
    private final Queue<Runnable> late = new ConcurrentLinkedQueue<>();
    private final AtomicInteger correlation = new AtomicInteger();

    /** @param switchboard is asked before every answer */
    public Router(
            Identity identity, List<FakeOrganisation> organisations, Supplier<Instant> clock, Switchboard switchboard) {
        this.consentPage = new ConsentPage(identity);
        this.tokens = new TokenApi(identity);
        this.api = new ApiGate(identity, organisations, new InvoicesApi(clock));
        this.switchboard = switchboard;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        Endpoint endpoint = endpoint(request.getUrl());
        Interference interference = switchboard.interferenceWith(endpoint);
        int status = 0;
        Answer answer = Answer.empty(500);
        if (interference.works()) {
            answer = work(endpoint, request);
            status = answer.status();
        }
        if (interference.late()) {
            late.add(() -> switchboard.note(
                    endpoint, what(endpoint, request), work(endpoint, request).status()));
        } else {
            switchboard.note(endpoint, what(endpoint, request), status);
        }
        return response(interference, answer, request);
    }

    /** The requests that were on their way have their effect now. Returns how many there were. */
    public int deliverLate() {
        int delivered = 0;
        for (Runnable request = late.poll(); request != null; request = late.poll()) {
            request.run();
            delivered++;
        }
        return delivered;
    }

    private Answer work(Endpoint endpoint, RecordedRequest request) {
        boolean post = "POST".equals(request.getMethod());
        return switch (endpoint) {
            case AUTHORIZE -> post ? consentPage.decide(request) : consentPage.show(request.getUrl());
            case TOKEN ->
                request.getUrl().encodedPath().endsWith("revocation") ? tokens.revoke(request) : tokens.token(request);
            case CONNECTIONS -> api.connections(request);
            case API ->
                request.getUrl().encodedPath().startsWith("/api.xro/2.0/")
                        ? api.accounting(request)
                        : Answer.text(404, "text/plain", "Not here");
        };
    }

    private MockResponse response(Interference interference, Answer worked, RecordedRequest request) {
        Answer answer = interference
                .instead()
                .map(instead -> new Answer(instead.status(), instead.headers(), ByteString.encodeUtf8(instead.body())))
                .orElse(worked);
        Buffer body = new Buffer().write(answer.body());
        MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
        answer.headers().forEach(response::setHeader);
        if (answer.status() >= 400) {
            response.setHeader("Xero-Correlation-Id", new UUID(0, correlation.incrementAndGet()).toString());
        }
        if (body.size() > 0 && takesGzip(request)) {
            response.setHeader("Content-Encoding", "gzip");
            body = gzipped(body);
        }
        response.body(body);
        if (interference.drops()) {
            response.onResponseStart(new SocketEffect.CloseSocket());
        }
        if (interference.cuts()) {
            response.onResponseBody(new SocketEffect.CloseSocket());
        }
        return response.build();
    }

    private static Endpoint endpoint(HttpUrl url) {
        String path = url.encodedPath();
        if (path.equals("/identity/connect/authorize")) {
            return Endpoint.AUTHORIZE;
        }
        if (path.equals("/connect/token") || path.equals("/connect/revocation")) {
            return Endpoint.TOKEN;
        }
        return path.equals("/connections") || path.startsWith("/connections/") ? Endpoint.CONNECTIONS : Endpoint.API;
    }

    private static String what(Endpoint endpoint, RecordedRequest request) {
        String grantType = endpoint == Endpoint.TOKEN ? Form.of(request).get("grant_type") : "";
        return grantType.isEmpty()
                ? request.getMethod() + " " + request.getUrl().encodedPath()
                : grantType;
    }

    private static boolean takesGzip(RecordedRequest request) {
        String accept = request.getHeaders().get("Accept-Encoding");
        return accept != null && accept.contains("gzip");
    }

    private static Buffer gzipped(Buffer plain) {
        Buffer zipped = new Buffer();
        try (BufferedSink sink = Okio.buffer(new GzipSink(zipped))) {
            sink.writeAll(plain);
        } catch (IOException e) {
            throw new UncheckedIOException("Memory cannot fail", e);
        }
        return zipped;
    }
}
