package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.FakeOrganisation;
import dev.xeroauth.testkit.internal.books.Organisations;
import dev.xeroauth.testkit.internal.identity.AccessCheck;
import dev.xeroauth.testkit.internal.identity.FakeConnection;
import dev.xeroauth.testkit.internal.identity.Identity;
import dev.xeroauth.testkit.internal.limits.Admission;
import dev.xeroauth.testkit.internal.limits.Meter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Everything behind a Bearer token: the connections, and the accounting API for a tenant that is connected. */
final class ApiGate {

    private static final String INVOICES = "accounting.invoices";
    private static final String OLD_INVOICES = "accounting.transactions";

    private final Identity identity;
    private final Organisations organisations;
    private final InvoicesApi invoices;
    private final Meter meter;

    ApiGate(Identity identity, Organisations organisations, Meter meter) {
        this.identity = identity;
        this.organisations = organisations;
        this.invoices = new InvoicesApi(organisations::now);
        this.meter = meter;
    }

    /** Counts a call that comes as far as a tenant. */
    Admission admit(RecordedRequest request) {
        return identity.check(bearer(request)) instanceof AccessCheck.Accepted accepted
                ? connected(accepted.clientId(), request.getHeaders().get("Xero-Tenant-Id"))
                        .map(organisation -> meter.begin(
                                accepted.clientId(), organisation.tenantId().value()))
                        .orElse(Admission.FREE)
                : Admission.FREE;
    }

    Answer connections(RecordedRequest request) {
        AccessCheck check = identity.check(bearer(request));
        if (!(check instanceof AccessCheck.Accepted accepted)) {
            return refused(check);
        }
        String clientId = accepted.clientId();
        List<String> path = request.getUrl().pathSegments();
        if ("DELETE".equals(request.getMethod()) && path.size() == 2) {
            return uuid(path.get(1))
                            .filter(id -> identity.disconnect(
                                    connection -> connection.id().equals(id)
                                            && connection.clientId().equals(clientId)))
                            .isPresent()
                    ? Answer.empty(204)
                    : Answer.text(404, "text/plain", "No such connection");
        }
        String event = request.getUrl().queryParameter("authEventId");
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        identity.connections(clientId).stream()
                .filter(connection ->
                        event == null || connection.authEventId().toString().equals(event))
                .forEach(connection -> list.add(json(connection)));
        return Answer.json(200, list);
    }

    Answer accounting(RecordedRequest request) {
        AccessCheck check = identity.check(bearer(request));
        if (!(check instanceof AccessCheck.Accepted accepted)) {
            return refused(check);
        }
        Optional<FakeOrganisation> organisation =
                connected(accepted.clientId(), request.getHeaders().get("Xero-Tenant-Id"));
        if (organisation.isEmpty()) {
            return Problems.tenantNotConnected();
        }
        HttpUrl url = request.getUrl();
        List<String> path = url.pathSegments().subList(2, url.pathSize());
        if (!"GET".equals(request.getMethod()) || !path.get(0).equals("Invoices") || path.size() > 2) {
            return Answer.text(404, "text/plain", "The resource you're looking for cannot be found");
        }
        if (accepted.scopes().stream().noneMatch(ApiGate::readsInvoices)) {
            return Problems.scopeMissing();
        }
        if (!wantsJson(request)) {
            return Answer.text(200, "text/xml; charset=utf-8", "<Response><Status>OK</Status></Response>");
        }
        return path.size() == 1
                ? invoices.list(organisation.get(), url, request.getHeaders().get("If-Modified-Since"))
                : invoices.get(organisation.get(), path.get(1), url);
    }

    private Optional<FakeOrganisation> connected(String clientId, @Nullable String tenantId) {
        return organisations
                .find(Objects.requireNonNullElse(tenantId, ""))
                .filter(organisation -> identity.connections(clientId).stream()
                        .anyMatch(connection -> connection.tenantId().toString().equals(tenantId)));
    }

    private static boolean readsInvoices(String scope) {
        return scope.startsWith(INVOICES) || scope.startsWith(OLD_INVOICES);
    }

    private static boolean wantsJson(RecordedRequest request) {
        String accept = request.getHeaders().get("Accept");
        return accept != null && accept.contains("application/json");
    }

    private static Answer refused(AccessCheck check) {
        return check instanceof AccessCheck.Expired expired
                ? Problems.expiredToken(expired.at())
                : Problems.unknownToken();
    }

    private static String bearer(RecordedRequest request) {
        String header = request.getHeaders().get("Authorization");
        return header != null && header.startsWith("Bearer ") ? header.substring(7) : "";
    }

    private static ObjectNode json(FakeConnection connection) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", connection.id().toString())
                .put("authEventId", connection.authEventId().toString())
                .put("tenantId", connection.tenantId().toString())
                .put("tenantType", "ORGANISATION")
                .put("tenantName", connection.tenantName())
                .put("createdDateUtc", Dates.sevenDigits(connection.createdAt()))
                .put("updatedDateUtc", Dates.sevenDigits(connection.updatedAt()));
    }

    private static Optional<UUID> uuid(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
