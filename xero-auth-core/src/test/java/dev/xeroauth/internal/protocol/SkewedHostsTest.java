package dev.xeroauth.internal.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Wherever the clocks of the hosts are, nobody takes a lease that is being held. */
class SkewedHostsTest {

    private static final int WALKS = 200;
    private static final int MOVES = 2_000;

    @Test
    void takes_clocksTenMinutesApart_onlyLeasesThatAreOver() {
        int taken = 0;
        int issued = 0;
        for (long seed = 0; seed < WALKS; seed++) {
            SkewedHosts walked = new SkewedHosts(Rule.all(), seed).run(MOVES);
            assertThat(walked.takenWhileHeld()).as("seed %d", seed).isZero();
            taken += walked.taken();
            issued += walked.issued();
        }

        // Leases of the dead are taken, and the grant goes on.
        System.out.printf("clock-skew: walks=%d taken=%d issued=%d held=0%n", WALKS, taken, issued);
        assertThat(taken).isGreaterThan(WALKS);
        assertThat(issued).isGreaterThan(WALKS);
    }

    @Test
    void takes_byTheClocksOfTheHosts_leasesThatAreHeld() {
        int held = 0;
        for (long seed = 0; seed < WALKS; seed++) {
            held += new SkewedHosts(Rule.without(Rule.SHARED_CLOCK_OR_OWN_COUNTER), seed)
                    .run(MOVES)
                    .takenWhileHeld();
        }

        assertThat(held).isGreaterThan(WALKS);
    }
}
