package dev.xeroauth.internal.protocol;

import java.util.Optional;

/**
 * What a flight has met on its way.
 *
 * @param lease the nonce of the lease that it took last
 * @param refusals what was refused
 * @param polls how often it found the lease with another
 * @param mends how often it tried to give the store back what that had lost
 */
record Trail(Optional<String> lease, Refusals refusals, int polls, int mends) {

    static final Trail NONE = new Trail(Optional.empty(), Refusals.NONE, 0, 0);

    Trail holding(String nonce) {
        return new Trail(Optional.of(nonce), refusals, polls, mends);
    }

    Trail knowing(Refusals next) {
        return new Trail(lease, next, polls, mends);
    }

    Trail polled() {
        return new Trail(lease, refusals, polls + 1, mends);
    }

    Trail mended() {
        return new Trail(lease, refusals, polls, mends + 1);
    }
}
