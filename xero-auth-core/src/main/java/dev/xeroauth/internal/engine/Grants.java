package dev.xeroauth.internal.engine;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.UnsavedTokens;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The grants that this process has been asked for. Thread-safe. */
public final class Grants {

    private static final Duration SAVING_AT_THE_END = Duration.ofSeconds(30);
    private static final Duration SAVING_PAUSE = Duration.ofMillis(500);

    private final Machinery with;
    private final ConcurrentMap<GrantId, GrantTokens> grants = new ConcurrentHashMap<>();

    /** @param with what every flight works with */
    public Grants(Machinery with) {
        this.with = with;
    }

    /** A token for this grant; see {@link GrantTokens#accessToken()}. */
    public AccessToken accessToken(GrantId id) {
        try {
            return of(id).accessToken();
        } catch (GrantNotFoundException e) {
            throw unknown(id);
        }
    }

    /** What is not in the store is not kept here either, so that made-up ids fill no memory. */
    GrantNotFoundException unknown(GrantId id) {
        grants.remove(id);
        return new GrantNotFoundException(id);
    }

    /** This process's view of a grant, whether or not it exists. */
    public GrantTokens of(GrantId id) {
        GrantTokens tokens = grants.get(id);
        return tokens != null ? tokens : grants.computeIfAbsent(id, it -> new GrantTokens(with, it));
    }

    /** Waits, up to 30 s, until the store has taken what Xero has issued. */
    public void saveEverything() {
        long began = with.time().nanoTime();
        while (true) {
            List<GrantTokens> unsaved =
                    grants.values().stream().filter(grant -> !grant.trySaving()).toList();
            boolean enough = with.time().nanoTime() - began >= SAVING_AT_THE_END.toNanos();
            if (unsaved.isEmpty() || enough || !pause()) {
                unsaved.forEach(grant -> with.announcer().tell(new UnsavedTokens(grant.id())));
                return;
            }
        }
    }

    private boolean pause() {
        try {
            with.waiting().pause(SAVING_PAUSE);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
