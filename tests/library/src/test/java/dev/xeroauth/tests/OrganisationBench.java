package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.internal.engine.BearerInterceptor;
import dev.xeroauth.internal.engine.OrganisationTokens;
import dev.xeroauth.internal.engine.OwnThreads;
import dev.xeroauth.internal.engine.Waiting;
import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshRequest;
import dev.xeroauth.testkit.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import okhttp3.HttpUrl;

/** A custom connection on clocks and answers that a test drives; chance is always in the middle. */
final class OrganisationBench implements AutoCloseable {

    /** Between 50% and 75% of half an hour. */
    static final Duration DUE = Duration.ofSeconds(1125);
    /** A minute before the end. */
    static final Duration EXPIRED = Duration.ofMinutes(29);

    private static final RandomGenerator MIDDLE = () -> Long.MIN_VALUE;
    private static final HttpUrl API = HttpUrl.get("https://api.xero.com");

    final ManualTime time = ManualTime.at(Bench.START);
    final ScriptedRefresher xero = new ScriptedRefresher();
    final List<Duration> pauses = new ArrayList<>();
    final OrganisationTokens tokens;

    /** Whatever is fetched is fetched on the caller's thread. */
    OrganisationBench() {
        this(new OwnThreads(Runnable::run));
    }

    OrganisationBench(OwnThreads threads) {
        tokens = new OrganisationTokens(this::ask, time, threads, MIDDLE);
    }

    private RefreshOutcome ask(Duration deadline) {
        return xero.refresh(new RefreshRequest(Bench.ID, "none", deadline));
    }

    /** Xero issues the token with this number. */
    OrganisationBench issues(int number) {
        xero.answer(Bench.issued(number));
        return this;
    }

    String token() {
        return tokens.accessToken().value();
    }

    int requests() {
        return xero.presented().size();
    }

    CannedApi api() {
        return new CannedApi(BearerInterceptor.of(tokens, API, waiting(), null));
    }

    private Waiting waiting() {
        return new Waiting() {
            @Override
            public void pause(Duration duration) {
                pauses.add(duration);
            }

            @Override
            public void later(Duration delay, Runnable task) {
                throw new AssertionError("Nothing is put off");
            }
        };
    }

    @Override
    public void close() {
        tokens.close();
        assertThat(xero.unexpected()).as("requests that no test expected").isZero();
    }
}
