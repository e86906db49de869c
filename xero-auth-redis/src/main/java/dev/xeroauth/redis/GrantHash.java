package dev.xeroauth.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A grant as a hash of Redis. {@code replace.lua} writes the same fields. */
final class GrantHash {

    private static final String REVISION = "revision";
    private static final String STATUS = "status";
    private static final String LANE = "lane";
    private static final String DUE = "due";
    private static final String SEALED = "sealed";
    private static final Set<String> FIELDS = Set.of(REVISION, STATUS, LANE, DUE, SEALED);

    private GrantHash() {}

    /** What {@code replace.lua} is given. */
    static List<byte[]> arguments(StoredGrant next, Revision expected) {
        return List.of(
                utf8(expected.value()),
                utf8(next.id().value()),
                utf8(next.revision().value()),
                utf8(next.status().name()),
                utf8(next.lane().name()),
                utf8(next.dueAt().map(DueEntry::time).orElse("")),
                next.sealed().bytes());
    }

    static Optional<StoredGrant> read(GrantId id, Map<byte[], byte[]> hash) {
        if (hash.isEmpty()) {
            return Optional.empty();
        }
        Map<String, byte[]> fields = new HashMap<>();
        hash.forEach((field, value) -> fields.put(new String(field, UTF_8), value));
        try {
            return Optional.of(grant(id, fields));
        } catch (IllegalArgumentException e) {
            // Its message may quote what is stored.
            throw Failures.garbled(id);
        }
    }

    private static StoredGrant grant(GrantId id, Map<String, byte[]> fields) {
        if (!fields.keySet().equals(FIELDS)) {
            throw new IllegalArgumentException("Other fields");
        }
        return new StoredGrant(
                id,
                new Revision(text(fields, REVISION)),
                GrantStatus.valueOf(text(fields, STATUS)),
                Lane.valueOf(text(fields, LANE)),
                due(text(fields, DUE)),
                SealedRecord.of(value(fields, SEALED)));
    }

    private static Optional<Instant> due(String digits) {
        return digits.isEmpty() ? Optional.empty() : Optional.of(DueEntry.readTime(digits));
    }

    private static String text(Map<String, byte[]> fields, String field) {
        return new String(value(fields, field), UTF_8);
    }

    private static byte[] value(Map<String, byte[]> fields, String field) {
        return Objects.requireNonNull(fields.get(field));
    }

    static byte[] utf8(String text) {
        return text.getBytes(UTF_8);
    }
}
