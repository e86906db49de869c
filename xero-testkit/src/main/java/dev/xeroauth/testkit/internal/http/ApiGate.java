package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.books.Dates;
import dev.xeroauth.testkit.internal.books.Organisation;
import dev.xeroauth.testkit.internal.books.Organisations;
import dev.xeroauth.testkit.internal.books.Resource;
import dev.xeroauth.testkit.internal.identity.AccessCheck;
import dev.xeroauth.testkit.internal.identity.FakeConnection;
import dev.xeroauth.testkit.internal.identity.Identity;
import dev.xeroauth.testkit.internal.identity.UserOfApp;
import dev.xeroauth.testkit.internal.limits.Admission;
import dev.xeroauth.testkit.internal.limits.Meter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** Everything behind a Bearer token: the connections, and the accounting API for a tenant that is connected. */
final class ApiGate {

    private final Identity identity;
    private final Organisations organisations;
    private final AccountingApi accounting;
    private final Meter meter;

    ApiGate(Identity identity, Organisations organisations, Meter meter, BodyLimit limit) {
        this.identity = identity;
        this.organisations = organisations;
        this.accounting = new AccountingApi(limit);
        this.meter = meter;
    }

    /** Counts a call that comes as far as a tenant. */
    Admission admit(RecordedRequest request) {
        return identity.check(bearer(request)) instanceof AccessCheck.Accepted accepted
                ? connected(accepted.of(), request.getHeaders().get("Xero-Tenant-Id"))
                        .map(organisation -> meter.begin(
                                accepted.of().clientId(),
                                organisation.tenantId().value()))
                        .orElse(Admission.FREE)
                : Admission.FREE;
    }

    Answer connections(RecordedRequest request) {
        AccessCheck check = identity.check(bearer(request));
        if (!(check instanceof AccessCheck.Accepted accepted)) {
            return refused(check);
        }
        UserOfApp of = accepted.of();
        List<String> path = request.getUrl().pathSegments();
        if ("DELETE".equals(request.getMethod()) && path.size() == 2) {
            return uuid(path.get(1))
                            .filter(id -> identity.disconnect(
                                    connection -> connection.id().equals(id)
                                            && connection.of().equals(of)))
                            .isPresent()
                    ? Answer.empty(204)
                    : Answer.text(404, "text/plain", "No such connection");
        }
        String event = request.getUrl().queryParameter("authEventId");
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        identity.connections(of).stream()
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
        Optional<Organisation> organisation =
                connected(accepted.of(), request.getHeaders().get("Xero-Tenant-Id"));
        if (organisation.isEmpty()) {
            return Problems.tenantNotConnected();
        }
        return Resource.named(Call.path(request.getUrl()).get(0))
                .map(resource -> new Call(
                        request, organisation.get(), resource, accepted.of().clientId()))
                .map(call -> accounting.answer(call, accepted.scopes()))
                .orElseGet(Problems::notFound);
    }

    /** A custom connection need not name its organisation. */
    private Optional<Organisation> connected(UserOfApp of, @Nullable String header) {
        String tenantId = header == null || header.isEmpty()
                ? identity.onlyTenant(of.clientId()).map(UUID::toString).orElse("")
                : header;
        return organisations
                .find(tenantId)
                .filter(organisation -> identity.connections(of).stream()
                        .anyMatch(connection -> connection.tenantId().toString().equals(tenantId)));
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
