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
import dev.xeroauth.internal.protocol.Rejection;
import dev.xeroauth.internal.protocol.Step;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.TreeSet;
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

    /** A lease is good for 15 s until the token is presented, and for 10 s of exchange: between the two is not much time. */
    private static final Duration FROM_LEAVE_TO_DEED = Duration.ofSeconds(2);

    private final Machinery with;
    private final GrantTokens grant;
    private final GrantId id;
    private final Need need;
    private final Consumer<XeroEvent> events;
    private final int consents;
    private volatile Moment asked;
    private volatile boolean presented;
    private volatile @Nullable Throwable storeFailure;

    /** @param events takes what there is to tell once the flight is over */
    Refresh(Machinery with, GrantTokens grant, Need need, Consumer<XeroEvent> events) {
        this.with = with;
        this.grant = grant;
        this.id = grant.id();
        this.need = need;
        this.events = events;
        this.consents = grant.consents();
        this.asked = with.moment();
    }

    /** From its beginning. Fails with what the store failed with, if there is nothing to lose. */
    CompletableFuture<Result> run() {
        return fly(() -> {
                    with.clock().ask();
                    return with.decisions().begin(need, rejection(), grant.memory(), with.moment());
                })
                // A new consent has brought other tokens: they are looked at.
                .thenCompose(ending -> ending instanceof Ending.Superseded
                        ? run()
                        : CompletableFuture.completedFuture(result(ending)));
    }

    /** Who only looks leaves it to the others to find out whether Xero accepts the application again. */
    private Optional<Rejection> rejection() {
        return need.looksOnly() ? Optional.empty() : with.rejectionOrProbe();
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
        OwnThreads.then(slots.take(), end, taken -> {
            grant.atStore(true);
            OwnThreads.then(with.threads().runStoreCall(first), end, step -> go(step, end));
        });
        return end.whenComplete((ending, failure) -> slots.giveBack());
    }

    /** Whatever goes wrong on its way, the flight ends. */
    private void go(Step step, CompletableFuture<Ending> end) {
        if (step.action() instanceof Action.End over) {
            grant.remember(step.flight().memory(), consents);
            end.complete(over.how());
        } else if (step.action() instanceof Action.ReadLater later) {
            // Another process is at it: meanwhile this one can do something else.
            grant.atStore(false);
            Slots slots = with.threads().flights();
            with.waiting().later(later.pause(), () -> OwnThreads.then(slots.take(), end, taken -> act(step, end)));
            slots.giveBack();
        } else {
            act(step, end);
        }
    }

    private void act(Step step, CompletableFuture<Ending> end) {
        OwnThreads.then(perform(step), end, event -> {
            // Here, and not where it was written: a call that was given up is heard of no more.
            if (event instanceof Event.Written written && step.action() instanceof Action.Write write) {
                for (News news : new TreeSet<>(write.news())) {
                    events.accept(event(news, written.grant()));
                }
            }
            go(with.decisions().on(step.flight(), event, with.moment(), with.draw()), end);
        });
    }

    /** Never fails. */
    private CompletableFuture<Event> perform(Step step) {
        if (step.action() instanceof Action.Present present) {
            return presented(present);
        }
        Supplier<Event> call = step.action() instanceof Action.Write write ? () -> write(write) : this::read;
        return stored(call, step.flight().isSaving());
    }

    private Event read() {
        return new Event.Found(with.repository().find(id));
    }

    private Event write(Action.Write write) {
        OpenGrant next = new OpenGrant(id, write.revision(), write.status(), write.record());
        return with.repository().replaceOnce(next, write.expected()) ? new Event.Written(next) : new Event.Changed();
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
    private CompletableFuture<Event> stored(Supplier<Event> call, boolean saves) {
        grant.atStore(true);
        Supplier<Event> callAndClock = () -> {
            Event event = call.get();
            // This host may have slept meanwhile, and the lease be over.
            with.clock().ask();
            return event;
        };
        OwnThreads threads = with.threads();
        return (saves ? threads.runSave(callAndClock) : threads.runStoreCall(callAndClock)).exceptionally(e -> {
            storeFailure = e;
            return new Event.StoreFailed(OwnThreads.isHanging(e));
        });
    }

    private CompletableFuture<Event> presented(Action.Present present) {
        grant.atStore(false);
        HostTime allowed = HostTime.of(with.time());
        return with.threads()
                .run(() -> present(present, allowed))
                .exceptionally(e -> new Event.Answered(
                        presented ? new RefreshOutcome.Ambiguous("failed") : new RefreshOutcome.NotSent("no thread")))
                // It decides anew by the clock as it is now.
                .thenCompose(event -> event instanceof Event.Delayed
                        ? stored(() -> event, false)
                        : CompletableFuture.completedFuture(event));
    }

    private Event present(Action.Present present, HostTime allowed) {
        HostTime now = HostTime.of(with.time());
        if (allowed.byCounter(now).plus(allowed.apart(now)).compareTo(FROM_LEAVE_TO_DEED) > 0) {
            return new Event.Delayed();
        }
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
            return new Result.NotSaved(
                    held(unsaved.access()), new PendingSave(unsaved.flight(), unsaved.access(), storeFailure));
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
                    : unavailable("an earlier request may still be on its way", tooSoon.next())
                            .forThoseWhoCanWait();
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

    private Result.Failed unavailable(String reason, Instant next) {
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
