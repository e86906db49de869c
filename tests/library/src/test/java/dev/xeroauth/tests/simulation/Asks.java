package dev.xeroauth.tests.simulation;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Who waits for an answer: everybody gets one in time, as long as his process lives. */
final class Asks {

    /** An exchange, somebody else's before it, and a store that is asked again. */
    private static final Duration IN_TIME = Duration.ofSeconds(60);

    private final Scheduler scheduler;
    private final List<Ask> open = new ArrayList<>();
    private final List<String> late = new ArrayList<>();

    Asks(Scheduler scheduler) {
        this.scheduler = scheduler;
    }

    /** One question, by one who lives. */
    final class Ask {

        private final Host host;
        private final Instant began = scheduler.now();
        private final Duration heldUp;

        private Ask(Host host) {
            this.host = host;
            this.heldUp = host.heldUp().minus(host.stillHeldUp());
        }

        void answered() {
            open.remove(this);
            Duration waited = Duration.between(began, scheduler.now());
            if (waited.compareTo(IN_TIME.plus(host.heldUp()).minus(heldUp)) > 0) {
                late.add(host + " had its answer after " + waited);
            }
        }
    }

    Ask begin(Host host) {
        Ask ask = new Ask(host);
        open.add(ask);
        return ask;
    }

    /** What must not be, when nobody has asked for a while. */
    List<String> violations() {
        List<String> all = new ArrayList<>(late);
        open.stream()
                .filter(ask -> !ask.host.isDead())
                .forEach(ask -> all.add(ask.host + " never had an answer to what it asked at " + ask.began));
        return all;
    }
}
