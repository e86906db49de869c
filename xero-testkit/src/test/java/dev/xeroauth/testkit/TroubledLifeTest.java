package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** That the judge of the fault layer sees a loss. */
class TroubledLifeTest {

    private final TokenStore store = new InMemoryTokenStore();
    private final TroubledLife life = new TroubledLife(store, store);

    @AfterEach
    void close() {
        life.close();
    }

    @Test
    void hasLostNothing_nothingWentWrong_passes() throws IOException {
        life.live();

        assertThatCode(() -> life.hasLostNothing(store)).doesNotThrowAnyException();
    }

    @Test
    void hasLostNothing_recordIsGone_fails() throws IOException {
        life.live();
        StoredGrant last = stored();
        store.delete(last.id(), last.revision());

        assertThatThrownBy(() -> life.hasLostNothing(store)).isInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void hasLostNothing_recordIsDamaged_fails() throws IOException {
        life.live();
        StoredGrant last = stored();
        store.replace(new Samples().again(last, last.status(), new byte[] {1}), last.revision());

        assertThatThrownBy(() -> life.hasLostNothing(store)).isInstanceOf(SealedRecordException.class);
    }

    private StoredGrant stored() {
        return store.find(TroubledLife.GRANT).orElseThrow();
    }
}
