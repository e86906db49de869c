package dev.xeroauth.tests;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.internal.engine.BearerInterceptor;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.SharedClock;
import dev.xeroauth.internal.engine.Tenants;
import dev.xeroauth.internal.http.ConnectionsEndpoint;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.jspecify.annotations.Nullable;

/** Xero's API without a network, behind the interceptor of a process that does everything on its caller's thread. */
final class CannedApi {

    static final TenantId TENANT = new TenantId(new UUID(1, 1));
    static final String REFUSED = "{\"Detail\":\"AuthenticationUnsuccessful\"}";
    static final String SCOPE_MISSING = "{\"Detail\":\"AuthorizationUnsuccessful\"}";

    /** @param header {@code WWW-Authenticate} */
    record Answer(int status, String body, String header) {

        Answer(int status, String body) {
            this(status, body, "");
        }
    }

    private static final MediaType JSON = MediaType.get("application/json");
    private static final XeroEndpoints NOWHERE = XeroEndpoints.at(URI.create("http://localhost:1"));

    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private final OkHttpClient client;
    volatile Function<String, Answer> answers = token -> new Answer(200, "{}");

    CannedApi(Bench bench) {
        this(bearer(bench));
    }

    CannedApi(Interceptor bearer) {
        client = new OkHttpClient.Builder()
                .addInterceptor(bearer)
                .addInterceptor(chain -> answer(chain.request()))
                .build();
    }

    private static Interceptor bearer(Bench bench) {
        Machinery machinery = bench.machinery(new OwnThreads(Runnable::run), SharedClock.common(bench.time));
        Grants grants = new Grants(machinery);
        Tenants tenants = new Tenants(machinery, grants, new ConnectionsEndpoint(NOWHERE, Duration.ofMillis(1)));
        return BearerInterceptor.to(machinery, grants, Bench.ID, tenants, TENANT);
    }

    /** What Xero has listed for the grant. */
    static Optional<List<Connection>> connections() {
        return Optional.of(List.of(new Connection(
                new ConnectionId(new UUID(2, 2)), TENANT, "ORGANISATION", Optional.empty(), Optional.empty())));
    }

    private Response answer(Request request) {
        String token = String.valueOf(request.header("Authorization")).substring("Bearer ".length());
        tokens.add(token);
        Answer answer = answers.apply(token);
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(answer.status())
                .message("")
                .header("WWW-Authenticate", answer.header())
                .body(ResponseBody.create(answer.body(), JSON))
                .build();
    }

    /** The tokens of the requests that arrived. */
    List<String> tokens() {
        return List.copyOf(tokens);
    }

    Answer get() throws IOException {
        return send(null);
    }

    Answer send(@Nullable RequestBody body) throws IOException {
        Request.Builder request = new Request.Builder().url("https://api.xero.com/api.xro/2.0/Invoices");
        if (body != null) {
            request.post(body);
        }
        try (Response response = client.newCall(request.build()).execute()) {
            return new Answer(response.code(), response.body().string());
        }
    }
}
