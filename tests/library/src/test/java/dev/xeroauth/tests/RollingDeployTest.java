package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.jdbc.JdbcTokenStore;
import dev.xeroauth.spi.StoredGrant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Instances are updated one by one: two versions of the library, each loaded for itself, with two keys at one database. */
class RollingDeployTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GRANT = Connected.GRANT.value();

    private final JdbcDataSource database = new JdbcDataSource();
    private Connected at;
    private VersionOfTheLibrary older;
    private VersionOfTheLibrary newer;

    @BeforeEach
    void connect(@TempDir Path directory) throws IOException {
        database.setURL("jdbc:h2:mem:rolling;DB_CLOSE_DELAY=-1");
        at = new Connected(JdbcTokenStore.of(database).createTableIfMissing());
        at.connect();
        older = VersionOfTheLibrary.current();
        newer = VersionOfTheLibrary.newer(directory);
    }

    @AfterEach
    void close() throws IOException {
        older.close();
        newer.close();
        at.close();
        at.store.find(Connected.GRANT).ifPresent(grant -> at.store.delete(grant.id(), grant.revision()));
    }

    private Instance start(VersionOfTheLibrary version, String... keys) throws ReflectiveOperationException {
        Supplier<Instant> now = at.time::now;
        LongSupplier nanos = at.time::nanoTime;
        return version.start(Map.of(
                "store", database,
                "xero", at.xero.endpoints().api(),
                "clientId", at.xero.app().clientId(),
                "secret", at.xero.app().clientSecret().orElseThrow(),
                "keys", List.of(keys),
                "now", now,
                "nanos", nanos));
    }

    private StoredGrant stored() {
        return Keys.stored(at.store, Connected.GRANT);
    }

    private JsonNode payload() throws IOException {
        return JSON.readTree(Keys.payload(stored()));
    }

    @Test
    void versions_loaded_shareNothing() throws ClassNotFoundException {
        assertThat(VersionOfTheLibrary.codecs(older, newer)).doesNotHaveDuplicates();
    }

    @Test
    void refresh_byBothVersionsInTurn_losesNothing() throws Exception {
        try (Instance old = start(older, Keys.OLD, Keys.NEW);
                Instance next = start(newer, Keys.NEW, Keys.OLD)) {
            for (int round = 1; round <= 4; round++) {
                refreshed(next, old, Keys.NEW, 2 * round - 1);
                long serial = payload().path("tokenSerial").asLong();
                assertThat(payload().at("/sinceNext/tokenSerial").asLong()).isEqualTo(serial);
                assertThat(payload().at("/current/byNext").asBoolean()).isTrue();

                refreshed(old, next, Keys.OLD, 2 * round);
                assertThat(payload().path("tokenSerial").asLong()).isEqualTo(serial + 1);
                assertThat(payload().at("/sinceNext/tokenSerial").asLong()).isEqualTo(serial);
                assertThat(payload().at("/previous/byNext").asBoolean()).isTrue();
                assertThat(payload().at("/current/byNext").isMissingNode()).isTrue();
                assertThat(payload().at("/setback/kindsNext").asInt()).isEqualTo(1);
            }
        }
        assertThat(at.xero.ledger().refusedRefreshes()).isZero();
        assertThat(payload().path("spares")).isEmpty();
    }

    /** One asks Xero, the other one takes what it has saved. */
    private void refreshed(Instance by, Instance other, String keyId, int refreshes) throws IOException {
        at.time.advance(Duration.ofMinutes(31));

        String token = by.accessToken(GRANT);

        assertThat(Keys.keyOf(stored())).isEqualTo(keyId);
        assertThat(payload().at("/access/token").asText()).isEqualTo(token);
        assertThat(other.accessToken(GRANT)).isEqualTo(token);
        assertThat(at.xero.ledger().refreshes()).isEqualTo(refreshes);
    }

    @Test
    void refresh_newKeySealsBeforeOldInstancesHaveIt_theyNameItAndTheNewOnesGoOn() throws Exception {
        try (Instance old = start(older, Keys.OLD);
                Instance next = start(newer, Keys.NEW, Keys.OLD)) {
            old.accessToken(GRANT);
            at.time.advance(Duration.ofMinutes(31));
            next.accessToken(GRANT);
            at.time.advance(Duration.ofDays(31));
            StoredGrant before = stored();

            assertThatThrownBy(() -> old.accessToken(GRANT))
                    .hasMessageContaining("'" + Keys.NEW + "'")
                    .hasMessageContaining("alsoOpening")
                    .satisfies(
                            e -> assertThat(e.getClass().getName()).isEqualTo(SealedRecordException.class.getName()));
            assertThat(old.keep()).contains("'" + Keys.NEW + "'");
            assertThat(stored()).isEqualTo(before);

            String token = next.accessToken(GRANT);
            assertThat(payload().at("/access/token").asText()).isEqualTo(token);
            assertThat(next.keep()).isEmpty();
        }
        assertThat(at.xero.ledger().refreshes()).isEqualTo(2);
        assertThat(at.xero.ledger().refusedRefreshes()).isZero();
    }
}
