package dev.xeroauth.internal.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.RetryPolicy;
import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.XeroIOException;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Xero's list of the tenants that a token reaches. Blocks; thread-safe. */
public final class ConnectionsEndpoint {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ATTEMPTS = 3;
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final String url;
    private final OkHttpClient client;
    private final RetryPolicy<List<Connection>> retry;

    /**
     * @param endpoints where Xero is
     * @param firstPause how long to wait before the second attempt; twice as long before the third
     */
    public ConnectionsEndpoint(XeroEndpoints endpoints, Duration firstPause) {
        this.url = endpoints.connections().toString();
        this.client = new OkHttpClient.Builder()
                .followRedirects(false)
                .followSslRedirects(false)
                .readTimeout(SILENCE)
                .build();
        this.retry = RetryPolicy.<List<Connection>>builder()
                .handle(Passing.class)
                .withMaxAttempts(ATTEMPTS)
                .withBackoff(firstPause, firstPause.multipliedBy(4))
                .build();
    }

    /**
     * Reads them all.
     *
     * @param bearer adds the token
     * @throws ConnectionsUnavailableException if Xero does not tell, after several attempts
     * @throws dev.xeroauth.XeroException what the interceptor carries, if there is no token
     */
    public List<Connection> read(Interceptor bearer) {
        OkHttpClient once = client.newBuilder().addInterceptor(bearer).build();
        try {
            return Failsafe.with(retry).get(() -> attempt(once));
        } catch (Passing e) {
            throw e.problem;
        } catch (FailsafeException e) {
            throw new ConnectionsUnavailableException("interrupted", null, e);
        }
    }

    private List<Connection> attempt(OkHttpClient once) {
        Request request = new Request.Builder()
                .url(url)
                .header("Accept", "application/json")
                .build();
        try (Response response = Calls.execute(once.newCall(request))) {
            String correlationId = response.header("Xero-Correlation-Id");
            if (response.code() == 200) {
                return parse(response.body().string(), correlationId);
            }
            ConnectionsUnavailableException problem =
                    new ConnectionsUnavailableException("status " + response.code(), correlationId, null);
            throw response.code() >= 500 || response.code() == 429 ? new Passing(problem) : problem;
        } catch (XeroIOException e) {
            throw e.problem();
        } catch (IOException e) {
            throw new Passing(new ConnectionsUnavailableException(Calls.kind(e), null, e));
        }
    }

    private static List<Connection> parse(String body, @Nullable String correlationId) {
        try {
            JsonNode root = JSON.readTree(body);
            if (!root.isArray()) {
                throw unreadable(correlationId);
            }
            List<Connection> connections = new ArrayList<>();
            root.forEach(node -> connections.add(connection(node)));
            return List.copyOf(connections);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            // Not chained: it quotes the body.
            throw unreadable(correlationId);
        }
    }

    private static Connection connection(JsonNode node) {
        return new Connection(
                new ConnectionId(uuid(node, "id")),
                new TenantId(uuid(node, "tenantId")),
                node.path("tenantType").asText("ORGANISATION"),
                Optional.of(node.path("tenantName")).filter(JsonNode::isTextual).map(JsonNode::asText),
                Optional.of(node.path("authEventId"))
                        .filter(JsonNode::isTextual)
                        .map(event -> UUID.fromString(event.asText())));
    }

    private static UUID uuid(JsonNode node, String field) {
        return UUID.fromString(node.path(field).asText());
    }

    private static ConnectionsUnavailableException unreadable(@Nullable String correlationId) {
        return new ConnectionsUnavailableException("status 200 with an unreadable body", correlationId, null);
    }

    /** Worth another attempt. */
    private static final class Passing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ConnectionsUnavailableException problem;

        Passing(ConnectionsUnavailableException problem) {
            super(problem);
            this.problem = problem;
        }
    }
}
