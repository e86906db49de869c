package dev.xeroauth.internal.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
        JsonNode value = node.path(name);
        return value.isTextual() ? Optional.of(value.asText()) : Optional.empty();
    }

    long number(String name) {
        JsonNode value = node.path(name);
        if (!value.canConvertToLong()) {
            throw missing(name);
        }
        return value.asLong();
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Optional<Instant> optionalTime(String name) {
        return node.path(name).canConvertToLong() ? Optional.of(time(name)) : Optional.empty();
    }

    Fields part(String name) {
        return optionalPart(name).orElseThrow(() -> missing(name));
    }

    Optional<Fields> optionalPart(String name) {
        return node.path(name) instanceof ObjectNode object ? Optional.of(new Fields(object)) : Optional.empty();
    }

    /** The objects of a list; none, if there is no list. */
    List<Fields> parts(String name) {
        List<Fields> parts = new ArrayList<>();
        node.path(name).forEach(each -> parts.add(of(each)));
        return parts;
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
