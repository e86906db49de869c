package dev.xeroauth.tests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.GrantId;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroAuthBuilder;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.time.Duration;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records that must not open: whoever asks is told why, and the stored bytes stay as they are. */
class BadRecordTest {

    private final Connected at = new Connected();

    @BeforeEach
    void connect() {
        at.connect();
        at.time.advance(Duration.ofDays(31));
    }

    @AfterEach
    void close() {
        at.close();
    }

    private StoredGrant stored() {
        return Keys.stored(at.store, Connected.GRANT);
    }

    private void store(StoredGrant grant) {
        assertThat(at.store.replace(grant, stored().revision())).isTrue();
    }

    /** Another process, which has to read the record. */
    private XeroAuthBuilder process() {
        return at.instance().encryption(Keys.SECOND).withoutKeeper();
    }

    private void isRefusedEverywhere(XeroAuth auth, GrantId id, String why) {
        StoredGrant before = Keys.stored(at.store, id);
        int requests = at.xero.ledger().entries().size();
        try (auth) {
            isRefused(() -> auth.accessToken(id), why);
            isRefused(() -> auth.describe(id), why);
            isRefused(() -> auth.retry(id), why);
            isRefused(() -> auth.connections(id), why);
            assertThat(auth.keeper().runOnce().problem().orElseThrow()).contains(why);
        }
        assertThat(Keys.stored(at.store, id)).isEqualTo(before);
        assertThat(at.xero.ledger().entries()).hasSize(requests);
    }

    private static void isRefused(ThrowingCallable call, String why) {
        assertThatThrownBy(call)
                .isInstanceOf(SealedRecordException.class)
                .hasMessageContaining("customer-")
                .hasMessageContaining(why);
    }

    @Test
    void open_bitFlipped_isRefusedAndUntouched() {
        store(Keys.flipped(stored(), 8 * stored().sealed().size() - 1));

        isRefusedEverywhere(process().build(), Connected.GRANT, "damaged");
    }

    @Test
    void open_cutShort_isRefusedAndUntouched() {
        store(Keys.cut(stored(), 20));

        isRefusedEverywhere(process().build(), Connected.GRANT, "cut short");
    }

    @Test
    void open_copiedToAnotherGrant_isRefusedAndUntouched() {
        StoredGrant own = stored();
        GrantId thief = GrantId.of("customer-43");
        StoredGrant copy = new StoredGrant(thief, own.revision(), own.status(), own.lane(), own.dueAt(), own.sealed());
        assertThat(at.store.replace(copy, Revision.NONE)).isTrue();
        at.store.delete(own.id(), own.revision());

        isRefusedEverywhere(process().build(), thief, "another environment, grant or revision");
    }

    @Test
    void open_anotherEnvironment_isRefusedAndUntouched() {
        isRefusedEverywhere(process().environment("staging").build(), Connected.GRANT, "'staging'");
    }

    @Test
    void open_newerFormat_saysToUpdateAndIsUntouched() {
        byte[] bytes = stored().sealed().bytes();
        bytes[0] = 2;
        store(Keys.with(stored(), SealedRecord.of(bytes)));

        isRefusedEverywhere(process().build(), Connected.GRANT, "format 2");
        isRefused(() -> process().build().describe(Connected.GRANT), "update this instance");
    }

    @Test
    void open_newerPayload_saysToUpdateAndIsUntouched() {
        String payload = new String(Keys.payload(stored()), UTF_8);
        assertThat(payload).contains("\"v\":1,");
        store(Keys.sealed(stored(), payload.replace("\"v\":1,", "\"v\":2,").getBytes(UTF_8)));

        isRefusedEverywhere(process().build(), Connected.GRANT, "update this instance");
    }

    @Test
    void resealAll_recordThatDoesNotOpen_namesItAndLeavesIt() {
        store(Keys.flipped(stored(), 8 * stored().sealed().size() - 1));
        StoredGrant before = stored();

        try (XeroAuth auth = process().build()) {
            assertThat(auth.resealAll().failed()).containsOnlyKeys(Connected.GRANT);
        }
        assertThat(stored()).isEqualTo(before);
    }

    @Test
    void describe_everyBitFlippedInTurn_isRefused() {
        StoredGrant good = stored();
        try (XeroAuth auth = process().build()) {
            for (int bit = 0; bit < 8 * good.sealed().size(); bit++) {
                StoredGrant bad = Keys.flipped(good, bit);
                store(bad);
                assertThatThrownBy(() -> auth.describe(Connected.GRANT))
                        .as("bit %s", bit)
                        .isInstanceOf(SealedRecordException.class);
                assertThat(stored()).isEqualTo(bad);
            }
            store(good);
            auth.describe(Connected.GRANT);
        }
    }

    @Test
    void describe_cutAtEveryLength_isRefused() {
        StoredGrant good = stored();
        try (XeroAuth auth = process().build()) {
            for (int length = 1; length < good.sealed().size(); length++) {
                StoredGrant bad = Keys.cut(good, length);
                store(bad);
                assertThatThrownBy(() -> auth.describe(Connected.GRANT))
                        .as("length %s", length)
                        .isInstanceOf(SealedRecordException.class);
                assertThat(stored()).isEqualTo(bad);
            }
        }
    }
}
