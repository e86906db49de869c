package dev.xeroauth.testkit.internal.http;

import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.internal.books.Organisations;
import dev.xeroauth.testkit.internal.identity.Identity;
import dev.xeroauth.testkit.internal.limits.Admission;
import dev.xeroauth.testkit.internal.limits.Meter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import okio.BufferedSink;
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

    /**
     * What the accounting API works on.
     *
     * @param organisations that there are
     * @param limit how much is written at a time
     */
    public record Books(Organisations organisations, BodyLimit limit) {}

    private final Identity identity;
    private final ConsentPage consentPage;
    private final TokenApi tokens;
    private final ApiGate api;
    private final Switchboard switchboard;
    private final HeldUp heldUp = new HeldUp();
    private final Queue<Runnable> late = new ConcurrentLinkedQueue<>();
    private final AtomicInteger correlation = new AtomicInteger();

    /** @param switchboard is asked before every answer */
    public Router(Identity identity, Books books, Meter meter, Switchboard switchboard) {
        this.identity = identity;
        this.consentPage = new ConsentPage(identity);
        this.tokens = new TokenApi(identity);
        this.api = new ApiGate(identity, books.organisations(), meter, books.limit());
        this.switchboard = switchboard;
    }

    @Override
    public MockResponse dispatch(RecordedRequest request) {
        Endpoint endpoint = endpoint(request.getUrl());
        Interference interference = switchboard.interferenceWith(endpoint);
        Answer answer;
        if (interference.ending() == Interference.Ending.LATE) {
            late.add(() -> worked(endpoint, request, Interference.NONE));
            answer = Answer.empty(500);
        } else {
            answer = worked(endpoint, request, interference);
        }
        return response(interference.ending(), interference.change().apply(answer), request);
    }

    private Answer worked(Endpoint endpoint, RecordedRequest request, Interference interference) {
        String what = what(endpoint, request);
        if (!interference.works()) {
            return heldUp.around(interference, () -> {
                switchboard.note(endpoint, what, 0);
                return Answer.empty(500);
            });
        }
        Admission admission = endpoint == Endpoint.API ? api.admit(request) : Admission.FREE;
        if (!admission.granted()) {
            switchboard.note(endpoint, what, 429);
            return Answer.empty(429).with(admission.headers());
        }
        try {
            return heldUp.around(interference, () -> {
                        Answer answer = work(endpoint, request);
                        switchboard.note(endpoint, what, answer.status());
                        return answer;
                    })
                    .with(admission.headers());
        } finally {
            admission.end().run();
        }
    }

    /** The requests that wait until they are let go. */
    public boolean awaitHeldUp(int count, Duration atMost) throws InterruptedException {
        return heldUp.await(count, atMost);
    }

    /** They go on. Returns how many there were. */
    public int releaseHeldUp() {
        return heldUp.release();
    }

    @Override
    public void close() {
        heldUp.end();
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

    /** A mistake of the fake or of the test's own code is an answer too: without one the client would wait. */
    private Answer work(Endpoint endpoint, RecordedRequest request) {
        try {
            return answer(endpoint, request);
        } catch (RuntimeException e) {
            return Answer.text(
                    500, "text/plain", "The fake failed: " + e.getClass().getName());
        }
    }

    private Answer answer(Endpoint endpoint, RecordedRequest request) {
        boolean post = "POST".equals(request.getMethod());
        return switch (endpoint) {
            case AUTHORIZE -> post ? consentPage.decide(request) : consentPage.show(request.getUrl());
            case TOKEN ->
                request.getUrl().encodedPath().endsWith("revocation") ? tokens.revoke(request) : tokens.token(request);
            case JWKS -> Answer.json(200, identity.keys().published());
            case CONNECTIONS -> api.connections(request);
            case API ->
                request.getUrl().encodedPath().startsWith("/api.xro/2.0/")
                        ? api.accounting(request)
                        : Answer.text(404, "text/plain", "Not here");
        };
    }

    private MockResponse response(Interference.Ending ending, Answer answer, RecordedRequest request) {
        Buffer body = new Buffer().write(answer.body());
        MockResponse.Builder response = new MockResponse.Builder().code(answer.status());
        answer.headers().forEach(response::setHeader);
        response.setHeader("Xero-Correlation-Id", new UUID(0, correlation.incrementAndGet()).toString());
        if (body.size() > 0 && takesGzip(request)) {
            response.setHeader("Content-Encoding", "gzip");
            body = gzipped(body);
        }
        response.body(body);
        switch (ending) {
            case DROPPED, LATE -> response.onResponseStart(new SocketEffect.CloseSocket());
            case CUT -> response.onResponseBody(new SocketEffect.CloseSocket());
            case SENT -> {}
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
        if (path.equals("/.well-known/openid-configuration/jwks")) {
            return Endpoint.JWKS;
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
