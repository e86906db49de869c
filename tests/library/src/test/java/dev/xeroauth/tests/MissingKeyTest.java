package dev.xeroauth.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeeperHealth;
import dev.xeroauth.KeyRing;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One of three grants is sealed with a key that this process lacks. */
class MissingKeyTest {

    private static final GrantId ONE = GrantId.of("customer-1");
    private static final GrantId UNREADABLE = GrantId.of("customer-2");
    private static final GrantId THREE = GrantId.of("customer-3");

    private final Connected at = new Connected();
    private final AtomicReference<KeyRing> ring = new AtomicReference<>(Keys.BEFORE);
    private final XeroAuth auth =
            at.instance().encryption(ring::get).withoutKeeper().build();

    @BeforeEach
    void connect() {
        try (XeroAuth ahead = at.instance().encryption(Keys.SECOND).build()) {
            connect(auth, ONE);
            connect(ahead, UNREADABLE);
            connect(auth, THREE);
        }
        at.time.advance(Duration.ofDays(31));
    }

    @AfterEach
    void close() {
        auth.close();
        at.close();
    }

    private void connect(XeroAuth by, GrantId id) {
        ConsentRequest request = by.consent().begin(id, Connected.CALLBACK, Connected.SCOPES);
        by.consent().complete(request, at.xero.approve(request.url()));
    }

    @Test
    void runOnce_keyMissing_refreshesTheOthersAndNamesTheKey() {
        StoredGrant before = Keys.stored(at.store, UNREADABLE);

        KeeperHealth health = auth.keeper().runOnce();

        assertThat(at.xero.ledger().refreshes()).isEqualTo(2);
        assertThat(auth.describe(ONE).lastRefreshedAt()).isEqualTo(at.time.now());
        assertThat(auth.describe(THREE).lastRefreshedAt()).isEqualTo(at.time.now());
        assertThat(Keys.stored(at.store, UNREADABLE)).isEqualTo(before);
        assertThat(health.failed()).isEqualTo(1);
        assertThat(health.problem().orElseThrow()).contains("customer-2", "'2027-05'", "[2026-11]", "alsoOpening");
        assertThat(auth.keeper().health()).isEqualTo(health);
    }

    @Test
    void accessToken_keyMissing_isAnExceptionThatNamesTheKey() {
        assertThatThrownBy(() -> auth.accessToken(UNREADABLE))
                .isInstanceOf(SealedRecordException.class)
                .hasMessageContaining("'2027-05'");
        assertThatThrownBy(() -> auth.describe(UNREADABLE))
                .isInstanceOf(SealedRecordException.class)
                .hasMessageContaining("'2027-05'");
        assertThat(at.xero.ledger().refreshes()).isZero();
    }

    @Test
    void runOnce_keyComesWhileTheServiceRuns_helpsTheGrantWithoutARestart() {
        auth.keeper().runOnce();
        ring.set(Keys.FIRST);
        at.time.advance(Duration.ofMinutes(1));

        KeeperHealth health = auth.keeper().runOnce();

        assertThat(health.failed()).isZero();
        assertThat(health.problem()).isEmpty();
        assertThat(at.xero.ledger().refreshes()).isEqualTo(3);
        auth.accessToken(UNREADABLE);
        assertThat(at.xero.ledger().refreshes()).isEqualTo(3);
    }

    @Test
    void accessToken_keyComesWhileTheServiceRuns_isThereASecondLater() {
        assertThatThrownBy(() -> auth.accessToken(UNREADABLE)).isInstanceOf(SealedRecordException.class);
        ring.set(Keys.FIRST);
        at.time.advance(Duration.ofSeconds(1));

        auth.accessToken(UNREADABLE);

        assertThat(Keys.keyOf(Keys.stored(at.store, UNREADABLE))).isEqualTo(Keys.OLD);
    }

    @Test
    void accessToken_keysGoneWhileXeroAnswers_keepsTheTokensUntilTheyCanBeSealed() throws Exception {
        at.xero.next(Endpoint.TOKEN, Fault.holdUp().afterWork());
        CompletableFuture<AccessToken> flight = auth.accessTokenAsync(ONE);
        at.xero.awaitHeldUp(1);
        StoredGrant leased = Keys.stored(at.store, ONE);
        ring.set(null);
        at.xero.releaseHeldUp();

        String token = flight.get(10, TimeUnit.SECONDS).value();
        assertThat(Keys.stored(at.store, ONE)).isEqualTo(leased);
        ring.set(Keys.BEFORE);
        auth.close();

        assertThat(new String(Keys.payload(Keys.stored(at.store, ONE)), UTF_8)).contains(token);
        assertThat(at.xero.ledger().refreshes()).isEqualTo(1);
    }
}
