package dev.xeroauth.internal.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealContext;
import dev.xeroauth.spi.SealedRecord;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class AesGcmTokenCipherTest {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] PLAINTEXT = "the payload".getBytes(StandardCharsets.UTF_8);

    private final byte[] oldKey = key();
    private final byte[] newKey = key();
    private final AesGcmTokenCipher cipher = cipher(KeyRing.of("old", oldKey));
    private final SealContext here = context("production", "customer-1");

    @Test
    void open_samePlace_isThePlaintext() {
        assertThat(cipher.open(cipher.seal(PLAINTEXT, here), here)).isEqualTo(PLAINTEXT);
    }

    @Test
    void seal_twice_differs() {
        assertThat(cipher.seal(PLAINTEXT, here)).isNotEqualTo(cipher.seal(PLAINTEXT, here));
    }

    @Test
    void open_anotherPlace_isRefused() {
        SealedRecord sealed = cipher.seal(PLAINTEXT, here);

        for (SealContext elsewhere : new SealContext[] {
            new SealContext("staging", here.grantId(), here.revision()),
            new SealContext("production", GrantId.of("customer-2"), here.revision()),
            new SealContext("production", here.grantId(), Revision.random(RANDOM)),
            new SealContext("productioncustomer", GrantId.of("-1"), here.revision())
        }) {
            assertThatThrownBy(() -> cipher.open(sealed, elsewhere)).isInstanceOf(SealedRecordException.class);
        }
    }

    @Test
    void open_anyBitFlipped_isRefused() {
        byte[] bytes = cipher.seal(PLAINTEXT, here).bytes();

        for (int bit = 0; bit < bytes.length * 8; bit++) {
            byte[] damaged = bytes.clone();
            damaged[bit / 8] ^= (byte) (1 << (bit % 8));
            SealedRecord record = SealedRecord.of(damaged);
            assertThatThrownBy(() -> cipher.open(record, here))
                    .as("bit %s", bit)
                    .isInstanceOf(SealedRecordException.class);
        }
    }

    @Test
    void open_cutAnywhere_isRefused() {
        byte[] bytes = cipher.seal(PLAINTEXT, here).bytes();

        for (int length = 1; length < bytes.length; length++) {
            SealedRecord cut = SealedRecord.of(Arrays.copyOf(bytes, length));
            assertThatThrownBy(() -> cipher.open(cut, here))
                    .as("length %s", length)
                    .isInstanceOf(SealedRecordException.class);
        }
    }

    @Test
    void open_newerFormat_saysSo() {
        byte[] bytes = cipher.seal(PLAINTEXT, here).bytes();
        bytes[0] = 2;

        assertThatThrownBy(() -> cipher.open(SealedRecord.of(bytes), here))
                .isInstanceOf(SealedRecordException.class)
                .hasMessageContaining("format 2")
                .hasMessageContaining("update");
    }

    @Test
    void open_keyMissing_namesTheKeyAndTheRing() {
        SealedRecord sealed = cipher.seal(PLAINTEXT, here);

        assertThatThrownBy(() -> cipher(KeyRing.of("new", newKey)).open(sealed, here))
                .isInstanceOf(SealedRecordException.class)
                .hasMessageContaining("'old'")
                .hasMessageContaining("[new]")
                .hasMessageContaining("customer-1");
    }

    @Test
    void open_rotatedRing_opensOldAndSealsNew() {
        AesGcmTokenCipher rotated = cipher(KeyRing.of("new", newKey).alsoOpening("old", oldKey));
        SealedRecord resealed = rotated.seal(PLAINTEXT, here);

        assertThat(rotated.open(cipher.seal(PLAINTEXT, here), here)).isEqualTo(PLAINTEXT);
        assertThat(cipher(KeyRing.of("new", newKey)).open(resealed, here)).isEqualTo(PLAINTEXT);
    }

    @Test
    void of_badKeys_areRefusedWithoutShowingThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of("short", new byte[16]))
                .withMessageContaining("32 bytes")
                .withMessageContaining("16");
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of("zero", new byte[32]));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyRing.of("", key()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> KeyRing.of("old", oldKey).alsoOpening("old", newKey));
    }

    @Test
    void toString_ofARing_showsIdsAlone() {
        assertThat(KeyRing.of("new", newKey).alsoOpening("old", oldKey))
                .hasToString("KeyRing[sealing=new, opening=[new, old]]");
    }

    @Test
    void keyId_ofARecord_isReadWithoutAKey() {
        SealedRecord sealed = cipher.seal(PLAINTEXT, here);

        assertThat(cipher(KeyRing.of("new", newKey)).keyId(sealed)).contains("old");
        assertThat(cipher.keyId(SealedRecord.of(new byte[] {1}))).isEmpty();
        assertThat(cipher.keyId(SealedRecord.of(new byte[] {1, 5, 'o'}))).isEmpty();
        assertThat(cipher.keyId(SealedRecord.of(new byte[] {2, 1, 'o'}))).isEmpty();
    }

    @Test
    void needsResealing_anotherKeyOrFormatThanTheSealingOne_isTrue() {
        AesGcmTokenCipher rotated = cipher(KeyRing.of("new", newKey).alsoOpening("old", oldKey));

        assertThat(cipher.needsResealing(cipher.seal(PLAINTEXT, here))).isFalse();
        assertThat(rotated.needsResealing(cipher.seal(PLAINTEXT, here))).isTrue();
        assertThat(rotated.needsResealing(rotated.seal(PLAINTEXT, here))).isFalse();
        assertThat(rotated.needsResealing(SealedRecord.of(new byte[] {2, 3, 'n', 'e', 'w'})))
                .isTrue();
    }

    @Test
    void seal_supplierThrowsOrReturnsNull_isSaidWithoutItsWords() {
        for (Supplier<KeyRing> broken : List.<Supplier<KeyRing>>of(
                () -> {
                    throw new IllegalStateException("canary");
                },
                () -> {
                    throw new NoClassDefFoundError("canary");
                },
                AesGcmTokenCipherTest::noRing)) {
            AesGcmTokenCipher keyless = new AesGcmTokenCipher(broken, RANDOM);

            assertThatThrownBy(() -> keyless.seal(PLAINTEXT, here)).satisfies(this::isNotToBeHad);
            assertThatThrownBy(() -> keyless.open(cipher.seal(PLAINTEXT, here), here))
                    .satisfies(this::isNotToBeHad)
                    .hasMessageContaining("customer-1");
            assertThatThrownBy(() -> keyless.needsResealing(cipher.seal(PLAINTEXT, here)))
                    .satisfies(this::isNotToBeHad);
        }
    }

    private void isNotToBeHad(Throwable e) {
        assertThat(e)
                .isInstanceOf(SealedRecordException.class)
                .hasMessageContaining("the key ring is not to be had")
                .hasMessageContaining("encryption(")
                .hasNoCause();
        assertThat(e.getMessage()).doesNotContain("canary");
    }

    @SuppressWarnings("NullAway") // what an application may do
    private static KeyRing noRing() {
        return null;
    }

    @Test
    void open_supplierHangs_isSaidAfterThreeSeconds() {
        CountDownLatch never = new CountDownLatch(1);
        Supplier<KeyRing> hanging = () -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return KeyRing.of("old", oldKey);
        };
        AesGcmTokenCipher slow = new AesGcmTokenCipher(hanging, RANDOM, AesGcmTokenCipherTest::onADaemon);
        long began = System.nanoTime();

        assertThatThrownBy(() -> slow.open(cipher.seal(PLAINTEXT, here), here))
                .isInstanceOf(SealedRecordException.class)
                .hasMessageContaining("has not returned for 3 s");
        assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(30));
        never.countDown();
    }

    @Test
    void open_interruptedWhileTheSupplierIsAsked_failsAndLeavesTheFlagSet() {
        SealedRecord sealed = cipher.seal(PLAINTEXT, here);
        AesGcmTokenCipher slow = new AesGcmTokenCipher(() -> KeyRing.of("old", oldKey), RANDOM, task -> {});
        Thread.currentThread().interrupt();

        try {
            assertThatThrownBy(() -> slow.open(sealed, here)).hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void open_noThreadToBeHad_asksForTheKeysOnItsOwn() {
        AesGcmTokenCipher alone = new AesGcmTokenCipher(() -> KeyRing.of("old", oldKey), RANDOM, task -> {
            throw new RejectedExecutionException();
        });

        assertThat(alone.open(cipher.seal(PLAINTEXT, here), here)).isEqualTo(PLAINTEXT);
    }

    private static void onADaemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private static AesGcmTokenCipher cipher(KeyRing ring) {
        return new AesGcmTokenCipher(() -> ring, RANDOM);
    }

    private static SealContext context(String environment, String grant) {
        return new SealContext(environment, GrantId.of(grant), Revision.random(RANDOM));
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        RANDOM.nextBytes(key);
        return key;
    }
}
