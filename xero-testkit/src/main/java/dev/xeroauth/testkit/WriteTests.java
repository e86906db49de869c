package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written is what is there: one writer, one record at a time. */
abstract class WriteTests extends StoreTests {

    private static final int BYTE_VALUES = 256;

    WriteTests() {}

    @Test
    @Promise(1)
    void find_unknownGrant_isEmpty() {
        created("somebody");

        assertThat(store().find(GrantId.of("nobody"))).isEmpty();
    }

    @Test
    @Promise(4)
    void replace_newGrant_comesBackEqual() {
        StoredGrant grant = created(samples.grant("customer-1", samples.sealed(SealedRecord.MAX_BYTES)));

        assertThat(store().find(grant.id())).contains(grant);
    }

    @Test
    @Promise(4)
    void replace_everyByteValueAtEitherEnd_comesBackEqual() {
        for (int value = 0; value < BYTE_VALUES; value++) {
            byte[] bytes = {(byte) value, 1, (byte) value};
            StoredGrant grant = created(samples.grant("customer-" + value, SealedRecord.of(bytes)));
            assertThat(store().find(grant.id())).contains(grant);
        }
    }

    @Test
    @Promise(4)
    void replace_longerAndShorterThanBefore_leavesNothingOfIt() {
        Revision expected = Revision.NONE;
        for (int size : new int[] {1, SealedRecord.MAX_BYTES, 1, 1000, 999}) {
            StoredGrant next = samples.grant("customer-1", samples.sealed(size));
            written(next, expected);
            assertThat(store().find(next.id())).contains(next);
            expected = next.revision();
        }
    }

    @Test
    @Promise(4)
    void replace_everyStatusAndLane_comesBackEqual() {
        for (GrantStatus status : GrantStatus.values()) {
            for (Lane lane : Lane.values()) {
                StoredGrant grant = created(samples.grant(status + "-" + lane, status, lane));
                assertThat(store().find(grant.id())).contains(grant);
            }
        }
    }

    @Test
    @Promise(4)
    void replace_dueTimesAtTheLimits_comeBackEqual() {
        Revision expected = Revision.NONE;
        for (Instant dueAt : new Instant[] {
            Samples.FIRST_DUE, Samples.LAST_DUE, null, Samples.FIRST_DUE.plusMillis(1), Samples.NOON.plusNanos(999_999)
        }) {
            StoredGrant next = samples.grant("customer-1", Lane.RESCUE, dueAt);
            written(next, expected);
            assertThat(store().find(next.id())).contains(next);
            expected = next.revision();
        }
    }

    @Test
    @Promise({4, 8})
    void replace_unusualIds_areDifferentGrants() {
        areDifferentGrants(Samples.UNUSUAL_IDS);
    }

    @Test
    @Promise({4, 8})
    void replace_longestIds_areDifferentGrants() {
        String threeBytesEach = "\uFFEE".repeat(199);
        String fourBytesEach = "\uD83D\uDE00".repeat(99);
        areDifferentGrants(List.of(
                threeBytesEach + "a",
                threeBytesEach + "b",
                threeBytesEach,
                fourBytesEach + "\uD83D\uDE00",
                fourBytesEach + "\uD83D\uDE01",
                fourBytesEach,
                "/".repeat(200),
                ":".repeat(200)));
    }

    /** Also that a change of one leaves the others alone. */
    private void areDifferentGrants(List<String> ids) {
        List<StoredGrant> grants = new ArrayList<>();
        for (String id : ids) {
            StoredGrant first = created(id);
            StoredGrant second = samples.grant(id);
            written(second, first.revision());
            grants.add(second);
        }

        grants.forEach(grant -> assertThat(store().find(grant.id())).contains(grant));
        assertThat(allIds())
                .containsExactlyElementsOf(
                        ids.stream().map(GrantId::of).sorted().toList());
    }

