package dev.xeroauth.internal.protocol;

import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.util.HashSet;
import java.util.Set;

/**
 * The rungs of one ladder that Xero refused in this flight. They say nothing of another consent's tokens, nor of the second
 * look at the same ones.
 *
 * @param generation the consent
 * @param refusedLadders how often the whole ladder had been refused before
 * @param tokens their fingerprints
 * @param reason what Xero said last
 */
record Refusals(String generation, int refusedLadders, Set<String> tokens, String reason) {

    static final Refusals NONE = new Refusals("", 0, Set.of(), "");

    /** What of it counts for this record. */
    Refusals of(GrantRecord record) {
        boolean counts = generation.equals(record.generation())
                && refusedLadders == record.setback().refusedLadders();
        return counts
                ? this
                : new Refusals(record.generation(), record.setback().refusedLadders(), Set.of(), reason);
    }

    Refusals with(RefreshCandidate refused, String why) {
        Set<String> more = new HashSet<>(tokens);
        more.add(refused.fingerprint());
        return new Refusals(generation, refusedLadders, Set.copyOf(more), why);
    }

    boolean contain(RefreshCandidate candidate) {
        return tokens.contains(candidate.fingerprint());
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }
}
