package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a process knows of a grant from one flight to the next. A flight gets it when it begins and has it, brought up to
 * date, when it ends. Immutable.
 *
 * @param newest the newest record that it has written or read; empty: none, or one that has ended
 * @param lease the lease that stood when it last looked; kept only where clocks are not shared
 * @param sharedClock whether {@link Moment#now} is the time of the store, which all processes share
 */
public record Memory(Optional<OpenGrant> newest, Optional<SeenLease> lease, boolean sharedClock) {

    /** Of a process that has just begun, over a store with a clock. */
    public static final Memory NONE = of(true);

    /** Of a process that has just begun. */
    public static Memory of(boolean sharedClock) {
        return new Memory(Optional.empty(), Optional.empty(), sharedClock);
    }

    /** This, with the newer tokens that another flight of the process has met meanwhile. */
    public Memory orNewer(Memory other) {
        return isOlderThan(other) ? new Memory(other.newest, lease, sharedClock) : this;
    }

    private boolean isOlderThan(Memory other) {
        if (newest.isEmpty() || other.newest.isEmpty()) {
            return false;
        }
        GrantRecord mine = newest.get().record();
        GrantRecord theirs = other.newest.get().record();
        return theirs.generation().equals(mine.generation()) && theirs.tokenSerial() > mine.tokenSerial();
    }

    /** After a look at the store, or a write that stands. What the store has lost stays known until it is there again. */
    Memory with(OpenGrant standing, Moment at) {
        Optional<OpenGrant> known = standing.status() == GrantStatus.ENDED ? Optional.empty() : Optional.of(standing);
        return new Memory(lostIn(standing).isEmpty() ? known : newest, seen(standing.record(), at), sharedClock);
    }

    private Optional<SeenLease> seen(GrantRecord record, Moment at) {
        if (sharedClock || record.lease().isEmpty()) {
            return Optional.empty();
        }
        String nonce = record.lease().get().nonce();
        Optional<SeenLease> before = seen(nonce);
        return before.isPresent() ? before : Optional.of(new SeenLease(nonce, at.nanos()));
    }

    /** Since when this lease is known to stand. */
    Optional<SeenLease> seen(String nonce) {
        return lease.isPresent() && lease.get().nonce().equals(nonce) ? lease : Optional.empty();
    }

    /**
     * The tokens that have to be in this record and are not, because the store went back. Whatever others have saved since
     * makes them worthless, and so does another consent.
     */
    List<RefreshCandidate> lostIn(OpenGrant found) {
        if (newest.isEmpty() || found.status() == GrantStatus.ENDED) {
            return List.of();
        }
        GrantRecord mine = newest.get().record();
        GrantRecord theirs = found.record();
        if (!mine.generation().equals(theirs.generation()) || mine.tokenSerial() < theirs.tokenSerial()) {
            return List.of();
        }
        List<RefreshCandidate> known = new ArrayList<>();
        known.add(mine.current());
        known.addAll(sparesThatFit(mine, theirs));
        List<RefreshCandidate> lost = new ArrayList<>();
        for (RefreshCandidate each : known) {
            if (theirs.candidate(each.token()).isEmpty()) {
                lost.add(each);
            }
        }
        return Collections.unmodifiableList(lost);
    }

    /** Where there is no room one is missing because it was dropped, and not because the store went back. */
    private static List<RefreshCandidate> sparesThatFit(GrantRecord mine, GrantRecord theirs) {
        return theirs.spares().size() < Saves.MOST_SPARES ? mine.spares() : List.of();
    }
}
