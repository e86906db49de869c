package dev.xeroauth;

import dev.xeroauth.internal.engine.KeeperLoop;

/**
 * Looks after the grants that nobody asks for: finishes what a process that died or a failure has left, refreshes what this
 * process has handed out before anybody has to wait for it, and keeps idle grants from running out. It runs by itself, about
 * once a minute in every process, unless it was switched off. Thread-safe.
 */
public final class Keeper {

    private final KeeperLoop loop;

    Keeper(KeeperLoop loop) {
        this.loop = loop;
    }

    /**
     * Does a round now, for a service in which nothing runs in the background. A used refresh token is accepted by Xero for 30
     * minutes: call it every few minutes. Blocks until the round is over, and what is refreshed for this process's callers:
     * milliseconds if nothing is due, and a minute at most for grants that only have to be kept alive.
     *
     * @return how it went
     * @throws StoreException if the store fails, the caller is interrupted, or the round takes longer than 15 minutes and goes on
     *     without its caller
     * @throws XeroConfigurationException if the library is closed
     */
    public KeeperHealth runOnce() {
        return loop.runOnce();
    }

    /**
     * How it is. Reads memory only.
     *
     * @return as of the last round
     */
    public KeeperHealth health() {
        return loop.health();
    }
}
