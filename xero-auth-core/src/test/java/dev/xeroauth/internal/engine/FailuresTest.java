package dev.xeroauth.internal.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import org.junit.jupiter.api.Test;

class FailuresTest {

    private final Throwable store = new StoreException("down", null);
    private final Throwable key = new SealedRecordException("a key is missing", null);

    @Test
    void worse_missingKeyAndAnythingElse_isTheMissingKey() {
        assertThat(Failures.worse(store, key)).isSameAs(key);
        assertThat(Failures.worse(key, store)).isSameAs(key);
    }

    @Test
    void worse_twoOfAKind_isTheFirst() {
        assertThat(Failures.worse(store, new StoreException("later", null))).isSameAs(store);
        assertThat(Failures.worse(key, new SealedRecordException("later", null)))
                .isSameAs(key);
    }

    @Test
    void worse_oneAlone_isThatOne() {
        assertThat(Failures.worse(null, store)).isSameAs(store);
        assertThat(Failures.worse(key, null)).isSameAs(key);
        assertThat(Failures.worse(null, null)).isNull();
    }
}
