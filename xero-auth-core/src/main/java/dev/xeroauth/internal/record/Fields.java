package dev.xeroauth.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** An object of the stored JSON, read strictly: what is missing or of another kind is named, never guessed. */
record Fields(ObjectNode node) {

    static Fields of(JsonNode node) {
        if (node instanceof ObjectNode object) {
            return new Fields(object);
        }
        throw new UnreadableRecordException("a part of it is no object");
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        return given(name, JsonNode::isTextual).map(JsonNode::asText);
    }

    long number(String name) {
        return optionalNumber(name).orElseThrow(() -> missing(name));
    }

    /** A number that is no time. */
    int count(String name) {
        return given(name, value -> value.isIntegralNumber() && value.canConvertToInt())
                .map(JsonNode::asInt)
                .filter(count -> count >= 0)
                .orElseThrow(() -> missing(name));
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Optional<Instant> optionalTime(String name) {
        return optionalNumber(name).map(Instant::ofEpochMilli);
    }

    Fields part(String name) {
        return optionalPart(name).orElseThrow(() -> missing(name));
    }

    Optional<Fields> optionalPart(String name) {
        return given(name, JsonNode::isObject).map(Fields::of);
    }

    /** The objects of a list; none, if there is no list. */
    List<Fields> parts(String name) {
        List<Fields> parts = new ArrayList<>();
        given(name, JsonNode::isArray).ifPresent(list -> list.forEach(each -> parts.add(of(each))));
        return parts;
    }

    JsonNode list(String name) {
        return given(name, JsonNode::isArray).orElseThrow(() -> missing(name));
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    private Optional<Long> optionalNumber(String name) {
        return given(name, value -> value.isIntegralNumber() && value.canConvertToLong())
                .map(JsonNode::asLong);
    }

    /** Empty: it is not there. Of another kind it is no record of ours. */
    private Optional<JsonNode> given(String name, Predicate<JsonNode> kind) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.path(name);
        if (!kind.test(value)) {
            throw missing(name);
        }
        return Optional.of(value);
    }

    static UUID uuid(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new UnreadableRecordException("an id in it is none");
        }
    }

    private static UnreadableRecordException missing(String name) {
        return new UnreadableRecordException("its field '" + name + "' is missing or of another kind");
    }

    @Override
    public String toString() {
        return "Fields[" + node.size() + "]";
    }
}
