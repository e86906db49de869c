package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        boolean older = newest.isPresent()
                && other.newest
                        .map(OpenGrant::record)
                        .filter(it ->
                                it.generation().equals(newest.get().record().generation()))
                        .filter(it -> it.tokenSerial() > newest.get().record().tokenSerial())
                        .isPresent();
        return older ? new Memory(other.newest, lease, sharedClock) : this;
    }

    /** After a look at the store, or a write that stands. What the store has lost stays known until it is there again. */
    Memory with(OpenGrant standing, Moment at) {
        Optional<OpenGrant> known = Optional.of(standing).filter(it -> it.status() != GrantStatus.ENDED);
        return new Memory(lostIn(standing).isEmpty() ? known : newest, seen(standing.record(), at), sharedClock);
    }

    private Optional<SeenLease> seen(GrantRecord record, Moment at) {
        return sharedClock
                ? Optional.empty()
                : record.lease()
                        .map(Lease::nonce)
                        .map(nonce -> seen(nonce).orElseGet(() -> new SeenLease(nonce, at.nanos())));
    }

    /** Since when this lease is known to stand. */
    Optional<SeenLease> seen(String nonce) {
        return lease.filter(it -> it.nonce().equals(nonce));
    }

    /**
     * The tokens that have to be in this record and are not, because the store went back. Whatever others have saved since
     * makes them worthless, and so does another consent.
     */
    List<RefreshCandidate> lostIn(OpenGrant found) {
        GrantRecord theirs = found.record();
        return newest.map(OpenGrant::record)
                .filter(mine -> found.status() != GrantStatus.ENDED
                        && mine.generation().equals(theirs.generation())
                        && mine.tokenSerial() >= theirs.tokenSerial())
                .map(mine -> Stream.concat(Stream.of(mine.current()), sparesThatFit(mine, theirs))
                        .filter(it -> theirs.candidate(it.token()).isEmpty())
                        .toList())
                .orElse(List.of());
    }

    /** Where there is no room one is missing because it was dropped, and not because the store went back. */
    private static Stream<RefreshCandidate> sparesThatFit(GrantRecord mine, GrantRecord theirs) {
        return theirs.spares().size() < Saves.MOST_SPARES ? mine.spares().stream() : Stream.empty();
    }
}
