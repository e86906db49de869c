package dev.xeroauth.internal.record;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.TenantId;
import dev.xeroauth.internal.seal.AesGcmTokenCipher;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealContext;
import dev.xeroauth.spi.SealedRecord;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A record as format 1 has it, in files that are never written again: every later build has to read them. */
final class GoldenRecord {

    static final SealContext PLACE =
            new SealContext("golden", GrantId.of("customer-42"), new Revision("AAECAwQFBgcICQoLDA0ODw"));

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final String PRESENTED = "golden-refresh-1";

    private GoldenRecord() {}

    /** What the files hold. */
    static GrantRecord record() {
        return new GrantRecord(
                "golden-generation",
                12,
                5,
                new IssuedAccess(
                        "golden-access-2",
                        NOON,
                        Duration.ofMinutes(30),
                        NOON.plusSeconds(1020).plusMillis(250)),
                presented("golden-refresh-2", PRESENTED, 1200, 1260, 2),
                Optional.of(presented(PRESENTED, "golden-refresh-0", -15, -3, 3)),
                List.of(presented("golden-spare", PRESENTED, -2000, -1900, 1)),
                Optional.of(new Lease("golden-nonce", NOON.plusSeconds(1290))),
                Optional.of(NOON.plusSeconds(600)),
                Optional.of(NOON.minusSeconds(3600)),
                new Setback(1, 1, Optional.of(NOON.plusSeconds(1245)), Optional.of("status 503")),
                reach(),
                Unknown.NONE);
    }

    /** What the file holds that has every field added since. */
    static GrantRecord recordWithAdditions() {
        Instant soon = NOON.plusSeconds(30);
        return record().edit().reach(reach().toBeReadAt(Optional.of(soon))).numbered(12, 5, Unknown.NONE);
    }

    private static RefreshCandidate presented(String token, String parent, long first, long last, int count) {
        return new RefreshCandidate(
                token,
                Optional.of(Fingerprint.of(parent)),
                Optional.of(NOON.plusSeconds(first)),
                Optional.of(NOON.plusSeconds(last)),
                count);
    }

    private static Reach reach() {
        UUID event = new UUID(3, 3);
        Connection connection = new Connection(
                new ConnectionId(new UUID(4, 4)),
                new TenantId(new UUID(5, 5)),
                "ORGANISATION",
                Optional.empty(),
                Optional.of(event));
        return new Reach(Optional.of(new UUID(2, 2)), Set.of(event), Optional.of(List.of(connection)));
    }

    static byte[] payload() throws IOException {
        return file("record-v1.json");
    }

    /** The same with every field that was added since, which older builds keep and do not understand. */
    static byte[] payloadWithAdditions() throws IOException {
        return file("record-v1b.json");
    }

    static SealedRecord sealed() throws IOException {
        return SealedRecord.of(Base64.getMimeDecoder().decode(file("record-v1.sealed")));
    }

    static AesGcmTokenCipher cipher() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) (7 * i + 1);
        }
        KeyRing keys = KeyRing.of("golden-key", key);
        return new AesGcmTokenCipher(() -> keys, new SecureRandom());
    }

    private static byte[] file(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(GoldenRecord.class.getResourceAsStream(name), name)) {
            return file.readAllBytes();
        }
    }
}
