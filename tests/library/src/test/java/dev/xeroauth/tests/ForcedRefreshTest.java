package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantRefreshed;
import dev.xeroauth.RefreshReason;
import dev.xeroauth.tests.CannedApi.Answer;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refreshes that a 401 forces, and how often they may be in vain. */
class ForcedRefreshTest {

    private static final Duration PACE = Duration.ofSeconds(10);
    private static final Answer REFUSED = new Answer(401, CannedApi.REFUSED);
    private static final Answer ACCEPTED = new Answer(200, "{}");

    private final Bench bench = new Bench();
    private final CannedApi api = new CannedApi(bench);
    private final List<Instant> refreshes = new ArrayList<>();

    @BeforeEach
    void connect() {
        bench.connect(1, CannedApi.connections());
        IntStream.range(2, 100)
                .forEach(number -> bench.refresher.answer(() -> {
                    refreshes.add(bench.time.now());
                    return Bench.issued(number);
                }));
        bench.time.advance(Duration.ofMinutes(5));
    }

    @AfterEach
    void close() {
        bench.close();
    }

    private void requests(Duration forSoLong) throws IOException {
        requests(PACE, forSoLong);
    }

    private void requests(Duration pace, Duration forSoLong) throws IOException {
        Instant end = bench.time.now().plus(forSoLong);
        while (bench.time.now().isBefore(end)) {
            api.get();
            bench.time.advance(pace);
        }
    }

    /** Another token than the one that was refused last is answered so. */
    private Answer sentAgainAndAnswered(Answer answer) throws IOException {
        String refused = api.tokens().get(api.tokens().size() - 1);
        api.answers = token -> token.equals(refused) ? REFUSED : answer;
        return api.get();
    }

    @Test
    void intercept_apiRefusesEverything_forcesRefreshesEverMoreRarely() throws IOException {
        api.answers = token -> REFUSED;

        requests(Duration.ofHours(2));

        List<Duration> pauses = pausesBetweenForced();
        System.out.println(
                "refused: two hours of 401, a request every 10 s: token-requests=" + refreshes.size() + " forced="
                        + (pauses.size() + 1) + " api-calls=" + api.tokens().size() + " pauses=" + pauses);
        assertThat(refreshes.size()).isLessThanOrEqualTo(12);
        for (int i = 0; i < pauses.size(); i++) {
            assertThat(pauses.get(i)).isGreaterThanOrEqualTo(Duration.ofMinutes(Math.min(1L << i, 30)));
        }
        assertThat(pauses.get(2)).isBetween(Duration.ofMinutes(4), Duration.ofSeconds(250));
        assertThat(pauses.get(pauses.size() - 1)).isBetween(Duration.ofMinutes(30), Duration.ofSeconds(1810));
    }

    private List<Duration> pausesBetweenForced() {
        bench.settle();
        List<GrantRefreshed> told = bench.events.stream()
                .filter(GrantRefreshed.class::isInstance)
                .map(GrantRefreshed.class::cast)
                .toList();
        assertThat(told).hasSameSizeAs(refreshes);
        List<Instant> forced = IntStream.range(0, told.size())
                .filter(i -> told.get(i).why() == RefreshReason.REFUSED_BY_API)
                .mapToObj(refreshes::get)
                .toList();
        return IntStream.range(1, forced.size())
                .mapToObj(i -> Duration.between(forced.get(i - 1), forced.get(i)))
                .toList();
    }

    @Test
    void intercept_oneEndpointRefusesAndAnotherAccepts_forcesRefreshesEverMoreRarely() throws IOException {
        Instant end = bench.time.now().plus(Duration.ofHours(2));
        for (int i = 0; bench.time.now().isBefore(end); i++) {
            Answer answer = i % 2 == 0 ? REFUSED : ACCEPTED;
            api.answers = token -> answer;
            assertThat(api.get()).isEqualTo(answer);
            bench.time.advance(PACE);
        }

        System.out.println("refused-mixed: two hours of 401 and 200 in turn, a request every 10 s: token-requests="
                + refreshes.size());
        assertThat(refreshes.size()).isLessThanOrEqualTo(12);
    }

    @Test
    void intercept_apiRefusesARequestEveryFiveMinutes_forcesRefreshesEverMoreRarely() throws IOException {
        api.answers = token -> REFUSED;

        requests(Duration.ofMinutes(5), Duration.ofHours(2));

        assertThat(refreshes.size()).isLessThanOrEqualTo(12);
    }

