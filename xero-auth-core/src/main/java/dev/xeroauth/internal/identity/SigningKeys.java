package dev.xeroauth.internal.identity;

import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import dev.xeroauth.IdTokenException;
import dev.xeroauth.IdTokenException.Reason;
import dev.xeroauth.internal.http.KeysEndpoint;
import dev.xeroauth.internal.http.KeysNotReadException;
import dev.xeroauth.spi.TimeSource;
import java.text.ParseException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Xero's public keys, kept without end and read again only for a key that is not among them. Who invents names of keys
 * causes one call in half a minute. Thread-safe.
 */
final class SigningKeys {

    private static final Duration PAUSE = Duration.ofSeconds(30);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(5);

    private final KeysEndpoint endpoint;
    private final TimeSource time;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile JWKSet known = new JWKSet();
    /** Guarded by the lock, as is all that follows. */
    private long notBefore;

    @Nullable
    private KeysNotReadException trouble;

    SigningKeys(KeysEndpoint endpoint, TimeSource time) {
        this.endpoint = endpoint;
        this.time = time;
        this.notBefore = time.nanoTime();
    }

    /**
     * Reads the keys if there are none yet.
     *
     * @throws IdTokenException if they cannot be read
     */
    void require() {
        if (known.isEmpty()) {
            reading.lock();
            try {
                if (known.isEmpty() && time.nanoTime() - notBefore >= 0) {
                    read();
                }
                if (known.isEmpty() && trouble != null) {
                    throw unavailable(trouble);
                }
            } finally {
                reading.unlock();
            }
        }
    }

    /**
     * The key that a token names.
     *
     * @throws IdTokenException if it is not known; and whether that is because Xero's keys cannot be read
     */
    RSAKey named(JWSHeader header) {
        if (header.getKeyID() == null) {
            // It would match any key; Xero's tokens name theirs.
            throw unknown();
        }
        return find(header).orElseGet(() -> newlyRead(header));
    }

    private RSAKey newlyRead(JWSHeader header) {
        reading.lock();
        try {
            Optional<RSAKey> readByAnother = find(header);
            if (readByAnother.isPresent()) {
                return readByAnother.get();
            }
            if (time.nanoTime() - notBefore >= 0) {
                read();
            }
            return find(header).orElseThrow(() -> trouble == null ? unknown() : unavailable(trouble));
        } finally {
            reading.unlock();
        }
    }

    private void read() {
        try {
            known = parsed(endpoint.read());
            trouble = null;
        } catch (KeysNotReadException e) {
            trouble = e;
        }
        Duration pause = trouble == null ? PAUSE : PAUSE_AFTER_FAILURE;
        notBefore = time.nanoTime() + pause.toNanos();
    }

    private static JWKSet parsed(String body) throws KeysNotReadException {
        try {
            JWKSet keys = JWKSet.parse(body);
            if (keys.getKeys().stream().anyMatch(RSAKey.class::isInstance)) {
                return keys;
            }
        } catch (ParseException | IllegalArgumentException e) {
            // As below, and not chained: it quotes the body.
        }
        throw new KeysNotReadException("status 200 without a readable RSA key", null);
    }

    private Optional<RSAKey> find(JWSHeader header) {
        JWKMatcher matcher = JWKMatcher.forJWSHeader(header);
        return new JWKSelector(matcher).select(known).stream().findFirst().map(JWK::toRSAKey);
    }

    private static IdTokenException unknown() {
        return Refusal.of(
                Reason.UNKNOWN_KEY,
                "the key that it names is not among those that Xero publishes. Let the user begin again; if that happens"
                        + " often, somebody forges tokens, or something between here and Xero answers with old keys");
    }

    private static IdTokenException unavailable(KeysNotReadException trouble) {
        return Refusal.of(
                Reason.KEYS_UNAVAILABLE,
                "the keys of Xero's identity service could not be read (" + trouble.getMessage()
                        + "). Try again later, and check that this host reaches Xero",
                trouble);
    }
}
