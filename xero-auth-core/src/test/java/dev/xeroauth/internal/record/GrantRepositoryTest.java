package dev.xeroauth.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.KeyRing;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.internal.seal.AesGcmTokenCipher;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealContext;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenCipher;
import dev.xeroauth.spi.TokenStore;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class GrantRepositoryTest {

    private static final GrantId ID = GrantId.of("customer-42");

    private final UnsureStore store = new UnsureStore();

    @Test
    void replace_newGrant_isFoundAgain() {
        OpenGrant written = write(Records.full());

        assertThat(repository("production").find(ID)).contains(written);
    }

    @Test
    void replace_recordHasChanged_writesNothing() {
        write(Records.first());

        assertThat(repository("production").replace(ID, GrantStatus.CONNECTED, Records.full(), Revision.NONE))
                .isEmpty();
        assertThat(repository("production").find(ID).orElseThrow().record()).isEqualTo(Records.first());
    }

    @Test
    void replace_storeThrowsAfterWriting_isFoundWritten() {
        store.throwAfterWriting = 1;

        OpenGrant written = write(Records.first());

        assertThat(repository("production").find(ID)).contains(written);
    }

    @Test
    void replace_storeThrowsBeforeWritingOnce_isRepeated() {
        store.throwBeforeWriting = 1;

        OpenGrant written = write(Records.first());

        assertThat(repository("production").find(ID)).contains(written);
    }

    @Test
    void replace_storeKeepsThrowing_saysWhichGrantAndKeepsTheCause() {
        store.throwBeforeWriting = 100;

        assertThatThrownBy(() -> write(Records.first()))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("customer-42")
                .hasRootCauseMessage("the store is down");
    }

    @Test
    void find_anotherEnvironment_doesNotOpen() {
        write(Records.first());

        assertThatThrownBy(() -> repository("staging").find(ID)).isInstanceOf(SealedRecordException.class);
    }

    @Test
    void open_cipherThrowsSomethingElse_isASealedRecordException() {
        write(Records.first());
        GrantRepository broken = new GrantRepository(
                store,
                new BrokenCipher(),
                "production",
                new SecureRandom(),
                () -> TimeSource.system().now());

        assertThatThrownBy(() -> broken.find(ID))
                .isInstanceOf(SealedRecordException.class)
                .hasMessageContaining("customer-42");
    }

    @Test
    void update_recordChangesMeanwhile_appliesTheChangeToTheNewOne() {
        write(Records.first());
        boolean[] interfered = {false};

        OpenGrant updated = repository("production")
                .update(ID, record -> {
                    if (!interfered[0]) {
                        interfered[0] = true;
                        repository("production")
                                .update(
                                        ID,
                                        it -> it.edit()
                                                .confirmAt(Optional.of(Records.NOW))
                                                .done());
                    }
                    return record.reaching(Records.full().reach());
                })
                .orElseThrow();

        assertThat(updated.record().reach()).isEqualTo(Records.full().reach());
        assertThat(updated.record().confirmAt()).contains(Records.NOW);
    }

    @Test
    void replace_idleGrant_isKeptAliveAfter20To30Days() {
        write(Records.first());

        Instant dueAt = store.find(ID).orElseThrow().dueAt().orElseThrow();

        assertThat(store.find(ID).orElseThrow().lane()).isEqualTo(Lane.ROUTINE);
        assertThat(dueAt).isBetween(Records.NOW.plus(Duration.ofDays(20)), Records.NOW.plus(Duration.ofDays(30)));
    }

    @Test
    void replace_leasedGrant_isRescuedAtTheEndOfItsLease() {
        write(Records.full());

        StoredGrant stored = store.find(ID).orElseThrow();

        assertThat(stored.lane()).isEqualTo(Lane.RESCUE);
        assertThat(stored.dueAt()).contains(Records.NOW.plusSeconds(99));
    }

    @Test
    void reseal_ended_goesOnTheDayThatItWasToGo() {
        Instant[] now = {Records.NOW};
        GrantRepository repository = repository("production", () -> now[0]);
        assertThat(repository.replace(ID, GrantStatus.ENDED, Records.first(), Revision.NONE))
                .isPresent();
        StoredGrant old = store.find(ID).orElseThrow();
        now[0] = Records.NOW.plus(Duration.ofHours(20));

        assertThat(repository.reseal(old)).isEqualTo(store.find(ID));

        StoredGrant anew = store.find(ID).orElseThrow();
        assertThat(anew.sealed()).isNotEqualTo(old.sealed());
        assertThat(anew.status()).isEqualTo(GrantStatus.ENDED);
        assertThat(anew.dueAt()).contains(Records.NOW.plus(Duration.ofHours(24)));
        assertThat(repository.find(ID).orElseThrow().record()).isEqualTo(Records.first());
    }

    @Test
    void reseal_recordHasChanged_writesNothing() {
        write(Records.first());
        StoredGrant old = store.find(ID).orElseThrow();
        assertThat(repository("production").reseal(old)).isPresent();
        StoredGrant newer = store.find(ID).orElseThrow();

        assertThat(repository("production").reseal(old)).isEmpty();
        assertThat(store.find(ID)).contains(newer);
    }

    @Test
    void reseal_storeThrowsAfterWriting_isFoundWritten() {
        write(Records.first());
        store.throwAfterWriting = 1;

        assertThat(repository("production").reseal(store.find(ID).orElseThrow()))
                .isEqualTo(store.find(ID));
    }

    private OpenGrant write(GrantRecord record) {
        return repository("production")
                .replace(ID, GrantStatus.CONNECTED, record, Revision.NONE)
                .orElseThrow();
    }

    private GrantRepository repository(String environment) {
        return repository(environment, () -> TimeSource.system().now());
    }

    private GrantRepository repository(String environment, InstantSource clock) {
        byte[] key = new byte[32];
        key[0] = 1;
        KeyRing keys = KeyRing.of("k", key);
        TokenCipher cipher = new AesGcmTokenCipher(() -> keys, new SecureRandom());
        return new GrantRepository(store, cipher, environment, new SecureRandom(), clock);
    }

    private static final class BrokenCipher implements TokenCipher {
        @Override
        public SealedRecord seal(byte[] plaintext, SealContext context) {
            throw new IllegalStateException("no key service");
        }

        @Override
        public byte[] open(SealedRecord sealed, SealContext context) {
            throw new IllegalStateException("no key service");
        }
    }

    /** Fails so that its caller cannot tell whether it has written. */
    private static final class UnsureStore implements TokenStore {
        private final InMemoryTokenStore memory = new InMemoryTokenStore();
        private int throwBeforeWriting;
        private int throwAfterWriting;

        @Override
        public boolean replace(StoredGrant next, Revision expected) {
            if (throwBeforeWriting-- > 0) {
                throw new IllegalStateException("the store is down");
            }
            boolean written = memory.replace(next, expected);
            if (throwAfterWriting-- > 0) {
                throw new IllegalStateException("the answer was lost");
            }
            return written;
        }

        @Override
        public Optional<StoredGrant> find(GrantId id) {
            return memory.find(id);
        }

        @Override
        public boolean delete(GrantId id, Revision expected) {
            return memory.delete(id, expected);
        }

        @Override
        public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
            return memory.findDue(lane, now, after, limit);
        }

        @Override
        public List<GrantId> list(@Nullable GrantId after, int limit) {
            return memory.list(after, limit);
        }
    }
}
