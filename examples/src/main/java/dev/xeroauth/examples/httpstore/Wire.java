package dev.xeroauth.examples.httpstore;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * What client and server say to each other. A grant is a resource, its revision the entity tag; ids travel as Base64, because
 * {@code ..} and {@code /} mean something in an address.
 */
final class Wire {

    static final String GRANTS = "/grants";
    static final String DUE = "/due";
    static final String TIME = "/time";
    /** If-None-Match: the record must not exist. */
    static final String ANY = "*";

    private static final ObjectMapper JSON = new ObjectMapper();

    private Wire() {}

    static String encoded(GrantId id) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(id.value().getBytes(StandardCharsets.UTF_8));
    }

    static GrantId decoded(String id) {
        return GrantId.of(new String(Base64.getUrlDecoder().decode(id), StandardCharsets.UTF_8));
    }

    static String tag(Revision revision) {
        return '"' + revision.value() + '"';
    }

    /** Only a strong tag will do: a proxy that changes a body makes it weak. */
    static Revision revision(String tag) {
        if (tag.length() < 3 || !tag.startsWith("\"") || !tag.endsWith("\"")) {
            throw new IllegalArgumentException("Not the entity tag of a revision");
        }
        return new Revision(tag.substring(1, tag.length() - 1));
    }

    static String record(StoredGrant grant) {
        ObjectNode json = JSON.createObjectNode()
                .put("revision", grant.revision().value())
                .put("status", grant.status().name())
                .put("lane", grant.lane().name())
                .put("sealed", grant.sealed().bytes());
        grant.dueAt().ifPresent(at -> json.put("dueAt", at.toEpochMilli()));
        return text(json);
    }

    static StoredGrant record(GrantId id, byte[] body) throws IOException {
        JsonNode json = JSON.readTree(body);
        Optional<Instant> dueAt = json.has("dueAt") ? Optional.of(instant(json.required("dueAt"))) : Optional.empty();
        return new StoredGrant(
                id,
                new Revision(json.required("revision").asText()),
                GrantStatus.valueOf(json.required("status").asText()),
                Lane.valueOf(json.required("lane").asText()),
                dueAt,
                SealedRecord.of(json.required("sealed").binaryValue()));
    }

    static String due(List<Due> page) {
        ArrayNode json = JSON.createArrayNode();
        page.forEach(due -> json.addObject()
                .put("dueAt", due.dueAt().toEpochMilli())
                .put("id", due.id().value()));
        return text(json);
    }

    static List<Due> due(byte[] body) throws IOException {
        List<Due> page = new ArrayList<>();
        for (JsonNode each : array(body)) {
            page.add(new Due(
                    instant(each.required("dueAt")),
                    GrantId.of(each.required("id").asText())));
        }
        return page;
    }

    static String ids(List<GrantId> page) {
        ArrayNode json = JSON.createArrayNode();
        page.forEach(id -> json.add(id.value()));
        return text(json);
    }

    static List<GrantId> ids(byte[] body) throws IOException {
        List<GrantId> page = new ArrayList<>();
        for (JsonNode each : array(body)) {
            page.add(GrantId.of(each.asText()));
        }
        return page;
    }

    static String time(Instant now) {
        return text(JSON.createObjectNode().put("now", now.toEpochMilli()));
    }

    static Instant time(byte[] body) throws IOException {
        return instant(JSON.readTree(body).required("now"));
    }

    private static Instant instant(JsonNode millis) {
        if (!millis.isIntegralNumber()) {
            throw new IllegalArgumentException("Not a time in milliseconds");
        }
        return Instant.ofEpochMilli(millis.longValue());
    }

    /** An answer without its list is no empty list. */
    private static JsonNode array(byte[] body) throws IOException {
        JsonNode json = JSON.readTree(body);
        if (json == null || !json.isArray()) {
            throw new IllegalArgumentException("Not a list");
        }
        return json;
    }

    private static String text(JsonNode json) {
        try {
            return JSON.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("JSON could not be written", e);
        }
    }
}
