package dev.xeroauth.internal.engine;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ForeignRotationSuspected;
import dev.xeroauth.GrantDisconnected;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantRecovered;
import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.GrantSuspect;
import dev.xeroauth.RefreshFailed;
import dev.xeroauth.StoreException;
import dev.xeroauth.StoreWentBack;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.internal.protocol.Action;
import dev.xeroauth.internal.protocol.Ending;
import dev.xeroauth.internal.protocol.Event;
import dev.xeroauth.internal.protocol.Flight;
import dev.xeroauth.internal.protocol.Moment;
import dev.xeroauth.internal.protocol.Need;
import dev.xeroauth.internal.protocol.News;
import dev.xeroauth.internal.protocol.Step;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One flight: does what the decisions say, and tells them what came of it. Each call to the store or to Xero is a task of its
 * own on the library's threads, one after the other; between two of them nothing is held, no thread, no lock, no connection
 * of a database.
 */
final class Refresh {

    private final Machinery with;
    private final GrantTokens grant;
    private final GrantId id;
    private final Need need;
    private final Consumer<XeroEvent> events;
    private Moment asked;
    private boolean presented;
    private @Nullable Throwable storeFailure;

    /** @param events takes what there is to tell once the flight is over */
    Refresh(Machinery with, GrantTokens grant, Need need, Consumer<XeroEvent> events) {
        this.with = with;
        this.grant = grant;
        this.id = grant.id();
        this.need = need;
        this.events = events;
        this.asked = with.moment();
    }

    /** From its beginning. Fails with what the store failed with, if there is nothing to lose. */
    CompletableFuture<Result> run() {
        return fly(() -> {
                    with.clock().ask();
                    return with.decisions().begin(need, with.rejection(), grant.memory(), with.moment());
                })
                // A new consent has brought other tokens: they are looked at.
                .thenCompose(ending -> ending instanceof Ending.Superseded
                        ? run()
                        : CompletableFuture.completedFuture(result(ending)));
    }

    /** From where it could not save. Empty: what it had is worthless by now. */
    CompletableFuture<Optional<Result>> resume(Flight unsaved) {
        return fly(() -> with.decisions().resume(unsaved))
                .thenApply(
                        ending -> ending instanceof Ending.Superseded ? Optional.empty() : Optional.of(result(ending)));
    }

    private CompletableFuture<Ending> fly(Supplier<Step> first) {
        Slots slots = with.threads().flights();
        CompletableFuture<Ending> end = new CompletableFuture<>();
        return slots.take()
                .thenComposeAsync(
                        taken -> {
                            go(first.get(), end);
                            return end;
                        },
                        with.threads())
                .whenComplete((ending, failure) -> slots.giveBack());
    }

    private void go(Step step, CompletableFuture<Ending> end) {
        Runnable task = () -> act(step, end);
        if (step.action() instanceof Action.End over) {
            grant.remember(step.flight().memory());
            end.complete(over.how());
        } else if (step.action() instanceof Action.ReadLater later) {
            // Another process is at it: meanwhile this one can do something else.
            Slots slots = with.threads().flights();
            with.waiting()
                    .later(
                            later.pause(),
                            () -> OwnThreads.then(
                                    slots.take(), taken -> with.threads().hand(task)));
            slots.giveBack();
        } else {
            with.threads().hand(task);
        }
    }

    private void act(Step step, CompletableFuture<Ending> end) {
        try {
            Event event = perform(step.action());
            go(with.decisions().on(step.flight(), event, with.moment(), with.draw()), end);
        } catch (Throwable e) {
            end.completeExceptionally(e);
        }
    }

    private Event perform(Action action) {
        if (action instanceof Action.Write write) {
            return stored(() -> write(write));
        }
        if (action instanceof Action.Present present) {
            return present(present);
        }
        return stored(() -> new Event.Found(with.repository().find(id)));
    }

    private Event write(Action.Write write) {
        OpenGrant next = new OpenGrant(id, write.revision(), write.status(), write.record());
        if (!with.repository().replaceOnce(next, write.expected())) {
            return new Event.Changed();
        }
        write.news().stream().sorted().map(news -> event(news, next)).forEach(events);
        return new Event.Written(next);
    }

