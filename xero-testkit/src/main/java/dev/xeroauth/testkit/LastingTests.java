package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What was written stays, whatever else goes on; and what fails says so. */
abstract class LastingTests extends WriteTests {

    private static final int WRITERS = 10;
    private static final int GRANTS_EACH = 20;
    private static final int WRITES_EACH = 5;

    LastingTests() {}

    @Test
    @Promise({1, 9})
    void find_aThousandWritesLater_allAreThere() throws Exception {
        List<TokenStore> stores = List.of(store(), anotherStore());
        List<Callable<List<StoredGrant>>> writers = new ArrayList<>();
        for (int writer = 0; writer < WRITERS; writer++) {
            TokenStore mine = stores.get(writer % stores.size());
            String prefix = "writer-" + writer + "-grant-";
            writers.add(() -> IntStream.range(0, GRANTS_EACH)
                    .mapToObj(grant -> writtenOften(mine, prefix + grant))
                    .toList());
        }

        List<StoredGrant> last =
                Together.run(writers).stream().flatMap(List::stream).toList();

        for (StoredGrant grant : last) {
            assertThat(store().find(grant.id())).contains(grant);
        }
        assertThat(new Walk(anotherStore(), WRITERS).ids())
                .containsExactlyElementsOf(
                        last.stream().map(StoredGrant::id).sorted().toList());
    }

    private StoredGrant writtenOften(TokenStore store, String id) {
        Revision expected = Revision.NONE;
        StoredGrant next = samples.grant(id);
        for (int write = 0; write < WRITES_EACH; write++) {
            next = samples.grant(id);
            assertThat(store.replace(next, expected)).isTrue();
            expected = next.revision();
        }
        return next;
    }

    @Test
    @Promise(9)
    void find_dueLongAgoOrEnded_isStillThere() {
        List<StoredGrant> grants = List.of(
                created("long-ago", Lane.RESCUE, Samples.FIRST_DUE),
                created("never", Lane.ROUTINE, null),
                created(samples.grant("disconnected", GrantStatus.DISCONNECTED, Lane.ROUTINE)),
                created(samples.grant("ended", GrantStatus.ENDED, Lane.ROUTINE)));

        allDue(Lane.RESCUE, Samples.LAST_DUE);
        allDue(Lane.ROUTINE, Samples.LAST_DUE);

        grants.forEach(grant -> assertThat(store().find(grant.id())).contains(grant));
        assertThat(allIds()).hasSameSizeAs(grants);
    }

    /** The one failure that can be brought about in any store: nothing, or an exception, but never a wrong answer. */
    @Test
    @Promise(10)
    void anyCall_threadIsInterrupted_isRightOrThrows() throws Exception {
        StoredGrant first = created("customer-1");
        StoredGrant second = samples.grant("customer-1");
        GrantId id = first.id();

        isRightOrThrows(store -> store.find(id).isPresent());
        isRightOrThrows(store -> store.list(null, 1).equals(List.of(id)));
        isRightOrThrows(
                store -> store.findDue(Lane.ROUTINE, Samples.NOON, null, 1).size() == 1);
        boolean written = isRightOrThrows(store -> store.replace(second, first.revision()));
        if (written) {
            isRightOrThrows(store -> store.delete(id, second.revision()));
        }
    }

    /** Whether it answered. */
    private boolean isRightOrThrows(Function<TokenStore, Boolean> call) throws Exception {
        TokenStore store = store();
        try {
            assertThat(Together.interrupted(() -> call.apply(store)))
                    .as("what the store answered on an interrupted thread")
                    .isTrue();
            return true;
        } catch (ExecutionException e) {
            assertThat(e.getCause()).isInstanceOf(RuntimeException.class);
            return false;
        }
    }
}