    @Test
    void intercept_sentAgainAndAccepted_beginsAnewWithTheShortestPause() throws IOException {
        api.answers = token -> REFUSED;
        requests(Duration.ofMinutes(12));
        bench.time.advance(Duration.ofMinutes(5));
        assertThat(sentAgainAndAnswered(ACCEPTED)).isEqualTo(ACCEPTED);
        int before = refreshes.size();

        api.answers = token -> REFUSED;
        bench.time.advance(Duration.ofMinutes(3));
        api.get();

        assertThat(refreshes).hasSize(before + 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503, 302})
    void intercept_sentAgainAndNotAccepted_doesNotCount(int status) throws IOException {
        api.answers = token -> REFUSED;
        requests(Duration.ofMinutes(12));
        bench.time.advance(Duration.ofMinutes(5));
        assertThat(sentAgainAndAnswered(new Answer(status, "")).status()).isEqualTo(status);
        int before = refreshes.size();

        api.answers = token -> REFUSED;
        bench.time.advance(Duration.ofMinutes(3));
        api.get();

        assertThat(refreshes).hasSize(before);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 429, 500, 503, 302})
    void intercept_answersToOtherRequests_doNotCount(int status) throws IOException {
        api.answers = token -> REFUSED;
        requests(Duration.ofMinutes(12));
        int before = refreshes.size();

        api.answers = token -> new Answer(status, "");
        bench.time.advance(Duration.ofMinutes(3));
        api.get();
        api.answers = token -> REFUSED;
        api.get();

        assertThat(refreshes).hasSize(before);
    }

    @Test
    void intercept_noneForcedForLong_beginsAnewWithTheShortestPause() throws IOException {
        api.answers = token -> REFUSED;
        requests(Duration.ofMinutes(12));
        api.answers = token -> ACCEPTED;
        bench.time.advance(Duration.ofMinutes(31));
        api.get();
        bench.time.advance(Duration.ofMinutes(5));
        api.answers = token -> REFUSED;
        api.get();
        int before = refreshes.size();

        bench.time.advance(Duration.ofMinutes(3));
        api.get();

        assertThat(refreshes).hasSize(before + 1);
    }

    @Test
    void intercept_tokenOfAForcedRefreshIsYoung_sendsOnceMoreWithIt() throws IOException {
        api.answers = token -> REFUSED;
        api.get();
        bench.time.advance(Duration.ofSeconds(10));
        int calls = api.tokens().size();
        AtomicBoolean knows = new AtomicBoolean();
        api.answers = token -> knows.getAndSet(true) ? ACCEPTED : REFUSED;

        assertThat(api.get()).isEqualTo(ACCEPTED);

        assertThat(api.tokens().size() - calls).isEqualTo(2);
        assertThat(refreshes).hasSize(1);
    }

    @Test
    void intercept_forcedRefreshNotAllowed_looksIntoTheStoreEveryFiveSecondsAtMost() throws IOException {
        api.answers = token -> REFUSED;
        api.get();
        bench.time.advance(Duration.ofSeconds(136));
        api.get();
        bench.time.advance(Duration.ofSeconds(61));
        int reads = bench.store.reads();

        for (int i = 0; i < 100; i++) {
            assertThat(api.get()).isEqualTo(REFUSED);
            bench.time.advance(Duration.ofMillis(100));
        }

        assertThat(bench.store.reads() - reads).isBetween(1, 2);
        assertThat(refreshes).hasSize(2);
    }

    @Test
    void intercept_storeDownWhileNoForcedRefreshIsAllowed_callerGetsThe401() throws IOException {
        api.answers = token -> REFUSED;
        api.get();
        bench.time.advance(Duration.ofSeconds(10));
        bench.store.readable(false);

        assertThat(api.get()).isEqualTo(REFUSED);
        assertThat(refreshes).hasSize(1);
    }

    @Test
    void intercept_bodyThatCanBeSentOnce_isSentOnceAndTheNextRequestWorks() throws IOException {
        api.answers = token -> token.equals("AT-1") ? REFUSED : ACCEPTED;

        assertThat(api.send(oneShot())).isEqualTo(REFUSED);
        assertThat(api.tokens()).containsExactly("AT-1");
        assertThat(refreshes).hasSize(1);

        assertThat(api.send(oneShot()).status()).isEqualTo(200);
        assertThat(api.tokens()).containsExactly("AT-1", "AT-2");
    }

    private static RequestBody oneShot() {
        return new RequestBody() {
            @Override
            public MediaType contentType() {
                return MediaType.get("application/json");
            }

            @Override
            public boolean isOneShot() {
                return true;
            }

            @Override
            public void writeTo(BufferedSink sink) {
                throw new AssertionError("no network here");
            }
        };
    }
}
