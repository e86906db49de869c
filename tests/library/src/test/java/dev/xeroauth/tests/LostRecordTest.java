package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.InMemoryTokenStore;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A store that has lost a record altogether. */
class LostRecordTest {

    private final InMemoryTokenStore store = new InMemoryTokenStore();
    private final Connected at = new Connected(store);

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void connections_recordLostByTheStore_keepsWhatThisProcessRemembers() {
        at.connect();
        AccessToken before = at.auth.accessToken(Connected.GRANT);
        store.delete(Connected.GRANT, store.find(Connected.GRANT).orElseThrow().revision());

        assertThatThrownBy(() -> at.auth.connections(Connected.GRANT)).isInstanceOf(GrantNotFoundException.class);
        at.time.advance(Duration.ofMinutes(30));

        assertThat(at.auth.accessToken(Connected.GRANT)).isNotEqualTo(before);
        assertThat(store.find(Connected.GRANT)).isPresent();
    }
}
