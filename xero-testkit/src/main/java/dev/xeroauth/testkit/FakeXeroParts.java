package dev.xeroauth.testkit;

import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.testkit.internal.books.Organisations;
import dev.xeroauth.testkit.internal.http.Router;
import dev.xeroauth.testkit.internal.identity.Identity;
import dev.xeroauth.testkit.internal.limits.Meter;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;

/** What a fake is made of, all of it on one clock. Thread-safe. */
final class FakeXeroParts {

    final Ledger ledger = new Ledger();
    final Faults faults = new Faults(entry -> ledger.note(entry), this::now);
    final Organisations organisations;
    final Identity identity;
    final Router router;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final TimeSource time;

    FakeXeroParts(FakeXeroSettings<?> settings) {
        this.time = settings.time;
        this.organisations = settings.madeOrganisations(this::now);
        this.identity = new Identity(
                settings.seed,
                this::now,
                settings.rules(),
                settings.directory(organisations.all()),
                (consent, presented, issued) -> ledger.note(new Ledger.Presentation(now(), consent, presented, issued)),
                settings.stateFile);
        this.router = new Router(
                identity,
                new Router.Books(organisations, settings.bodyLimit),
                new Meter(settings.limits, this::now),
                faults);
    }

    void advance(Duration by) {
        ahead.updateAndGet(before -> before.plus(by));
    }

    Instant now() {
        return time.now().plus(Objects.requireNonNull(ahead.get()));
    }
}
