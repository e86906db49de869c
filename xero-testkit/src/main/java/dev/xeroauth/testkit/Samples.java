package dev.xeroauth.testkit;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Records to store, with random bytes and a revision of their own. Thread-safe. */
final class Samples {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    static final Instant FIRST_DUE = Instant.EPOCH;
    static final Instant LAST_DUE = Instant.parse("9999-12-31T23:59:59.999Z");

    /** Ids that a store may take for one another, or for something else. */
    static final List<String> UNUSUAL_IDS = List.of(
            "a",
            "A",
            "ä",
            "Ä",
            "a\u0308",
            "a.",
            "a'b",
            "a\"b",
            "a\\b",
            "a%b",
            "a_b",
            "a b",
            "a\u00A0",
            "aa",
            "aaa",
            "a:b",
            "a:b:c",
            "a/b",
            "/",
            "..",
            ".",
            "../a",
            "a/../b",
            "{a}",
            "}a{",
            "{",
            "a*",
            "a?",
            "a[b]",
            "a+b",
            "a%20b",
            "%2e%2e",
            "%00",
            "a&b=c",
            "a#b",
            "a;b",
            "a,b",
            "-",
            "--",
            "null",
            "0",
            "00",
            "1e3",
            "ß",
            "ss",
            "SS",
            "i",
            "I",
            "ı",
            "İ",
            "\u200B",
            "con",
            "CON",
            "a~1",
            "\uD83D\uDE00",
            "\uD83D\uDE00a",
            "\uFF5E",
            "\uE000",
            "x".repeat(200));

    private static final int USUAL_SIZE = 300;

    private final RandomGenerator random = new SecureRandom();

    StoredGrant grant(String id) {
        return grant(id, sealed());
    }

    StoredGrant grant(String id, SealedRecord sealed) {
        return new StoredGrant(
                GrantId.of(id), revision(), GrantStatus.CONNECTED, Lane.ROUTINE, Optional.of(NOON), sealed);
    }

    StoredGrant grant(String id, Lane lane, @Nullable Instant dueAt) {
        return new StoredGrant(
                GrantId.of(id), revision(), GrantStatus.CONNECTED, lane, Optional.ofNullable(dueAt), sealed());
    }

    StoredGrant grant(String id, GrantStatus status, Lane lane) {
        return new StoredGrant(GrantId.of(id), revision(), status, lane, Optional.empty(), sealed());
    }

    /** The same as another write of it. */
    StoredGrant again(StoredGrant grant, GrantStatus status, byte[] sealed) {
        return new StoredGrant(grant.id(), revision(), status, grant.lane(), grant.dueAt(), SealedRecord.of(sealed));
    }

    SealedRecord sealed() {
        return sealed(USUAL_SIZE);
    }

    SealedRecord sealed(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return SealedRecord.of(bytes);
    }

    Revision revision() {
        return Revision.random(random);
    }
}
