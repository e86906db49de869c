package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantEdit;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What this process knows and a store that failed over, or was restored, does not have any more: it is written once more, so
 * that nothing is lost.
 */
final class Mends {

    private final Saves saves;
    private final Leases leases;

    Mends(Saves saves, Leases leases) {
        this.saves = saves;
        this.leases = leases;
    }

    /** What has to be written; empty: the store did not go back, or what it lost is worthless by now. */
    Optional<Action.Write> of(Memory memory, Optional<OpenGrant> found, Moment at, Draw draw) {
        return found.isPresent()
                ? mend(memory, found.get(), at, draw)
                : memory.newest().filter(it -> wouldLeaveATombstone(it, at)).map(it -> anew(it, at, draw));
    }

    private Optional<Action.Write> mend(Memory memory, OpenGrant found, Moment at, Draw draw) {
        List<RefreshCandidate> lost = memory.lostIn(found);
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        GrantRecord mine = memory.newest().orElseThrow().record();
        GrantRecord theirs = found.record();
        boolean isOlder = theirs.tokenSerial() < mine.tokenSerial();
        Action.Write write = isOlder && leases.takenUntil(memory, theirs, at).isEmpty()
                ? again(mine, found, at, draw)
                : saves.spared(found, spared(mine, theirs, lost, at, draw), at, draw);
        return Optional.of(write.telling(News.WENT_BACK));
    }

    private GrantEdit spared(GrantRecord mine, GrantRecord theirs, List<RefreshCandidate> lost, Moment at, Draw draw) {
        return saves.withSpares(theirs, lost, presented(mine, at), at, draw).notBehind(mine);
    }

    /** Saved once more, and what stands now is kept: it may have been presented meanwhile. */
    private Action.Write again(GrantRecord mine, OpenGrant found, Moment at, Draw draw) {
        GrantRecord theirs = found.record();
        List<RefreshCandidate> lost = new ArrayList<>(mine.spares());
        lost.removeIf(spare -> theirs.candidate(spare.token()).isPresent());
        Optional<String> parent = mine.previous().map(RefreshCandidate::token);
        if (!parent.equals(Optional.of(theirs.current().token()))) {
            lost.add(theirs.current());
        }
        GrantEdit next = saves.withSpares(theirs, lost, presented(mine, at), at, draw)
                .access(mine.access())
                .current(mine.current())
                .reach(mine.reach())
                .released(Setback.NONE)
                .notBehind(mine);
        mine.previous()
                .map(was -> theirs.candidate(was.token()).map(was::and).orElse(was))
                .ifPresent(next::previous);
        return Action.Write.over(found, GrantStatus.CONNECTED, next.done(), draw);
    }

    /** The record is missing altogether, and was lost: all of it is written as it stood. */
    private Action.Write anew(OpenGrant newest, Moment at, Draw draw) {
        GrantRecord mine = newest.record();
        GrantRecord next =
                saves.withSpares(mine, List.of(), presented(mine, at), at, draw).done();
        return Action.Write.anew(newest, newest.status(), next, draw);
    }

    /** Whether the record would still be there if it had been ended: its tokens are younger than any tombstone gets. */
    private static boolean wouldLeaveATombstone(OpenGrant newest, Moment at) {
        return at.now().isBefore(newest.record().access().obtainedAt().plus(Times.MISSED));
    }

    private static Instant presented(GrantRecord mine, Moment at) {
        return mine.previous().flatMap(RefreshCandidate::firstPresentedAt).orElse(at.now());
    }
}
