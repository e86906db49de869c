package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Many threads at one record, over the connections of two processes in turn. */
abstract class RaceTests extends LastingTests {

    private static final int RACERS = 20;
    private static final int ROUNDS = 5;
    private static final int WRITES = 100;

    RaceTests() {}

    @Test
    @Promise({2, 5})
    void replace_manyCreateAtOnce_exactlyOneIsTrue() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            exactlyOneAcquires("raced-" + round, Revision.NONE);
        }
    }

    @Test
    @Promise(2)
    void replace_manyWithTheSameRevision_exactlyOneIsTrue() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            StoredGrant first = created("raced-" + round);
            exactlyOneAcquires(first.id().value(), first.revision());
        }
    }

    private void exactlyOneAcquires(String id, Revision expected) throws Exception {
        List<StoredGrant> rivals = new ArrayList<>();
        List<Callable<Boolean>> calls = new ArrayList<>();
        List<TokenStore> stores = stores();
        for (int racer = 0; racer < RACERS; racer++) {
            StoredGrant rival = samples.grant(id);
            rivals.add(rival);
            TokenStore mine = stores.get(racer % stores.size());
            calls.add(() -> mine.replace(rival, expected));
        }

        List<Boolean> answers = Together.run(calls);

        assertThat(answers).containsOnlyOnce(true);
        assertThat(store().find(GrantId.of(id))).contains(rivals.get(answers.indexOf(true)));
    }

    @Test
    @Promise({2, 6})
    void delete_againstReplaceOfTheSameRevision_exactlyOneIsTrue() throws Exception {
        List<TokenStore> stores = stores();
        for (int round = 0; round < RACERS; round++) {
            StoredGrant first = created("raced-" + round);
            StoredGrant next = samples.grant(first.id().value());

            List<Boolean> answers = Together.run(List.of(
                    () -> stores.get(0).replace(next, first.revision()),
                    () -> stores.get(1).delete(first.id(), first.revision()),
                    () -> stores.get(0).delete(first.id(), first.revision())));

            assertThat(answers).containsOnlyOnce(true);
            if (answers.get(0)) {
                assertThat(store().find(first.id())).contains(next);
            } else {
                assertThat(store().find(first.id())).isEmpty();
            }
        }
    }

    @Test
    @Promise({2, 3})
    void replace_savesSalvagesAndDisconnectsAtOnce_loseNoMark() throws Exception {
        new Marks(this).race();
    }

    @Test
    @Promise(1)
    void find_fromAnotherConnection_seesEveryWriteAtOnce() throws Exception {
        List<TokenStore> stores = stores();
        StoredGrant before = created("customer-1");
        for (int write = 0; write < WRITES; write++) {
            StoredGrant next = samples.grant("customer-1");
            assertThat(stores.get(write % 2).replace(next, before.revision())).isTrue();
            TokenStore other = stores.get(1 - write % 2);
            assertThat(Together.run(List.of(() -> other.find(next.id()))))
                    .first()
                    .isEqualTo(Optional.of(next));
            before = next;
        }
    }

    @Test
    @Promise(1)
    void find_whileAnotherWrites_isNeverBehindWhatWasConfirmed() throws Exception {
        List<TokenStore> stores = stores();
        StoredGrant first = created(samples.grant("customer-1", Numbered.sealed(0)));
        AtomicLong confirmed = new AtomicLong();
        List<Callable<Boolean>> tasks = new ArrayList<>();
        tasks.add(() -> {
            StoredGrant before = first;
            for (int write = 1; write <= WRITES; write++) {
                StoredGrant next = samples.grant("customer-1", Numbered.sealed(write));
                assertThat(stores.get(0).replace(next, before.revision())).isTrue();
                confirmed.set(write);
                before = next;
            }
            return true;
        });
        for (int reader = 0; reader < 4; reader++) {
            TokenStore mine = stores.get(reader % 2);
            tasks.add(() -> {
                while (confirmed.get() < WRITES) {
                    long least = confirmed.get();
                    assertThat(Numbered.of(mine.find(first.id()).orElseThrow())).isGreaterThanOrEqualTo(least);
                }
                return true;
            });
        }

        assertThat(Together.run(tasks)).doesNotContain(false);
    }

    List<TokenStore> stores() {
        return List.of(store(), anotherStore());
    }
}
