package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantEdit;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What becomes of a write that met a changed record: read, and decide again in this order [4]. */
final class Conflicts {

    private final Set<Rule> rules;
    private final Saves saves;

    Conflicts(Set<Rule> rules, Saves saves) {
        this.rules = rules;
        this.saves = saves;
    }

    /** New tokens. */
    Step saving(Flight flight, Stage.Saving saving, Optional<OpenGrant> found, Moment at, Draw draw) {
        Turn turn = saving.turn();
        Issue issue = saving.issue();
        if (found.isEmpty()) {
            // Ended grants leave a tombstone: this one is lost, not deleted.
            OpenGrant lost = saving.leased();
            GrantRecord saved = saves.saved(lost.record(), turn, issue, flight.refusals(), at, draw);
            return flight.write(Action.Write.anew(lost, GrantStatus.CONNECTED, saved, draw));
        }
        if (isOver(found.get(), turn)) {
            return flight.end(new Ending.Superseded(issue.access()));
        }
        OpenGrant grant = found.get();
        GrantRecord record = grant.record();
        if (isMine(record, turn)) {
            GrantRecord saved = saves.saved(record, turn, issue, flight.refusals(), at, draw);
            return flight.write(Action.Write.over(grant, GrantStatus.CONNECTED, saved, draw));
        }
        Optional<String> token = issue.refreshToken();
        boolean isThere = token.isEmpty() || record.candidate(token.get()).isPresent();
        if (isThere || !rules.contains(Rule.SPARES)) {
            return flight.end(Ending.Obtained.of(grant, issue));
        }
        List<RefreshCandidate> spare = List.of(turn.before().successor(token.get()));
        Instant presentedAt = turn.presented().firstPresentedAt().orElse(at.now());
        GrantEdit edit = saves.withSpares(record, spare, presentedAt, at, draw);
        Action.Write write = saves.spared(grant, edit, at, draw);
        boolean leaseIsLost = record.serial() < saving.leased().record().serial();
        return flight.write(leaseIsLost ? write.telling(News.WENT_BACK) : write);
    }

    /** A presentation without tokens. */
    Step releasing(Flight flight, Stage.Releasing release, Optional<OpenGrant> found, Moment at, Draw draw) {
        Turn turn = release.turn();
        if (found.isEmpty() || isOver(found.get(), turn)) {
            return flight.end(release.ending());
        }
        OpenGrant grant = found.get();
        if (isMine(grant.record(), turn)) {
            return flight.write(release(grant, release, draw));
        }
        if (release.mayBeUsed() && Presentations.areForgotten(grant.record(), turn)) {
            Action.Write write = Action.Write.over(grant, grant.status(), again(grant.record(), turn, at, draw), draw);
            boolean sameTokens = grant.record().tokenSerial() <= turn.tokenSerial();
            return flight.write(sameTokens ? write.telling(News.WENT_BACK) : write);
        }
        return flight.end(flight.need().isMetBy(grant, at.now()) ? new Ending.Adopted(grant) : release.ending());
    }

    /** Written down once more; where somebody has got another token meanwhile, that one is in doubt [11]. */
    private GrantRecord again(GrantRecord record, Turn turn, Moment at, Draw draw) {
        RefreshCandidate presented = Presentations.again(record, turn);
        boolean isCurrent = record.current().is(presented.token());
        Instant first = presented.firstPresentedAt().orElse(at.now());
        GrantEdit edit = isCurrent ? record.edit() : saves.withSpares(record, List.of(), first, at, draw);
        return edit.candidate(presented).done();
    }

    static Action.Write release(OpenGrant grant, Stage.Releasing release, Draw draw) {
        GrantRecord released = Presentations.released(grant.record(), release);
        return Action.Write.over(grant, grant.status(), released, draw);
    }

    /** Ended, or another consent's [12]. */
    private boolean isOver(OpenGrant grant, Turn turn) {
        boolean isAnothers =
                rules.contains(Rule.GENERATION) && !grant.record().generation().equals(turn.generation());
        return isAnothers || grant.status() == GrantStatus.ENDED;
    }

    /** The nonce tells; where that rule is off, any lease is taken for one's own. */
    private boolean isMine(GrantRecord record, Turn turn) {
        return rules.contains(Rule.NONCE)
                ? record.isLeasedBy(turn.nonce())
                : record.lease().isPresent();
    }
}
