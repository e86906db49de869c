package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The limits of the fake's accounting API, on the fake's clock. */
class FakeLimitsTest extends FakeXeroCalls {

    @Test
    void api_firstCalls_countDownFromXerosLimits() throws IOException {
        String token = connect().text("access_token");

        assertThat(remaining(invoices(xero(), token, 0))).containsExactly("59", "4999", "9999");
        assertThat(remaining(invoices(xero(), token, 1))).containsExactly("59", "4999", "9998");
        assertThat(remaining(invoices(xero(), token, 0))).containsExactly("58", "4998", "9997");
        assertThat(remaining(get("/api.xro/2.0/Nothing", token, bakery()))).containsExactly("57", "4997", "9996");
        assertThat(remaining(get("/connections", token))).containsOnlyNulls();
        assertThat(remaining(invoices(xero(), "nonsense", 0))).containsOnlyNulls();
    }

    @Test
    void api_minuteUsedUp_isRefusedUntilRetryAfter() throws IOException {
        try (FakeXero xero = limited(RateLimits.ofXero())) {
            String token = connect(xero).text("access_token");
            for (int i = 0; i < 60; i++) {
                assertThat(invoices(xero, token, 0).status()).isEqualTo(200);
            }

            Answered refused = invoices(xero, token, 0);

            assertThat(refused.status()).isEqualTo(429);
            assertThat(refused.header("X-Rate-Limit-Problem")).isEqualTo("minute");
            assertThat(remaining(refused)).containsExactly("0", "4940", "9940");
            long seconds = Long.parseLong(refused.header("Retry-After"));
            assertThat(seconds).isBetween(1L, 60L);
            assertThat(invoices(xero, token, 1).status()).isEqualTo(200);
            time.advance(Duration.ofSeconds(seconds - 1));
            assertThat(invoices(xero, token, 0).status()).isEqualTo(429);
            time.advance(Duration.ofSeconds(1));
            assertThat(remaining(invoices(xero, token, 0)).get(0)).isEqualTo("59");
            assertThat(xero.ledger().entries()).extracting(Ledger.Entry::status).endsWith(429, 200, 429, 200);
        }
    }

    @Test
    void api_windows_beginAtAnotherTimeForEveryTenant() throws IOException {
        try (FakeXero xero = limited(RateLimits.none().withPerMinute(1))) {
            String token = connect(xero).text("access_token");
            invoices(xero, token, 0);
            invoices(xero, token, 1);

            assertThat(invoices(xero, token, 0).header("Retry-After"))
                    .isNotEqualTo(invoices(xero, token, 1).header("Retry-After"));
        }
    }

    @Test
    void api_dayUsedUp_isRefusedForAsLongAsTheDayLasts() throws IOException {
        try (FakeXero xero = limited(RateLimits.none().withPerDay(2).withPerMinute(2))) {
            String token = connect(xero).text("access_token");
            invoices(xero, token, 0);
            invoices(xero, token, 0);

            Answered refused = invoices(xero, token, 0);

            assertThat(refused.header("X-Rate-Limit-Problem")).isEqualTo("day");
            long seconds = Long.parseLong(refused.header("Retry-After"));
            assertThat(seconds).isBetween(61L, 86_400L);
            time.advance(Duration.ofSeconds(seconds));
            String next = refresh(xero, connect(xero).text("refresh_token")).text("access_token");
            assertThat(invoices(xero, next, 0).status()).isEqualTo(200);
        }
    }

    @Test
    void api_appsMinuteUsedUp_isRefusedForEveryTenantOfTheApp() throws IOException {
        try (FakeXero xero = limited(RateLimits.none().withAppPerMinute(2))) {
            String token = connect(xero).text("access_token");
            invoices(xero, token, 0);
            Answered last = invoices(xero, token, 1);
            assertThat(last.header("X-AppMinLimit-Remaining")).isEqualTo("0");
            assertThat(last.header("X-MinLimit-Remaining")).isNull();

            Answered refused = invoices(xero, token, 1);

            assertThat(refused.header("X-Rate-Limit-Problem")).isEqualTo("appminute");
            assertThat(refused.header("Retry-After")).isNotNull();
        }
    }

    @Test
    void api_moreInProgressThanAllowed_isRefusedWithoutRetryAfter() throws Exception {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            String token = connect().text("access_token");
            List<Future<Integer>> held = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                xero().next(
                                Endpoint.API,
                                i % 2 == 0 ? Fault.holdUp() : Fault.holdUp().afterWork());
                held.add(threads.submit(() -> unchecked(token)));
            }
            xero().awaitHeldUp(5);

            Answered sixth = invoices(xero(), token, 0);
            assertThat(sixth.status()).isEqualTo(429);
            assertThat(sixth.header("X-Rate-Limit-Problem")).isEqualTo("concurrent");
            assertThat(sixth.header("Retry-After")).isNull();
            assertThat(invoices(xero(), token, 1).status()).isEqualTo(200);
            xero().releaseHeldUp();

            for (Future<Integer> each : held) {
                assertThat(each.get(10, TimeUnit.SECONDS)).isEqualTo(200);
            }
            assertThat(remaining(invoices(xero(), token, 0)).get(0)).isEqualTo("54");
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void api_faultBeforeTheWork_isNotCounted() throws IOException {
        String token = connect().text("access_token");
        xero().next(Endpoint.API, Fault.answer(500, "text/html", "<h1>Oops</h1>"));
        invoices(xero(), token, 0);

        assertThat(remaining(invoices(xero(), token, 0)).get(0)).isEqualTo("59");
    }

    @Test
    void limits_none_refuseAndTellNothing() throws IOException {
        try (FakeXero xero = limited(RateLimits.none())) {
            String token = connect(xero).text("access_token");
            for (int i = 0; i < 70; i++) {
                Answered answer = invoices(xero, token, 0);
                assertThat(answer.status()).isEqualTo(200);
                assertThat(remaining(answer)).containsOnlyNulls();
            }
        }
    }

    @Test
    void limits_lessThanOne_areRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RateLimits.ofXero().withConcurrent(0));
    }

    private FakeXero limited(RateLimits limits) {
        return FakeXero.builder()
                .time(time)
                .limits(limits)
                .organisation("One", 3)
                .organisation("Two", 3)
                .start();
    }

    private int unchecked(String token) {
        try {
            return invoices(xero(), token, 0).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> remaining(Answered answer) {
        List<String> headers = new ArrayList<>();
        headers.add(answer.header("X-MinLimit-Remaining"));
        headers.add(answer.header("X-DayLimit-Remaining"));
        headers.add(answer.header("X-AppMinLimit-Remaining"));
        return headers;
    }
}
