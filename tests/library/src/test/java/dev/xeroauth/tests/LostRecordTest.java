package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AccessToken;
import dev.xeroauth.Connection;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.StoreException;
import dev.xeroauth.StoreWentBack;
import dev.xeroauth.XeroAuth;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
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

    private void loseTheRecord() {
        store.delete(Connected.GRANT, store.find(Connected.GRANT).orElseThrow().revision());
    }

    @Test
    void refreshConnections_recordLostByTheStore_isGivenBackWhatThisProcessRemembers() throws InterruptedException {
        List<Connection> connections = at.connect().connections();
        loseTheRecord();

        assertThat(at.auth.refreshConnections(Connected.GRANT)).isEqualTo(connections);

        assertThat(at.event(StoreWentBack.class).grantId()).isEqualTo(Connected.GRANT);
        assertThat(at.auth.describe(Connected.GRANT).connections().orElseThrow())
                .hasSameSizeAs(connections);
    }

    @Test
    void refreshConnections_recordLostWhileXeroIsAsked_isGivenBackWhatThisProcessRemembers() {
        List<Connection> connections = at.connect().connections();
        AtomicBoolean lost = new AtomicBoolean();
        at.store.after = call -> {
            if (!lost.getAndSet(true)) {
                loseTheRecord();
            }
        };

        assertThat(at.auth.refreshConnections(Connected.GRANT)).isEqualTo(connections);
        assertThat(store.find(Connected.GRANT)).isPresent();
    }

    @Test
    void refreshConnections_recordLostAndTheStoreFailsThen_isNotTakenForAGrantThatDoesNotExist() {
        at.connect();
        loseTheRecord();
        at.store.after = call -> at.store.readable(false);

        assertThatThrownBy(() -> at.auth.refreshConnections(Connected.GRANT)).isInstanceOf(StoreException.class);
        at.store.after = call -> {};
        at.store.readable(true);
        at.time.advance(Duration.ofSeconds(2));

        assertThat(at.auth.refreshConnections(Connected.GRANT)).isNotEmpty();
    }

    @Test
    void refreshConnections_storeLosesItAgainAtOnce_isNotTakenForAGrantThatDoesNotExist() {
        at.connect();
        loseTheRecord();
        at.store.after =
                call -> store.find(Connected.GRANT).ifPresent(stored -> store.delete(stored.id(), stored.revision()));

        assertThatThrownBy(() -> at.auth.refreshConnections(Connected.GRANT)).isInstanceOf(StoreException.class);
    }

    @Test
    void refreshConnections_recordLostAndNothingRemembered_isNotFound() {
        at.connect();
        loseTheRecord();
        try (XeroAuth other = at.instance().build()) {
            assertThatThrownBy(() -> other.refreshConnections(Connected.GRANT))
                    .isInstanceOf(GrantNotFoundException.class)
                    .hasMessageContaining(Connected.GRANT.toString());
        }
    }

    @Test
    void accessToken_recordLostByTheStore_goesOnFromWhatThisProcessRemembers() {
        at.connect();
        AccessToken before = at.auth.accessToken(Connected.GRANT);
        loseTheRecord();
        at.time.advance(Duration.ofMinutes(30));

        assertThat(at.auth.accessToken(Connected.GRANT)).isNotEqualTo(before);
        assertThat(store.find(Connected.GRANT)).isPresent();
    }
}
