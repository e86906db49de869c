package dev.xeroauth.internal.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A record as JSON: times in milliseconds since 1970, and fields that this version does not know are kept, so that instances
 * of two versions can share a store. {@code docs/stored-format.md} has every field.
 */
final class RecordCodec {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int VERSION = 1;

    private RecordCodec() {}

    /** The list of tenants never stands in the way of the tokens: where it is too long it is left out and read again. */
    static byte[] encode(GrantRecord record, int mostBytes) {
        ObjectNode root = tree(record);
        byte[] whole = bytes(root);
        if (whole.length <= mostBytes) {
            return whole;
        }
        root.withObjectProperty("reach").remove("connections");
        return bytes(root);
    }

    static byte[] encode(GrantRecord record) {
        return bytes(tree(record));
    }

    private static ObjectNode tree(GrantRecord record) {
        ObjectNode root = JSON.createObjectNode();
        root.put("v", VERSION);
        root.put("generation", record.generation());
        root.put("serial", record.serial());
        root.put("tokenSerial", record.tokenSerial());
        root.set("access", access(record.access()));
        root.set("current", candidate(record.current()));
        record.previous().ifPresent(previous -> root.set("previous", candidate(previous)));
        ArrayNode spares = root.putArray("spares");
        record.spares().forEach(spare -> spares.add(candidate(spare)));
        record.confirmAt().ifPresent(at -> root.put("confirmAt", at.toEpochMilli()));
        record.lease()
                .ifPresent(lease -> root.putObject("lease")
                        .put("nonce", lease.nonce())
                        .put("until", lease.until().toEpochMilli()));
        record.cleanSince().ifPresent(at -> root.put("cleanSince", at.toEpochMilli()));
        root.set("setback", setback(record.setback()));
        root.set("reach", reach(record.reach()));
        record.unknown().addTo(root);
        return root;
    }

    private static byte[] bytes(ObjectNode root) {
        try {
            return JSON.writeValueAsBytes(root);
        } catch (JsonProcessingException e) {
            throw new AssertionError("A tree can be written", e);
        }
    }

    /** Throws {@link UnreadableRecordException} on anything but what some version has written. */
    static GrantRecord decode(byte[] bytes) {
        Fields root = Fields.of(root(bytes));
        if (root.number("v") > VERSION) {
            throw new UnreadableRecordException(
                    "it was written by a newer version of the library: update this instance");
        }
        GrantRecord known = new GrantRecord(
                root.text("generation"),
                root.number("serial"),
                root.number("tokenSerial"),
                access(root.part("access")),
                candidate(root.part("current")),
                root.optionalPart("previous").map(RecordCodec::candidate),
                root.parts("spares").stream().map(RecordCodec::candidate).toList(),
                root.optionalPart("lease").map(lease -> new Lease(lease.text("nonce"), lease.time("until"))),
                root.optionalTime("confirmAt"),
                root.optionalTime("cleanSince"),
                setback(root.part("setback")),
                reach(root.part("reach")),
                Unknown.NONE);
        return known.keeping(Unknown.between(root.node(), tree(known)));
    }

    private static JsonNode root(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (IOException e) {
            // Not chained: it would quote the record.
            throw new UnreadableRecordException("it is no JSON");
        }
    }

    private static ObjectNode access(IssuedAccess access) {
        return JSON.createObjectNode()
                .put("token", access.token())
                .put("obtainedAt", access.obtainedAt().toEpochMilli())
                .put("lifetime", access.lifetime().toMillis())
                .put("refreshAt", access.refreshAt().toEpochMilli());
    }

    private static IssuedAccess access(Fields fields) {
        return new IssuedAccess(
                fields.text("token"),
                fields.time("obtainedAt"),
                Duration.ofMillis(fields.number("lifetime")),
                fields.time("refreshAt"));
    }

    private static ObjectNode candidate(RefreshCandidate candidate) {
        ObjectNode node =
                JSON.createObjectNode().put("token", candidate.token()).put("presentations", candidate.presentations());
        candidate.parent().ifPresent(parent -> node.put("parent", parent));
        candidate.firstPresentedAt().ifPresent(at -> node.put("firstPresentedAt", at.toEpochMilli()));
        candidate.lastPresentedAt().ifPresent(at -> node.put("lastPresentedAt", at.toEpochMilli()));
        return node;
    }

    private static RefreshCandidate candidate(Fields fields) {
        return new RefreshCandidate(
                fields.text("token"),
                fields.optionalText("parent"),
                fields.optionalTime("firstPresentedAt"),
                fields.optionalTime("lastPresentedAt"),
                fields.count("presentations"));
    }

    private static ObjectNode setback(Setback setback) {
        ObjectNode node = JSON.createObjectNode()
                .put("failures", setback.failures())
                .put("refusedLadders", setback.refusedLadders());
        setback.nextAttempt().ifPresent(at -> node.put("nextAttempt", at.toEpochMilli()));
        setback.lastError().ifPresent(error -> node.put("lastError", error));
        return node;
    }

    private static Setback setback(Fields fields) {
        return new Setback(
                fields.count("failures"),
                fields.count("refusedLadders"),
                fields.optionalTime("nextAttempt"),
                fields.optionalText("lastError"));
    }

    private static ObjectNode reach(Reach reach) {
        ObjectNode node = JSON.createObjectNode();
        reach.xeroUserId().ifPresent(id -> node.put("xeroUserId", id.toString()));
        ArrayNode events = node.putArray("authEvents");
        reach.authEvents().stream().map(UUID::toString).sorted().forEach(events::add);
        reach.connections().ifPresent(connections -> {
            ArrayNode list = node.putArray("connections");
            connections.forEach(connection -> list.add(connection(connection)));
        });
        return node;
    }

    private static Reach reach(Fields fields) {
        Set<UUID> events = new HashSet<>();
        // Required: a grant without any would reach what other consents of the same user reach.
        fields.list("authEvents").forEach(event -> events.add(Fields.uuid(event.asText())));
        Optional<List<Connection>> connections = fields.has("connections")
                ? Optional.of(fields.parts("connections").stream()
                        .map(RecordCodec::connection)
                        .toList())
                : Optional.empty();
        return new Reach(fields.optionalText("xeroUserId").map(Fields::uuid), events, connections);
    }

    private static ObjectNode connection(Connection connection) {
        ObjectNode node = JSON.createObjectNode()
                .put("id", connection.id().toString())
                .put("tenantId", connection.tenantId().toString())
                .put("type", connection.type());
        connection.authEventId().ifPresent(event -> node.put("authEventId", event.toString()));
        return node;
    }

    private static Connection connection(Fields fields) {
        return new Connection(
                new ConnectionId(Fields.uuid(fields.text("id"))),
                new TenantId(Fields.uuid(fields.text("tenantId"))),
                fields.text("type"),
                Optional.empty(),
                fields.optionalText("authEventId").map(Fields::uuid));
    }
}
