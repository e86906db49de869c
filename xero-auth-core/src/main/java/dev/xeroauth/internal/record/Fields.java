package dev.xeroauth.internal.record;

import dev.xeroauth.internal.json.JsonObject;
import dev.xeroauth.internal.json.JsonValue;
import dev.xeroauth.internal.json.JsonWord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** An object of the stored JSON, read strictly: what is missing or of another kind is named, never guessed. */
record Fields(JsonObject node) {

    static Fields of(JsonValue value) {
        if (value instanceof JsonObject object) {
            return new Fields(object);
        }
        throw new UnreadableRecordException("a part of it is no object");
    }

    String text(String name) {
        return required(name, optionalText(name));
    }

    Optional<String> optionalText(String name) {
        return given(name, node.get(name).text());
    }

    Optional<UUID> optionalUuid(String name) {
        Optional<String> text = optionalText(name);
        return text.isPresent() ? Optional.of(uuid(text.get())) : Optional.empty();
    }

    long number(String name) {
        return required(name, optionalNumber(name));
    }

    /** A number that is no time. */
    int count(String name) {
        long count = number(name);
        if (count < 0 || count > Integer.MAX_VALUE) {
            throw missing(name);
        }
        return (int) count;
    }

    Instant time(String name) {
        return Instant.ofEpochMilli(number(name));
    }

    Optional<Instant> optionalTime(String name) {
        Optional<Long> millis = optionalNumber(name);
        return millis.isPresent() ? Optional.of(Instant.ofEpochMilli(millis.get())) : Optional.empty();
    }

    Fields part(String name) {
        return of(required(name, given(name, node.get(name).object())));
    }

    <T> Optional<T> optionalPart(String name, Function<Fields, T> read) {
        return has(name) ? Optional.of(read.apply(part(name))) : Optional.empty();
    }

    /** Read from the objects of a list; none, if there is no list. */
    <T> List<T> parts(String name, Function<Fields, T> read) {
        List<T> parts = new ArrayList<>();
        for (JsonValue each : has(name) ? list(name) : List.<JsonValue>of()) {
            parts.add(read.apply(of(each)));
        }
        return List.copyOf(parts);
    }

    List<JsonValue> list(String name) {
        return required(name, given(name, node.get(name).items()));
    }

    boolean has(String name) {
        return node.get(name) != JsonWord.NULL;
    }

    private Optional<Long> optionalNumber(String name) {
        return given(name, node.get(name).integer());
    }

    private static <T> T required(String name, Optional<T> value) {
        if (value.isEmpty()) {
            throw missing(name);
        }
        return value.get();
    }

    /** Empty: it is not there. Of another kind it is no record of ours. */
    private <T> Optional<T> given(String name, Optional<T> value) {
        if (has(name) && value.isEmpty()) {
            throw missing(name);
        }
        return value;
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
        return "Fields[" + node.members().size() + "]";
    }
}
