package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.tests.CannedApi.Answer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A 401 to a custom connection's token [14]. */
class OrganisationRefusedTest {

    private static final Answer OK = new Answer(200, "{}");
    private static final Answer REFUSED = new Answer(401, CannedApi.REFUSED);
    private static final Answer EXPIRED = new Answer(401, "{\"Detail\":\"TokenExpired: token expired\"}");

    private final OrganisationBench bench = new OrganisationBench();
    private final CannedApi api = bench.api();

    @AfterEach
    void close() {
        bench.close();
    }

    private void refuses(Answer with, String... refused) {
        api.answers = token -> List.of(refused).contains(token) ? with : OK;
    }

    @Test
    void intercept_refused_isSentOnceMoreWithAnother() throws IOException {
        bench.issues(1).issues(2).token();
        bench.time.advance(Duration.ofMinutes(5));
        refuses(REFUSED, "AT-1");

        assertThat(api.get().status()).isEqualTo(200);

        assertThat(api.tokens()).containsExactly("AT-1", "AT-2");
        assertThat(bench.token()).isEqualTo("AT-2");
    }

    @Test
    void intercept_everyTokenRefused_isSentTwice() throws IOException {
        bench.issues(1).issues(2).token();
        bench.time.advance(Duration.ofMinutes(5));
        api.answers = token -> REFUSED;

        assertThat(api.get().status()).isEqualTo(401);

        assertThat(api.tokens()).containsExactly("AT-1", "AT-2");
    }

    @Test
    void intercept_young_isSentOnceMoreWithTheSameAfterAMoment() throws IOException {
        bench.issues(1).token();
        bench.time.advance(Duration.ofSeconds(59));
        refuses(REFUSED, "AT-1");

        assertThat(api.get().status()).isEqualTo(401);

        assertThat(api.tokens()).containsExactly("AT-1", "AT-1");
        assertThat(bench.pauses).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void intercept_youngAndCalledExpired_isReplaced() throws IOException {
        bench.issues(1).issues(2).token();
        refuses(EXPIRED, "AT-1");

        assertThat(api.get().status()).isEqualTo(200);

        assertThat(api.tokens()).containsExactly("AT-1", "AT-2");
        assertThat(bench.pauses).isEmpty();
    }

    @Test
    void intercept_forcedOnesDoNotCure_areForcedEverMoreRarely() throws IOException {
        bench.issues(1).token();
        api.answers = token -> REFUSED;
        bench.time.advance(Duration.ofMinutes(5));
        bench.issues(2);
        api.get();
        assertThat(bench.requests()).isEqualTo(2);

        // A minute after the first one, two after the second.
        bench.time.advance(Duration.ofSeconds(59));
        api.get();
        assertThat(bench.requests()).isEqualTo(2);
        bench.time.advance(Duration.ofSeconds(1));
        bench.issues(3);
        api.get();
        bench.time.advance(Duration.ofSeconds(119));
        api.get();
        assertThat(bench.requests()).isEqualTo(3);
        bench.time.advance(Duration.ofSeconds(1));
        bench.issues(4);
        api.get();

        assertThat(bench.requests()).isEqualTo(4);
    }

    @Test
    void intercept_cured_nextRefusalIsForcedAtOnce() throws IOException {
        bench.issues(1).issues(2).token();
        bench.time.advance(Duration.ofMinutes(5));
        refuses(REFUSED, "AT-1");
        api.get();
        bench.time.advance(Duration.ofSeconds(61));
        bench.issues(3);
        refuses(REFUSED, "AT-1", "AT-2");

        assertThat(api.get().status()).isEqualTo(200);

        assertThat(bench.requests()).isEqualTo(3);
    }

    @Test
    void intercept_scopeMissing_isNotAskedFor() throws IOException {
        bench.issues(1).token();
        bench.time.advance(Duration.ofMinutes(5));
        api.answers = token -> new Answer(401, CannedApi.SCOPE_MISSING);

        assertThat(api.get().status()).isEqualTo(401);

        assertThat(api.tokens()).containsExactly("AT-1");
    }

    @Test
    void intercept_tenantNotConnected_isTheCallersAnswer() throws IOException {
        bench.issues(1).token();
        api.answers = token -> new Answer(403, CannedApi.REFUSED);

        assertThat(api.get().status()).isEqualTo(403);

        assertThat(api.tokens()).hasSize(1);
    }

    @Test
    void intercept_bodyThatGoesOnce_isNotSentAgainAndTheTokenReplaced() throws IOException {
        bench.issues(1).issues(2).token();
        bench.time.advance(Duration.ofMinutes(5));
        refuses(REFUSED, "AT-1");

        assertThat(api.send(new OneShot()).status()).isEqualTo(401);

        assertThat(bench.token()).isEqualTo("AT-2");
    }

    private static final class OneShot extends RequestBody {

        @Override
        public MediaType contentType() {
            return MediaType.get("application/json");
        }

        @Override
        public boolean isOneShot() {
            return true;
        }

        @Override
        public void writeTo(BufferedSink sink) {}
    }
}
