package dev.xeroauth.internal.protocol;

import dev.xeroauth.internal.record.GrantEdit;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import java.time.Instant;
import java.util.Optional;

/** The records before and after a presentation that gave no tokens. */
final class Presentations {

    private Presentations() {}

    /** The lease is taken, and the token counts as presented [1]. After its end nothing keeps anybody from taking over. */
    static GrantRecord begun(GrantRecord record, Turn turn, Instant now) {
        Instant until = now.plus(Times.LEASE);
        return record.edit()
                .candidate(turn.presented())
                .lease(new Lease(turn.nonce(), until))
                .setback(record.setback().until(until))
                .done();
    }

    /** The same record without a presentation that was not made after all. */
    static GrantRecord undone(GrantRecord record, Turn turn) {
        return record.edit().candidate(turn.before()).done();
    }

    /** The lease is given back. */
    static GrantRecord released(GrantRecord record, Stage.Releasing release) {
        Setback setback =
                release.next().isPresent() ? record.setback().more(release.error(), release.next()) : record.setback();
        GrantEdit next = record.edit().released(setback);
        return (release.mayBeUsed() ? next : next.candidate(release.turn().before())).done();
    }

    /**
     * Whether the store has forgotten that this token was presented and is not answered [1]: nobody is known to have presented
     * it so often, or so early.
     */
    static boolean areForgotten(GrantRecord record, Turn turn) {
        RefreshCandidate mine = turn.presented();
        return record.candidate(mine.token())
                .filter(theirs -> theirs.presentations() < mine.presentations() || beganLater(theirs, mine))
                .isPresent();
    }

    private static boolean beganLater(RefreshCandidate theirs, RefreshCandidate mine) {
        Optional<Instant> first = mine.firstPresentedAt();
        return first.isPresent()
                && theirs.firstPresentedAt().filter(first.get()::isBefore).isPresent();
    }

    /** Written down again. */
    static RefreshCandidate again(GrantRecord record, Turn turn) {
        RefreshCandidate mine = turn.presented();
        return record.candidate(mine.token())
                .map(theirs -> beganLater(theirs, mine) ? theirs.plus(mine) : theirs.and(mine))
                .orElse(mine);
    }

    /** Every token was refused before it was time for the second look. */
    static GrantRecord refusedTooEarly(GrantRecord record, String reason) {
        return record.edit().released(record.setback().refusedTooEarly(reason)).done();
    }

    /** Every token was refused: looked at once more, or believed [6]. */
    static GrantRecord refused(GrantRecord record, String reason, Optional<Instant> secondLook) {
        return record.edit()
                .released(record.setback().ladderRefused(reason, secondLook))
                .done();
    }
}
