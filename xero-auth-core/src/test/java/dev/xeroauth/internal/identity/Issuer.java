package dev.xeroauth.internal.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.spi.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import okhttp3.Headers;

/** Signs ID tokens as Xero does, and publishes the keys. Its clocks stand until a test moves them. */
final class Issuer implements TimeSource, AutoCloseable {

    static final String CLIENT_ID = "CLIENT-1";
    static final String NONCE = "NONCE-1";
    static final UUID USER = UUID.fromString("3c0f9a0e-5f4b-4b0b-8f0e-0a3f5b1c2d3e");

    final MockWebServer server = new MockWebServer();
    final AtomicReference<MockResponse> answer = new AtomicReference<>();
    private volatile Duration since = Duration.ZERO;

    Issuer() throws IOException {
        server.setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return answer.get();
            }
        });
        server.start();
    }

    static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).keyUse(KeyUse.SIGNATURE).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void publishes(RSAKey... keys) {
        answers(200, new JWKSet(List.<JWK>of(keys)).toString(true));
    }

    void answers(int status, String body) {
        answer.set(new MockResponse(status, Headers.EMPTY, body));
    }

    int calls() {
        return server.getRequestCount();
    }

    IdTokens tokens() {
        return new IdTokens(XeroEndpoints.at(URI.create("http://localhost:" + server.getPort())), CLIENT_ID, this);
    }

    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer("https://identity.xero.com")
                .audience(CLIENT_ID)
                .subject("SUBJECT-1")
                .issueTime(Date.from(now()))
                .notBeforeTime(Date.from(now()))
                .expirationTime(Date.from(now().plusSeconds(300)))
                .claim("nonce", NONCE)
                .claim("xero_userid", USER.toString());
    }

    static String signed(RSAKey key, JWTClaimsSet claims) {
        return signed(key, new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()), claims);
    }

    static String signed(RSAKey key, JWSHeader.Builder header, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(header.build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    void pass(Duration duration) {
        since = since.plus(duration);
    }

    @Override
    public Instant now() {
        return Instant.parse("2026-11-21T12:00:00Z").plus(since);
    }

    @Override
    public long nanoTime() {
        return Long.MAX_VALUE - 5 + since.toNanos();
    }

    @Override
    public void close() {
        server.close();
    }
}
