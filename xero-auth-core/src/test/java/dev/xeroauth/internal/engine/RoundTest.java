package dev.xeroauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import org.junit.jupiter.api.Test;

class RoundTest {

    private final Throwable store = new StoreException("down", null);
    private final Throwable key = new SealedRecordException("a key is missing", null);

    @Test
    void worse_missingKeyAndAnythingElse_isTheMissingKey() {
        assertThat(Round.worse(store, key)).isSameAs(key);
        assertThat(Round.worse(key, store)).isSameAs(key);
    }

    @Test
    void worse_twoOfAKind_isTheFirst() {
        assertThat(Round.worse(store, new StoreException("later", null))).isSameAs(store);
        assertThat(Round.worse(key, new SealedRecordException("later", null))).isSameAs(key);
    }

    @Test
    void worse_oneAlone_isThatOne() {
        assertThat(Round.worse(null, store)).isSameAs(store);
        assertThat(Round.worse(key, null)).isSameAs(key);
        assertThat(Round.worse(null, null)).isNull();
    }
}
