package dev.xeroauth.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.RSAKey;
import dev.xeroauth.IdTokenException;
import dev.xeroauth.IdTokenException.Reason;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import okhttp3.Headers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SigningKeysTest {

    private static final RSAKey OLD = Issuer.key("K-OLD");
    private static final RSAKey NEW = Issuer.key("K-NEW");

    private Issuer issuer;
    private IdTokens tokens;

    @BeforeEach
    void start() throws IOException {
        issuer = new Issuer();
        issuer.publishes(OLD);
        tokens = issuer.tokens();
    }

    @AfterEach
    void close() {
        issuer.close();
    }

    @Test
    void verify_keyIsKnown_asksOnceInAYear() throws Exception {
        accepted(OLD);
        issuer.pass(Duration.ofDays(365));
        accepted(OLD);

        assertThat(issuer.calls()).isEqualTo(1);
        assertThat(issuer.server.takeRequest().getUrl().encodedPath())
                .isEqualTo("/.well-known/openid-configuration/jwks");
    }

    @Test
    void verify_newKey_isReadAndTheWithdrawnOneForgotten() {
        accepted(OLD);
        issuer.publishes(NEW);
        issuer.pass(Duration.ofSeconds(30));

        accepted(NEW);

        assertThat(issuer.calls()).isEqualTo(2);
        assertThat(refused(OLD).reason()).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void verify_inventedKeys_causeOneCallInHalfAMinute() {
        List<RSAKey> invented = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            invented.add(new RSAKey.Builder(OLD).keyID("INVENTED-" + i).build());
        }

        assertThat(invented).allSatisfy(key -> assertThat(refused(key).reason()).isEqualTo(Reason.UNKNOWN_KEY));
        accepted(OLD);
        assertThat(issuer.calls()).isEqualTo(1);

        issuer.pass(Duration.ofSeconds(30).minusNanos(1));
        refused(invented.get(0));
        assertThat(issuer.calls()).isEqualTo(1);

        issuer.pass(Duration.ofNanos(1));
        refused(invented.get(0));
        assertThat(issuer.calls()).isEqualTo(2);
    }

    @Test
    void verify_keyWithoutAName_isUnknownAndNoReasonToAsk() {
        String token = Issuer.signed(
                OLD, new JWSHeader.Builder(JWSAlgorithm.RS256), issuer.claims().build());

        assertThat(refused(token).reason()).isEqualTo(Reason.UNKNOWN_KEY);
        assertThat(issuer.calls()).isZero();
        accepted(OLD);
        assertThat(refused(token).reason()).isEqualTo(Reason.UNKNOWN_KEY);
    }

    @Test
    void verify_outage_knownKeysGoOnAndUnknownOnesHaveToWait() {
        accepted(OLD);
        issuer.answers(503, "K-NEW is not there");
        issuer.pass(Duration.ofSeconds(30));

        assertThat(refused(NEW).reason()).isEqualTo(Reason.KEYS_UNAVAILABLE);
        accepted(OLD);
        assertThat(refused(NEW)).hasMessageContaining("status 503").hasMessageNotContaining("K-NEW");
        assertThat(issuer.calls()).isEqualTo(2);

        issuer.publishes(OLD, NEW);
        issuer.pass(Duration.ofSeconds(5));
        accepted(NEW);
        accepted(OLD);
        assertThat(issuer.calls()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<html>",
                "[]",
                "{}",
                "{\"keys\":[]}",
                "{\"keys\":[{\"kty\":\"EC\"}]}",
                "{\"keys\":[{\"kty\":\"RSA\"}]}"
            })
    void verify_answerWithoutAKey_countsAsAnOutage(String body) {
        accepted(OLD);
        issuer.answers(200, body);
        issuer.pass(Duration.ofSeconds(30));

        assertThat(refused(NEW).reason()).isEqualTo(Reason.KEYS_UNAVAILABLE);
        accepted(OLD);
    }

    @Test
    void verify_answerOfMoreThan256Kilobytes_isNotReadToItsEnd() {
        String keys = "{\"keys\":[" + OLD.toPublicJWK().toJSONString() + "]}";
        issuer.answers(200, keys + " ".repeat(256 * 1024 + 1 - keys.length()));
        assertThat(refused(OLD)).hasMessageContaining("more than 262144 bytes");

        issuer.answers(200, keys + " ".repeat(256 * 1024 - keys.length()));
        issuer.pass(Duration.ofSeconds(5));
        accepted(OLD);
    }

    @Test
    void verify_redirect_isNotFollowed() {
        issuer.answer.set(new MockResponse(
                302, Headers.of("Location", issuer.server.url("/elsewhere").toString()), ""));

        assertThat(refused(OLD)).hasMessageContaining("status 302");
        assertThat(issuer.calls()).isEqualTo(1);
    }

    @Test
    void verify_connectionFails_namesTheKindOfFailure() {
        issuer.answer.set(new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build());

        IdTokenException e = refused(OLD);

        assertThat(e.reason()).isEqualTo(Reason.KEYS_UNAVAILABLE);
        assertThat(e).hasMessageContaining("Exception)").hasRootCauseInstanceOf(IOException.class);
    }

    @Test
    void verify_manyAtOnce_shareOneCall() throws Exception {
        issuer.answer.set(issuer.answer
                .get()
                .newBuilder()
                .headersDelay(200, TimeUnit.MILLISECONDS)
                .build());
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                all.add(threads.submit(() -> accepted(OLD)));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(issuer.calls()).isEqualTo(1);
    }

    private void accepted(RSAKey key) {
        assertThat(tokens.verify(Issuer.signed(key, issuer.claims().build()), Issuer.NONCE))
                .isNotNull();
    }

    private IdTokenException refused(RSAKey key) {
        return refused(Issuer.signed(key, issuer.claims().build()));
    }

    private IdTokenException refused(String token) {
        return catchThrowableOfType(IdTokenException.class, () -> tokens.verify(token, Issuer.NONCE));
    }
}
