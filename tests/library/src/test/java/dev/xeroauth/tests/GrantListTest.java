package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.StoredGrant;
import java.security.SecureRandom;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The grants of a whole store, none of whose records opens. */
class GrantListTest {

    /** More than two pages. */
    private static final int MANY = 1201;

    private final Connected at = new Connected();
    private final SecureRandom random = new SecureRandom();

    @AfterEach
    void close() {
        at.close();
    }

    private void store(int number, GrantStatus status) {
        StoredGrant grant = new StoredGrant(
                id(number),
                Revision.random(random),
                status,
                Lane.ROUTINE,
                Optional.empty(),
                SealedRecord.of(new byte[] {1}));
        assertThat(at.store.replace(grant, Revision.NONE)).isTrue();
    }

    private static GrantId id(int number) {
        return GrantId.of(String.format("customer-%05d", number));
    }

    private void storeMany() {
        IntStream.range(0, MANY).forEach(number -> store(number, GrantStatus.CONNECTED));
    }

    @Test
    void grants_moreThanAPage_areAllThereInTheirOrder() {
        storeMany();

        List<GrantId> all = at.auth.grants().toList();

        assertThat(all)
                .isEqualTo(IntStream.range(0, MANY).mapToObj(GrantListTest::id).toList());
        assertThat(at.store.lists()).isGreaterThan(2);
        assertThat(at.store.reads()).isZero();
    }

    @Test
    void grants_nothingTaken_readsNothingAndOneElementReadsOnePage() {
        storeMany();
        Stream<GrantId> grants = at.auth.grants();
        assertThat(at.store.lists()).isZero();

        assertThat(grants.findFirst()).contains(id(0));
        assertThat(at.store.lists()).isEqualTo(1);
        assertThat(at.auth.grants().iterator().next()).isEqualTo(id(0));
        assertThat(at.store.lists()).isEqualTo(2);
    }

    @Test
    void grants_emptyStore_isEmptyAndReadOnce() {
        Iterator<GrantId> grants = at.auth.grants().iterator();

        assertThat(grants.hasNext()).isFalse();
        assertThat(grants.hasNext()).isFalse();
        assertThat(at.store.lists()).isEqualTo(1);
    }

    @Test
    void grants_oneComesBehindThePageThatIsBeingTaken_isThereToo() {
        storeMany();
        Iterator<GrantId> grants = at.auth.grants().iterator();
        grants.next();
        store(MANY, GrantStatus.CONNECTED);

        Stream<GrantId> rest = Stream.iterate(id(0), it -> grants.hasNext(), it -> grants.next());

        assertThat(rest.count()).isEqualTo(MANY);
    }

    @Test
    void grants_caller_readsOnThreadsOfTheLibrary() {
        store(1, GrantStatus.DISCONNECTED);

        assertThat(at.auth.disconnected()).hasSize(1);

        assertThat(at.store.askedBy()).isNotEmpty().doesNotContain(Thread.currentThread());
    }

    @Test
    void disconnected_recordsThatDoNotOpen_areThereByTheirStatus() {
        store(1, GrantStatus.CONNECTED);
        store(2, GrantStatus.DISCONNECTED);
        store(3, GrantStatus.SUSPECT);
        store(4, GrantStatus.ENDED);
        store(5, GrantStatus.DISCONNECTED);

        assertThat(at.auth.disconnected()).containsExactly(id(2), id(5));
        assertThat(at.store.reads()).isEqualTo(5);
    }

    @Test
    void disconnected_oneIsTaken_readsNoRecordBehindIt() {
        storeMany();
        store(MANY, GrantStatus.DISCONNECTED);
        store(MANY + 1, GrantStatus.DISCONNECTED);

        assertThat(at.auth.disconnected().findFirst()).contains(id(MANY));
        assertThat(at.store.reads()).isEqualTo(MANY + 1);
    }

    @Test
    void disconnected_oneIsPurgedOnTheWay_isLeftOut() {
        store(1, GrantStatus.DISCONNECTED);
        store(2, GrantStatus.DISCONNECTED);
        store(3, GrantStatus.DISCONNECTED);
        Iterator<GrantId> grants = at.auth.disconnected().iterator();
        assertThat(grants.next()).isEqualTo(id(1));
        Revision revision = at.store.find(id(2)).orElseThrow().revision();
        assertThat(at.store.delete(id(2), revision)).isTrue();

        assertThat(grants.next()).isEqualTo(id(3));
        assertThat(grants.hasNext()).isFalse();
    }

    @Test
    void grants_storeDown_failWhereTheyAreTaken() {
        store(1, GrantStatus.DISCONNECTED);
        at.store.readable(false);
        Stream<GrantId> grants = at.auth.grants();
        Stream<GrantId> disconnected = at.auth.disconnected();

        assertThatThrownBy(grants::toList)
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("could not be listed")
                .hasRootCauseMessage("the store is down");
        assertThatThrownBy(disconnected::toList).isInstanceOf(StoreException.class);
    }

    @Test
    void grants_closed_failWhereTheyAreTaken() {
        at.auth.close();
        Stream<GrantId> grants = at.auth.grants();

        assertThatThrownBy(grants::toList)
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("closed");
    }
}
