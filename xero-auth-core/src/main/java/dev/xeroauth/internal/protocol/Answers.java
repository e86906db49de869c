package dev.xeroauth.internal.protocol;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshOutcome.Ambiguous;
import dev.xeroauth.spi.RefreshOutcome.AppRejected;
import dev.xeroauth.spi.RefreshOutcome.Issued;
import dev.xeroauth.spi.RefreshOutcome.NotSent;
import dev.xeroauth.spi.RefreshOutcome.Refused;
import dev.xeroauth.spi.RefreshOutcome.Throttled;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What each answer of the token endpoint means. */
final class Answers {

    private final Saves saves;

    Answers(Saves saves) {
        this.saves = saves;
    }

    Step to(Flight flight, Stage.Asking asking, RefreshOutcome outcome, Moment at, Draw draw) {
        Turn turn = asking.turn();
        OpenGrant leased = asking.leased();
        if (outcome instanceof Issued issued) {
            Issue issue = Issue.of(issued.tokens(), asking.asked(), draw);
            GrantRecord saved = saves.saved(leased.record(), turn, issue, flight.refusals(), at, draw);
            return flight.at(new Stage.Saving(turn, issue, leased))
                    .write(Action.Write.over(leased, GrantStatus.CONNECTED, saved, draw));
        }
        if (outcome instanceof Refused refused) {
            // First read again and adopt a newer token; then one rung down [6].
            return flight.knowing(flight.refusals().with(turn.presented(), refused.reason()))
                    .looking()
                    .read();
        }
        Setback setback = leased.record().setback();
        Instant next = at.now().plus(wait(outcome, turn, setback.failures(), draw));
        String reason = Reasons.of(outcome);
        Ending ending = outcome instanceof AppRejected rejected
                ? new Ending.AppRejected(rejected.error(), next)
                : new Ending.NotNow(reason, next);
        boolean aboutTheApp = outcome instanceof AppRejected app && Breaker.isAboutTheApp(app.error());
        Stage.Releasing release = new Stage.Releasing(
                turn, outcome instanceof Ambiguous, reason, aboutTheApp ? Optional.empty() : Optional.of(next), ending);
        return flight.at(release).write(Conflicts.release(leased, release, draw));
    }

    private static Duration wait(RefreshOutcome outcome, Turn turn, int failures, Draw draw) {
        if (outcome instanceof Throttled throttled && throttled.retryAfter().isPresent()) {
            return throttled.retryAfter().get();
        }
        boolean outstanding = outcome instanceof Ambiguous
                || outcome instanceof NotSent
                || turn.before().presentations() > 0;
        Duration cap = outstanding ? Times.BACK_OFF_WHILE_OUTSTANDING : Times.BACK_OFF;
        Duration doubled = Times.FIRST_BACK_OFF.multipliedBy(1L << Math.min(failures, 20));
        return draw.between(Duration.ofMillis(1), doubled.compareTo(cap) < 0 ? doubled : cap);
    }
}
