package dev.xeroauth.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.ResealResult;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.spi.SealContext;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenCipher;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Changing the key for the impatient. */
class ResealAllTest {

    private final Connected at = new Connected();

    @AfterEach
    void close() {
        at.close();
    }

    private XeroAuth with(KeyRing ring) {
        return at.instance().encryption(ring).withoutKeeper().build();
    }

    private List<GrantId> connect(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> connect(GrantId.of("customer-" + number)))
                .toList();
    }

    private GrantId connect(GrantId id) {
        ConsentRequest request = at.auth.consent().begin(id, Connected.CALLBACK, Connected.SCOPES);
        at.auth.consent().complete(request, at.xero.approve(request.url()));
        return id;
    }

    private StoredGrant stored(GrantId id) {
        return Keys.stored(at.store, id);
    }

    @Test
    void resealAll_idleGrants_areSealedWithTheNewKeyAndMeanTheSame() {
        List<GrantId> ids = connect(3);
        List<StoredGrant> before = ids.stream().map(this::stored).toList();
        int asked = at.xero.ledger().requests(Endpoint.TOKEN);

        try (XeroAuth second = with(Keys.SECOND)) {
            assertThat(second.resealAll()).isEqualTo(new ResealResult(3, 3, Map.of(), Map.of(Keys.NEW, 3)));
        }

        for (StoredGrant old : before) {
            StoredGrant anew = stored(old.id());
            assertThat(Keys.keyOf(anew)).isEqualTo(Keys.NEW);
            assertThat(anew.revision()).isNotEqualTo(old.revision());
            assertThat(List.of(anew.status(), anew.lane(), anew.dueAt()))
                    .isEqualTo(List.of(old.status(), old.lane(), old.dueAt()));
            assertThat(Keys.payload(anew)).isEqualTo(Keys.payload(old));
        }
        try (XeroAuth withoutTheOld = with(Keys.AFTER)) {
            ids.forEach(withoutTheOld::accessToken);
        }
        assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isEqualTo(asked);
    }

    @Test
    void resealAll_again_writesNothing() {
        connect(3);
        try (XeroAuth second = with(Keys.SECOND)) {
            second.resealAll();
            at.store.writable(false);

            assertThat(second.resealAll()).isEqualTo(new ResealResult(3, 0, Map.of(), Map.of(Keys.NEW, 3)));
        }
    }

    @Test
    void resealAll_refreshHeldUpAtXero_savesItsTokensWithoutAskingAgain() throws Exception {
        at.connect();
        at.time.advance(Duration.ofMinutes(31));
        at.xero.next(Endpoint.TOKEN, Fault.holdUp().afterWork());
        try (XeroAuth first = with(Keys.FIRST);
                XeroAuth second = with(Keys.SECOND)) {
            CompletableFuture<AccessToken> flight = first.accessTokenAsync(Connected.GRANT);
            at.xero.awaitHeldUp(1);
            assertThat(second.resealAll().resealed()).isEqualTo(1);
            assertThat(second.describe(Connected.GRANT).refreshingUntil()).isPresent();
            at.xero.releaseHeldUp();
            String token = flight.get(10, TimeUnit.SECONDS).value();

            assertThat(new String(Keys.payload(stored(Connected.GRANT)), UTF_8)).contains(token);
            assertThat(second.describe(Connected.GRANT).spareTokens()).isZero();
            assertThat(second.describe(Connected.GRANT).refreshingUntil()).isEmpty();
            assertThat(second.accessToken(Connected.GRANT).value()).isEqualTo(token);
        }
        assertThat(at.xero.ledger().refreshes()).isEqualTo(1);
    }

    @Test
    void resealAll_otherWritesBetweenReadAndWrite_isLeftAlone() {
        at.connect();
        try (XeroAuth second = with(Keys.SECOND);
                XeroAuth quicker = with(Keys.SECOND)) {
            int first = at.store.calls();
            at.store.before = call -> {
                if (call == first + 2) {
                    quicker.resealAll();
                }
            };

            assertThat(second.resealAll()).isEqualTo(new ResealResult(1, 0, Map.of(), Map.of(Keys.NEW, 1)));
        }
    }

    @Test
    void resealAll_oneKeyMissing_namesItAndSealsTheOthers() {
        List<GrantId> ids = connect(3);
        try (XeroAuth second = with(Keys.SECOND)) {
            second.resealAll();
        }
        connect(ids.get(1));
        StoredGrant unreadable = stored(ids.get(1));
        KeyRing third = KeyRing.of("2027-11", thirdKey()).alsoOpening(Keys.NEW, Keys.bytes(Keys.NEW));

        try (XeroAuth auth = with(third)) {
            ResealResult result = auth.resealAll();

            assertThat(result.looked()).isEqualTo(3);
            assertThat(result.resealed()).isEqualTo(2);
            assertThat(result.failed()).containsOnlyKeys(ids.get(1));
            assertThat(result.failed().get(ids.get(1))).contains("'2026-11'", "alsoOpening");
            assertThat(result.keyIds()).isEqualTo(Map.of("2026-11", 1, "2027-11", 2));
        }
        assertThat(stored(ids.get(1))).isEqualTo(unreadable);
    }

    private static byte[] thirdKey() {
        byte[] key = new byte[32];
        key[0] = 3;
        return key;
    }

    @Test
    void resealAll_storeTakesNothing_endsAndGoesOnNextTime() {
        connect(6);
        try (XeroAuth second = with(Keys.SECOND)) {
            at.store.writable(false);
            assertThatThrownBy(second::resealAll)
                    .isInstanceOf(StoreException.class)
                    .hasMessageContaining("customer-5");
            at.store.writable(true);

            assertThat(second.resealAll().resealed()).isEqualTo(6);
        }
    }

    @Test
    void resealAll_storeFailsForOne_namesItAndGoesOn() {
        List<GrantId> ids = connect(2);
        try (XeroAuth second = with(Keys.SECOND)) {
            int first = at.store.calls();
            at.store.before = call -> {
                if (call == first + 1) {
                    throw new IllegalStateException("this row is broken");
                }
            };

            ResealResult result = second.resealAll();

            assertThat(result.failed()).containsOnlyKeys(ids.get(0));
            assertThat(result.resealed()).isEqualTo(1);
        }
    }

    @Test
    void resealAll_storeDown_saysSo() {
        at.connect();
        at.store.readable(false);

        assertThatThrownBy(at.auth::resealAll).isInstanceOf(StoreException.class);
    }

    @Test
    void resealAll_interrupted_endsAndLeavesTheFlagSet() {
        connect(2);
        try (XeroAuth second = with(Keys.SECOND)) {
            Thread caller = Thread.currentThread();
            int first = at.store.calls();
            at.store.after = call -> {
                if (call == first + 1) {
                    caller.interrupt();
                }
            };

            assertThatThrownBy(second::resealAll).isInstanceOf(StoreException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void resealAll_keysNotToBeHad_endsBeforeAnythingIsWritten() {
        at.connect();
        StoredGrant before = stored(Connected.GRANT);
        XeroAuth keyless = at.instance()
                .encryption(() -> {
                    throw new IllegalStateException("no key service");
                })
                .withoutKeeper()
                .build();

        try (keyless) {
            assertThatThrownBy(keyless::resealAll)
                    .isInstanceOf(SealedRecordException.class)
                    .hasMessageContaining("key ring is not to be had");
        }
        assertThat(stored(Connected.GRANT)).isEqualTo(before);
    }

    @Test
    void resealAll_cipherThatDoesNotTell_sealsEveryRecord() {
        at.connect();
        StoredGrant before = stored(Connected.GRANT);
        TokenCipher silent = new TokenCipher() {
            @Override
            public SealedRecord seal(byte[] plaintext, SealContext context) {
                return Keys.sealed(before, plaintext).sealed();
            }

            @Override
            public byte[] open(SealedRecord sealed, SealContext context) {
                return Keys.payload(before);
            }
        };

        try (XeroAuth auth = at.instance().encryption(silent).withoutKeeper().build()) {
            assertThat(auth.resealAll()).isEqualTo(new ResealResult(1, 1, Map.of(), Map.of()));
        }
    }

    @Test
    void resealAll_closed_isRefused() {
        at.auth.close();

        assertThatThrownBy(at.auth::resealAll).isInstanceOf(XeroConfigurationException.class);
    }
}