    @Test
    @Promise({3, 5})
    void replace_grantExists_createsNothing() {
        StoredGrant first = created("customer-1");

        assertThat(store().replace(samples.grant("customer-1"), Revision.NONE)).isFalse();

        isAsItWas(first);
    }

    @Test
    @Promise({5, 6})
    void replace_grantWasDeleted_createsAnew() {
        StoredGrant first = created("customer-1");
        assertThat(store().delete(first.id(), first.revision())).isTrue();

        StoredGrant second = created("customer-1");

        isAsItWas(second);
    }

    @Test
    @Promise({1, 2})
    void replace_expectedRevision_writes() {
        StoredGrant first = created("customer-1");
        StoredGrant second = samples.grant("customer-1");

        written(second, first.revision());

        isAsItWas(second);
    }

    @Test
    @Promise(3)
    void replace_otherRevision_writesNothing() {
        StoredGrant first = created("customer-1");
        StoredGrant other = samples.grant("customer-1", Lane.RESCUE, Samples.NOON);

        assertThat(store().replace(other, samples.revision())).isFalse();
        assertThat(store().replace(samples.grant("customer-2"), samples.revision()))
                .isFalse();

        isAsItWas(first);
        assertThat(store().find(GrantId.of("customer-2"))).isEmpty();
        assertThat(allDue(Lane.RESCUE, Samples.LAST_DUE)).isEmpty();
    }

    @Test
    @Promise({2, 3})
    void replace_revisionBeforeTheLast_writesNothing() {
        StoredGrant first = created("customer-1");
        StoredGrant second = samples.grant("customer-1");
        written(second, first.revision());

        assertThat(store().replace(samples.grant("customer-1"), first.revision()))
                .isFalse();
        assertThat(store().delete(first.id(), first.revision())).isFalse();

        isAsItWas(second);
    }

    /** Whoever did not hear the answer asks again; either answer will do, since the record is looked for then. */
    @Test
    @Promise({3, 4})
    void replace_sameCallAgain_leavesWhatItWrote() {
        StoredGrant first = created("customer-1");
        store().replace(first, Revision.NONE);
        isAsItWas(first);
        StoredGrant second = samples.grant("customer-1");
        written(second, first.revision());

        anotherStore().replace(second, first.revision());

        isAsItWas(second);
    }

    @Test
    @Promise({2, 3})
    void replace_sameCallAgainAfterAnotherWrite_writesNothing() {
        StoredGrant first = created("customer-1");
        StoredGrant second = samples.grant("customer-1");
        written(second, first.revision());
        StoredGrant third = samples.grant("customer-1");
        written(third, second.revision());

        assertThat(anotherStore().replace(second, first.revision())).isFalse();

        isAsItWas(third);
    }

    @Test
    @Promise(6)
    void delete_expectedRevision_removes() {
        StoredGrant grant = created("customer-1");
        StoredGrant other = created("customer-2");

        assertThat(store().delete(grant.id(), grant.revision())).isTrue();

        assertThat(store().find(grant.id())).isEmpty();
        isAsItWas(other);
        assertThat(store().delete(grant.id(), grant.revision())).isFalse();
    }

    @Test
    @Promise({3, 6})
    void delete_otherRevisionOrMissing_removesNothing() {
        StoredGrant grant = created("customer-1");

        assertThat(store().delete(grant.id(), samples.revision())).isFalse();
        assertThat(store().delete(grant.id(), Revision.NONE)).isFalse();
        assertThat(store().delete(GrantId.of("nobody"), samples.revision())).isFalse();

        isAsItWas(grant);
    }

    /** The only grant there is, wherever one looks. */
    private void isAsItWas(StoredGrant grant) {
        assertThat(store().find(grant.id())).contains(grant);
        assertThat(anotherStore().find(grant.id())).contains(grant);
        assertThat(allIds()).containsExactly(grant.id());
        assertThat(allDue(grant.lane(), Samples.LAST_DUE)).hasSize(1);
    }
}
