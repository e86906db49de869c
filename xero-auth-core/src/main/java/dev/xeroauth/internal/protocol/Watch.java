package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantEdit;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.Lease;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import dev.xeroauth.internal.record.Setback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whoever has written tokens looks again some time later whether the store still has them: one that failed over, or was
 * restored, may have gone back.
 */
public final class Watch {

    private final Saves saves;

    /** @param rules those that count; production gives {@link Rule#all} */
    public Watch(Set<Rule> rules) {
        this.saves = new Saves(rules);
    }

    /**
     * What has to be written so that nothing is lost.
     *
     * @param saved what this process wrote
     * @param found what stands
     * @return empty: the store did not go back, or what was written is worthless by now
     */
    public Optional<Action.Write> mend(OpenGrant saved, OpenGrant found, Moment at, Draw draw) {
        GrantRecord mine = saved.record();
        GrantRecord theirs = found.record();
        if (found.status() == GrantStatus.ENDED
                || !theirs.generation().equals(mine.generation())
                || theirs.tokenSerial() > mine.tokenSerial()) {
            return Optional.empty();
        }
        List<RefreshCandidate> lost = Stream.concat(Stream.of(mine.current()), mine.spares().stream())
                .filter(candidate -> theirs.candidate(candidate.token()).isEmpty())
                .toList();
        if (lost.isEmpty()) {
            return Optional.empty();
        }
        boolean isFree =
                theirs.lease().map(Lease::until).filter(at.now()::isBefore).isEmpty();
        boolean isOlder = theirs.tokenSerial() < mine.tokenSerial();
        return Optional.of(
                isFree && isOlder
                        ? again(saved, found, at, draw)
                        : saves.spared(found, lost, presented(mine, at), at, draw));
    }

    /** Saved once more, and what stands now is kept: it may have been presented meanwhile. */
    private Action.Write again(OpenGrant saved, OpenGrant found, Moment at, Draw draw) {
        GrantRecord mine = saved.record();
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
                .released(Setback.NONE);
        mine.previous()
                .map(was -> theirs.candidate(was.token()).map(was::and).orElse(was))
                .ifPresent(next::previous);
        return new Action.Write(GrantStatus.CONNECTED, next.done(), found.revision(), draw.revision());
    }

    private static Instant presented(GrantRecord mine, Moment at) {
        return mine.previous().flatMap(RefreshCandidate::firstPresentedAt).orElse(at.now());
    }
}
