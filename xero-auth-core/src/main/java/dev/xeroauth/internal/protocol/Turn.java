package dev.xeroauth.internal.protocol;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/**
 * One presentation: under which lease, and of what.
 *
 * @param nonce of the lease
 * @param generation the consent that the token comes from
 * @param tokenSerial how many sets of tokens the record had seen
 * @param before the token as it stood before this presentation was written down
 * @param presented the same as it was written down
 * @param spares the other tokens that were known then, by their fingerprints
 * @param at before the lease was written
 * @param beganNanos the same by this process's counter
 */
record Turn(
        String nonce,
        String generation,
        long tokenSerial,
        RefreshCandidate before,
        RefreshCandidate presented,
        Set<String> spares,
        Instant at,
        long beganNanos) {

    static Turn of(RefreshCandidate candidate, GrantRecord record, String nonce, Moment at) {
        Set<String> spares = new HashSet<>();
        for (RefreshCandidate spare : record.spares()) {
            spares.add(spare.fingerprint());
        }
        return new Turn(
                nonce,
                record.generation(),
                record.tokenSerial(),
                candidate,
                candidate.presented(at.now()),
                Set.copyOf(spares),
                at.now(),
                at.nanos());
    }
}
