package dev.xeroauth.internal.engine;

import dev.xeroauth.GrantDescription;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenSet;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroException;
import dev.xeroauth.internal.consent.AccessClaims;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.Setback;
import dev.xeroauth.spi.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** What an operator sees of the grants, and the one thing that he can do about them. Thread-safe. */
public final class Overview {

    private static final int PAGE = 500;
    private static final int IDS = Spliterator.ORDERED | Spliterator.DISTINCT | Spliterator.NONNULL;

    private final Machinery with;
    private final Grants grants;

    /** @param grants what this process knows of them */
    public Overview(Machinery with, Grants grants) {
        this.with = with;
        this.grants = grants;
    }

    /** How it stands in the store. Asks Xero nothing. */
    public GrantDescription describe(GrantId id) {
        Optional<GrantDescription> found = onOwnThread(() -> read(id));
        if (found.isEmpty()) {
            throw new GrantNotFoundException(id);
        }
        return found.get();
    }

    /** All of them in their order, read from the store page by page as they are taken. */
    public Stream<GrantId> grants() {
        return StreamSupport.stream(
                () -> Spliterators.spliteratorUnknownSize(new Listing(this::page), IDS), IDS, false);
    }

    /** Those that need another consent. Their records are not opened. */
    public Stream<GrantId> disconnected() {
        return grants().filter(this::isDisconnected);
    }

    /** Refreshes it whatever Xero has said so far, and says how it stands then. */
    public GrantDescription retry(GrantId id) {
        Optional<XeroException> problem = retried(id);
        if (problem.isPresent() && problem.get() instanceof GrantNotFoundException) {
            throw grants.unknown(id);
        }
        if (problem.isPresent() && !isNotedInTheGrant(problem.get())) {
            throw problem.get();
        }
        return describe(id);
    }

    /** Its tokens in clear, for whoever takes them elsewhere. */
    public TokenSet tokens(GrantId id) {
        return onOwnThread(() -> {
                    with.clock().ask();
                    return with.repository().find(id);
                })
                .filter(grant -> grant.status() != GrantStatus.ENDED)
                .map(grant -> tokens(grant.record()))
                .orElseThrow(() -> new GrantNotFoundException(id));
    }

    private TokenSet tokens(GrantRecord record) {
        IssuedAccess access = record.access();
        Duration left = Duration.between(with.clock().instant(), access.expiresAt());
        return new TokenSet(
                access.token(),
                Optional.of(record.current().token()),
                left.isNegative() ? Duration.ZERO : left,
                AccessClaims.of(access.token()).scopes(),
                Optional.empty());
    }

    /** Why there is no token; empty: there is one, or the refresh takes longer than an operator waits. */
    private Optional<XeroException> retried(GrantId id) {
        try {
            Result result = Patience.USUAL.await(
                    grants.of(id).retry(),
                    () -> new TokenUnavailableException(id, "the refresh goes on without its operator", null, null));
            return result instanceof Result.Failed failed
                    ? Optional.of(failed.problem().get())
                    : Optional.empty();
        } catch (TokenUnavailableException e) {
            return Optional.empty();
        }
    }

    /** Whether its description says so. What is wrong with the application, the store or this process leaves no trace there. */
    private static boolean isNotedInTheGrant(XeroException problem) {
        return problem instanceof GrantDisconnectedException
                || (problem instanceof TokenUnavailableException && problem.getCause() == null);
    }

    private Optional<GrantDescription> read(GrantId id) {
        with.clock().ask();
        Instant now = with.clock().instant();
        boolean unsaved = grants.areUnsaved(id);
        Optional<StoredGrant> stored = with.repository().stored(id);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        GrantRecord record = with.repository().open(stored.get()).record();
        return Optional.of(described(stored.get(), record, now, unsaved));
    }

    private static GrantDescription described(StoredGrant stored, GrantRecord record, Instant now, boolean unsaved) {
        Setback setback = record.setback();
        return new GrantDescription(
                stored.id(),
                stored.status(),
                now,
                setback.lastError(),
                setback.failures(),
                setback.nextAttempt(),
                record.access().obtainedAt(),
                record.access().expiresAt(),
                record.current().firstPresentedAt(),
                record.lease().isPresent() ? Optional.of(record.lease().get().until()) : Optional.empty(),
                record.confirmAt(),
                record.spares().size(),
                unsaved,
                stored.dueAt(),
                stored.lane(),
                record.reach().xeroUserId(),
                record.reach().connections());
    }

    private boolean isDisconnected(GrantId id) {
        return onOwnThread(() -> with.repository().stored(id))
                .filter(stored -> stored.status() == GrantStatus.DISCONNECTED)
                .isPresent();
    }

    private List<GrantId> page(Optional<GrantId> after) {
        return onOwnThread(() -> with.repository().list(after, PAGE));
    }

    /** Waits for it as an operator does. */
    <R> R onOwnThread(Supplier<R> task) {
        return Patience.USUAL.await(
                with.threads().begin(task),
                () -> new StoreException("The token store takes too long, or its caller was interrupted", null));
    }
}
