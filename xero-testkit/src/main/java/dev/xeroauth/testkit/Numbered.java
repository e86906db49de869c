package dev.xeroauth.testkit;

import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.nio.ByteBuffer;

/** Sealed bytes that say how often a record was written. */
final class Numbered {

    private Numbered() {}

    static SealedRecord sealed(long number) {
        return SealedRecord.of(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    static long of(StoredGrant grant) {
        return ByteBuffer.wrap(grant.sealed().bytes()).getLong();
    }
}
