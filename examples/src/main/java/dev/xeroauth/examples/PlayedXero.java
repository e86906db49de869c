package dev.xeroauth.examples;

import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.testkit.FakeXero;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A fake Xero on this machine, whose clock the report moves on, and which refuses a token once. */
final class PlayedXero implements Surroundings {

    private static final Duration PAST_HALF_LIFE = Duration.ofMinutes(25);
    private static final Duration NOT_YOUNG = Duration.ofMinutes(3);

    private static final int PATIENCE_SECONDS = 10;

    private final CountDownLatch refreshed = new CountDownLatch(1);

    private final PrintStream out;
    private final FakeXero xero;
    private final Path clock;
    private volatile Duration ahead;
    private int readings;

    PlayedXero(Path directory, PrintStream out) throws IOException {
        this.out = out;
        this.clock = directory.resolve("fake-clock");
        this.ahead = Files.exists(clock) ? Duration.parse(Files.readString(clock)) : Duration.ZERO;
        this.xero = FakeXero.builder()
                .time(time())
                .today(LocalDate.ofInstant(time().now(), ZoneOffset.UTC))
                .organisation("Orchard Lane Bakery", 1500)
                .organisation("Harbour Cycles", 1000)
                .stateFile(directory.resolve("fake-xero.json"))
                .start();
    }

    FakeXero xero() {
        return xero;
    }

    @Override
    public XeroApp app() {
        return xero.app();
    }

    @Override
    public XeroEndpoints endpoints() {
        return xero.endpoints();
    }

    /** The host's clocks, and how far the report has moved on. */
    @Override
    public TimeSource time() {
        TimeSource host = TimeSource.system();
        return new TimeSource() {
            @Override
            public Instant now() {
                return host.now().plus(ahead);
            }

            @Override
            public long nanoTime() {
                return host.nanoTime() + ahead.toNanos();
            }
        };
    }

    @Override
    public URI letUserDecide(URI consentUrl) {
        out.println("  [play] the user allows access in the browser");
        return xero.approve(consentUrl);
    }

    @Override
    public void onEvent(XeroEvent event) {
        if (event instanceof GrantRefreshed) {
            refreshed.countDown();
        }
    }

    @Override
    public void afterReading() throws IOException, InterruptedException {
        readings++;
        if (readings == 1) {
            passes(PAST_HALF_LIFE);
        } else if (readings == 3) {
            // So that the play always goes the same way.
            refreshed.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
            passes(NOT_YOUNG);
            out.println("  [play] Xero stops accepting the access token");
            xero.refuseAccessTokens();
        }
    }

    @Override
    public void pause(Duration duration) throws IOException {
        passes(duration);
    }

    /** The next run goes on from there: time does not go back. */
    private void passes(Duration time) throws IOException {
        out.println("  [play] " + (time.toMinutes() > 1 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds")
                + " go by");
        ahead = ahead.plus(time);
        Files.writeString(clock, ahead.toString());
    }

    @Override
    public void close() {
        xero.close();
    }
}
