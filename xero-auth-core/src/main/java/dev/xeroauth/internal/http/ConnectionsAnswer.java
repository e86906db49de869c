package dev.xeroauth.internal.http;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.TenantId;
import dev.xeroauth.internal.json.Json;
import dev.xeroauth.internal.json.JsonObject;
import dev.xeroauth.internal.json.JsonValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** Xero's list of connections as it comes over the wire. No part of a body goes into a message. */
final class ConnectionsAnswer {

    private ConnectionsAnswer() {}

    /**
     * Reads it.
     *
     * @param longest in bytes; a longer body is not read to its end
     * @return empty: the status says that it is no list
     * @throws ConnectionsUnavailableException if the body is none or too long
     */
    static Optional<List<Connection>> read(Response response, long longest) throws IOException {
        if (response.code() != 200) {
            return Optional.empty();
        }
        String correlationId = ConnectionsEndpoint.correlationId(response);
        if (response.body().source().request(longest + 1)) {
            throw unreadable(", of more than " + longest + " bytes", correlationId);
        }
        return Optional.of(parse(response.body().string(), correlationId));
    }

    private static List<Connection> parse(String body, @Nullable String correlationId) {
        try {
            List<Connection> connections = new ArrayList<>();
            Optional<List<JsonValue>> listed = Json.read(body).items();
            if (listed.isEmpty()) {
                throw unreadable("", correlationId);
            }
            for (JsonValue each : listed.get()) {
                connections.add(connection(each.object().orElse(JsonObject.EMPTY)));
            }
            return List.copyOf(connections);
        } catch (IOException | IllegalArgumentException e) {
            // Not chained: it quotes the body.
            throw unreadable("", correlationId);
        }
    }

    private static Connection connection(JsonObject node) {
        Optional<String> event = node.get("authEventId").text();
        return new Connection(
                new ConnectionId(uuid(node, "id")),
                new TenantId(uuid(node, "tenantId")),
                node.get("tenantType").text().orElse("ORGANISATION"),
                node.get("tenantName").text(),
                event.isPresent() ? Optional.of(UUID.fromString(event.get())) : Optional.empty());
    }

    private static UUID uuid(JsonObject node, String field) {
        return UUID.fromString(node.get(field).text().orElse(""));
    }

    private static ConnectionsUnavailableException unreadable(String how, @Nullable String correlationId) {
        return new ConnectionsUnavailableException("status 200 with an unreadable body" + how, correlationId, null);
    }
}
