package dev.xeroauth.internal.record;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.TenantId;
import dev.xeroauth.internal.json.Json;
import dev.xeroauth.internal.json.JsonList;
import dev.xeroauth.internal.json.JsonObject;
import dev.xeroauth.internal.json.JsonText;
import dev.xeroauth.internal.json.JsonValue;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * A record as JSON: times in milliseconds since 1970, and fields that this version does not know are kept, so that instances
 * of two versions can share a store. {@code docs/stored-format.md} has every field.
 */
final class RecordCodec {

    private static final int VERSION = 1;

    private RecordCodec() {}

    /** The list of tenants never stands in the way of the tokens: where it is too long it is left out and read again. */
    static byte[] encode(GrantRecord record, int mostBytes) {
        JsonObject whole = tree(record);
        byte[] bytes = Json.write(whole);
        return bytes.length <= mostBytes
                ? bytes
                : Json.write(whole.changing("reach", reach -> reach.without("connections")));
    }

    static byte[] encode(GrantRecord record) {
        return Json.write(tree(record));
    }

    private static JsonObject tree(GrantRecord record) {
        JsonObject.Builder root = JsonObject.builder()
                .put("v", VERSION)
                .put("generation", record.generation())
                .put("serial", record.serial())
                .put("tokenSerial", record.tokenSerial())
                .put("access", access(record.access()))
                .put("current", candidate(record.current()));
        if (record.previous().isPresent()) {
            root.put("previous", candidate(record.previous().get()));
        }
        root.put("spares", list(record.spares(), RecordCodec::candidate)).putMillis("confirmAt", record.confirmAt());
        if (record.lease().isPresent()) {
            root.put("lease", lease(record.lease().get()));
        }
        root.putMillis("cleanSince", record.cleanSince())
                .put("setback", setback(record.setback()))
                .put("reach", reach(record.reach()));
        return record.unknown().addedTo(root.build());
    }

    private static <T> JsonList list(Collection<T> all, Function<T, JsonValue> each) {
        List<JsonValue> values = new ArrayList<>();
        for (T one : all) {
            values.add(each.apply(one));
        }
        return new JsonList(values);
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
                root.optionalPart("previous", RecordCodec::candidate),
                root.parts("spares", RecordCodec::candidate),
                root.optionalPart("lease", RecordCodec::lease),
                root.optionalTime("confirmAt"),
                root.optionalTime("cleanSince"),
                setback(root.part("setback")),
                reach(root.part("reach")),
                Unknown.NONE);
        return known.keeping(Unknown.between(root.node(), tree(known)));
    }

    private static JsonValue root(byte[] bytes) {
        try {
            return Json.read(bytes);
        } catch (IOException e) {
            // Not chained: it would quote the record.
            throw new UnreadableRecordException("it is no JSON");
        }
    }

    private static JsonObject access(IssuedAccess access) {
        return JsonObject.builder()
                .put("token", access.token())
                .put("obtainedAt", access.obtainedAt().toEpochMilli())
                .put("lifetime", access.lifetime().toMillis())
                .put("refreshAt", access.refreshAt().toEpochMilli())
                .build();
    }

    private static IssuedAccess access(Fields fields) {
        return new IssuedAccess(
                fields.text("token"),
                fields.time("obtainedAt"),
                Duration.ofMillis(fields.number("lifetime")),
                fields.time("refreshAt"));
    }

    private static JsonObject lease(Lease lease) {
        return JsonObject.builder()
                .put("nonce", lease.nonce())
                .put("until", lease.until().toEpochMilli())
                .build();
    }

    private static Lease lease(Fields fields) {
        return new Lease(fields.text("nonce"), fields.time("until"));
    }

    private static JsonObject candidate(RefreshCandidate candidate) {
        return JsonObject.builder()
                .put("token", candidate.token())
                .put("presentations", candidate.presentations())
                .put("parent", candidate.parent())
                .putMillis("firstPresentedAt", candidate.firstPresentedAt())
                .putMillis("lastPresentedAt", candidate.lastPresentedAt())
                .build();
    }

    private static RefreshCandidate candidate(Fields fields) {
        return new RefreshCandidate(
                fields.text("token"),
                fields.optionalText("parent"),
                fields.optionalTime("firstPresentedAt"),
                fields.optionalTime("lastPresentedAt"),
                fields.count("presentations"));
    }

    private static JsonObject setback(Setback setback) {
        return JsonObject.builder()
                .put("failures", setback.failures())
                .put("refusedLadders", setback.refusedLadders())
                .putMillis("nextAttempt", setback.nextAttempt())
                .put("lastError", setback.lastError())
                .build();
    }

    private static Setback setback(Fields fields) {
        return new Setback(
                fields.count("failures"),
                fields.count("refusedLadders"),
                fields.optionalTime("nextAttempt"),
                fields.optionalText("lastError"));
    }

    private static JsonObject reach(Reach reach) {
        List<String> events = new ArrayList<>();
        for (UUID event : reach.authEvents()) {
            events.add(event.toString());
        }
        Collections.sort(events);
        JsonObject.Builder node = JsonObject.builder()
                .put("xeroUserId", text(reach.xeroUserId()))
                .put("authEvents", list(events, JsonText::new));
        if (reach.connections().isPresent()) {
            node.put("connections", list(reach.connections().get(), RecordCodec::connection));
        }
        return node.putMillis("toReadAt", reach.toReadAt()).build();
    }

    private static Optional<String> text(Optional<UUID> id) {
        return id.isPresent() ? Optional.of(id.get().toString()) : Optional.empty();
    }

    private static Reach reach(Fields fields) {
        Set<UUID> events = new HashSet<>();
        // Required: a grant without any would reach what other consents of the same user reach.
        for (JsonValue event : fields.list("authEvents")) {
            events.add(Fields.uuid(event.text().orElse("")));
        }
        Optional<List<Connection>> connections = fields.has("connections")
                ? Optional.of(fields.parts("connections", RecordCodec::connection))
                : Optional.empty();
        return new Reach(fields.optionalUuid("xeroUserId"), events, connections, fields.optionalTime("toReadAt"));
    }

    private static JsonObject connection(Connection connection) {
        return JsonObject.builder()
                .put("id", connection.id().toString())
                .put("tenantId", connection.tenantId().toString())
                .put("type", connection.type())
                .put("authEventId", text(connection.authEventId()))
                .build();
    }

    private static Connection connection(Fields fields) {
        return new Connection(
                new ConnectionId(Fields.uuid(fields.text("id"))),
                new TenantId(Fields.uuid(fields.text("tenantId"))),
                fields.text("type"),
                Optional.empty(),
                fields.optionalUuid("authEventId"));
    }
}