    private XeroEvent event(News news, OpenGrant grant) {
        String reason = grant.record().setback().lastError().orElse("unknown");
        return switch (news) {
            case SUSPECT -> new GrantSuspect(id, reason);
            case DISCONNECTED -> new GrantDisconnected(id, reason);
            case RECOVERED -> new GrantRecovered(id);
            case WENT_BACK -> new StoreWentBack(id);
            case FOREIGN_ROTATION -> new ForeignRotationSuspected(id);
        };
    }

    /** Whatever the store throws, an error not excepted: tokens may have to be kept. */
    private Event stored(Supplier<Event> call) {
        try {
            Event event = call.get();
            // This host may have slept meanwhile, and the lease be over.
            with.clock().ask();
            return event;
        } catch (Throwable e) {
            storeFailure = e;
            return new Event.StoreFailed();
        }
    }

    private Event present(Action.Present present) {
        asked = with.moment();
        presented = true;
        RefreshOutcome outcome = ask(present);
        with.answered(id, outcome);
        return new Event.Answered(outcome);
    }

    private RefreshOutcome ask(Action.Present present) {
        try {
            return with.refresher().refresh(new RefreshRequest(id, present.refreshToken(), present.deadline()));
        } catch (Throwable e) {
            return new RefreshOutcome.Ambiguous(e.getClass().getSimpleName());
        }
    }

    private Result result(Ending ending) {
        if (ending instanceof Ending.Adopted adopted) {
            return landed(adopted.grant());
        }
        if (ending instanceof Ending.Obtained obtained) {
            events.accept(new GrantRefreshed(id, need.why(), obtained.access().lifetime()));
            grant.watch();
            return new Result.Landed(held(obtained.access()), obtained.grant());
        }
        if (ending instanceof Ending.Unsaved unsaved) {
            with.announcer().note("The new tokens of the grant '" + id + "' are not stored yet", storeFailure);
            return new Result.NotSaved(held(unsaved.access()), new PendingSave(unsaved.flight(), unsaved.access()));
        }
        return withoutToken(ending);
    }

    private Result withoutToken(Ending ending) {
        if (ending instanceof Ending.NotNow notNow) {
            if (presented) {
                events.accept(new RefreshFailed(id, notNow.reason(), notNow.next()));
            }
            return unavailable(notNow.reason(), notNow.next());
        }
        if (ending instanceof Ending.TooSoon tooSoon) {
            Moment now = with.moment();
            IssuedAccess access = tooSoon.grant().record().access();
            return now.now().isBefore(access.usableUntil())
                    ? new Result.Landed(HeldToken.of(access, now).notDueBefore(tooSoon.next(), now), tooSoon.grant())
                    : unavailable("an earlier request may still be on its way", tooSoon.next());
        }
        if (ending instanceof Ending.AppRejected rejected) {
            if (presented) {
                events.accept(new RefreshFailed(id, rejected.reason(), rejected.next()));
            }
            return new Result.Failed(() -> new AppRejectedException(rejected.reason()), Optional.of(rejected.next()));
        }
        if (ending instanceof Ending.Disconnected disconnected) {
            return new Result.Failed(
                    () -> new GrantDisconnectedException(id, disconnected.reason()), Optional.of(Instant.MAX));
        }
        if (ending instanceof Ending.Missing) {
            return new Result.Failed(() -> new GrantNotFoundException(id), Optional.empty());
        }
        throw storeFailed();
    }

    private Result landed(OpenGrant grant) {
        return new Result.Landed(HeldToken.of(grant.record().access(), with.moment()), grant);
    }

    private HeldToken held(IssuedAccess access) {
        return HeldToken.of(access, asked);
    }

    private Result unavailable(String reason, Instant next) {
        return new Result.Failed(() -> new TokenUnavailableException(id, reason, next, null), Optional.of(next));
    }

    private RuntimeException storeFailed() {
        if (storeFailure instanceof Error error) {
            throw error;
        }
        return storeFailure instanceof RuntimeException e
                ? e
                : new StoreException("The token store failed", storeFailure);
    }
}
