package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantId;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Walks through what is due, and through all there is. */
abstract class PageTests extends RaceTests {

    private static final int MANY = 25;
    private static final int MORE_THAN_THERE_ARE = 1_000_000;

    PageTests() {}

    @Test
    @Promise(7)
    void findDue_pageByPage_isInOrderAndComplete() {
        List<Due> expected = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            expected.add(due("customer-" + i, Samples.NOON.minusMillis(i / 2)));
        }
        expected.sort(null);

        assertThat(allDue(Lane.RESCUE, Samples.NOON)).containsExactlyElementsOf(expected);
        assertThat(new Walk(anotherStore(), 1).due(Lane.RESCUE, Samples.NOON)).containsExactlyElementsOf(expected);
        assertThat(store().findDue(Lane.RESCUE, Samples.NOON, null, MORE_THAN_THERE_ARE))
                .containsExactlyElementsOf(expected);
    }

    @Test
    @Promise(7)
    void findDue_manyAtTheSameTime_areInTheOrderOfTheirIds() {
        List<Due> expected = new ArrayList<>();
        for (String id : shuffled(Samples.UNUSUAL_IDS)) {
            expected.add(due(id, Samples.NOON));
        }
        expected.sort(null);

        assertThat(new Walk(store(), 1).due(Lane.RESCUE, Samples.NOON)).containsExactlyElementsOf(expected);
    }

    @Test
    @Promise(7)
    void findDue_timesAtTheLimits_areInOrder() {
        List<Due> expected = List.of(
                due("first", Samples.FIRST_DUE),
                due("a-millisecond-later", Samples.FIRST_DUE.plusMillis(1)),
                due("early", Instant.ofEpochMilli(999)),
                due("later", Instant.ofEpochMilli(1_000)),
                due("noon", Samples.NOON),
                due("a-millisecond-before", Samples.LAST_DUE.minusMillis(1)),
                due("last", Samples.LAST_DUE));

        assertThat(allDue(Lane.RESCUE, Samples.LAST_DUE)).containsExactlyElementsOf(expected);
        assertThat(allDue(Lane.RESCUE, Samples.FIRST_DUE)).containsExactly(expected.get(0));
    }

    @Test
    @Promise(7)
    void findDue_otherLaneLaterOrNever_isLeftOut() {
        created("other-lane", Lane.ROUTINE, Samples.NOON);
        created("later", Lane.RESCUE, Samples.NOON.plusMillis(1));
        created("never", Lane.RESCUE, null);
        created("due", Lane.RESCUE, Samples.NOON);

        assertThat(allDue(Lane.RESCUE, Samples.NOON)).extracting(Due::id).containsExactly(GrantId.of("due"));
    }

    @Test
    @Promise(7)
    void findDue_rewrittenGrant_followsItsNewTime() {
        Instant later = Samples.NOON.plus(Duration.ofDays(20));
        StoredGrant first = created("customer-1", Lane.RESCUE, Samples.NOON);
        StoredGrant second = samples.grant("customer-1", Lane.ROUTINE, later);
        StoredGrant never = samples.grant("customer-1", Lane.ROUTINE, null);

        assertThat(allDue(Lane.RESCUE, later)).containsExactly(new Due(Samples.NOON, first.id()));

        written(second, first.revision());

        assertThat(allDue(Lane.RESCUE, later)).isEmpty();
        assertThat(allDue(Lane.ROUTINE, later)).containsExactly(new Due(later, first.id()));

        written(never, second.revision());

        assertThat(allDue(Lane.ROUTINE, Samples.LAST_DUE)).isEmpty();
    }

    @Test
    @Promise({6, 7, 8})
    void findDueAndList_grantOfTheCursorHasGone_goOnBehindIt() {
        for (int i = 0; i < 5; i++) {
            created("customer-" + i, Lane.RESCUE, Samples.NOON);
        }
        Due cursor = store().findDue(Lane.RESCUE, Samples.NOON, null, 2).get(1);
        StoredGrant gone = store().find(cursor.id()).orElseThrow();
        assertThat(store().delete(gone.id(), gone.revision())).isTrue();

        assertThat(store().findDue(Lane.RESCUE, Samples.NOON, cursor, 2))
                .extracting(Due::id)
                .containsExactly(GrantId.of("customer-2"), GrantId.of("customer-3"));
        assertThat(store().list(cursor.id(), 2)).containsExactly(GrantId.of("customer-2"), GrantId.of("customer-3"));
        assertThat(allIds()).hasSize(4);
        assertThat(allDue(Lane.RESCUE, Samples.NOON)).hasSize(4);
    }

    @Test
    @Promise(7)
    void findDue_cursorThatNeverWas_goesOnBehindIt() {
        Due before = due("b", Samples.NOON);
        Due after = due("a", Samples.NOON.plusMillis(1));

        assertThat(store().findDue(Lane.RESCUE, Samples.LAST_DUE, new Due(Samples.NOON, GrantId.of("c")), 5))
                .containsExactly(after);
        assertThat(store().findDue(Lane.RESCUE, Samples.LAST_DUE, new Due(Samples.NOON, GrantId.of("a")), 5))
                .containsExactly(before, after);
        assertThat(store().findDue(Lane.RESCUE, Samples.LAST_DUE, after, 5)).isEmpty();
    }

    @Test
    @Promise(8)
    void list_pageByPage_isInOrderAndComplete() {
        List<GrantId> ids = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            ids.add(created("customer-" + i).id());
        }

        assertThat(allIds()).containsExactlyElementsOf(ids);
        assertThat(new Walk(anotherStore(), 1).ids()).containsExactlyElementsOf(ids);
        assertThat(store().list(null, MORE_THAN_THERE_ARE)).containsExactlyElementsOf(ids);
        assertThat(store().list(GrantId.of("customer-4-and-a-half"), 2)).containsExactly(ids.get(5), ids.get(6));
    }

    @Test
    @Promise({7, 8})
    void findDueAndList_whileOthersWrite_leaveOutNoGrantThatStays() throws Exception {
        List<StoredGrant> staying = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            staying.add(created("staying-" + i, Lane.RESCUE, Samples.NOON.minusMillis(i % 3)));
        }

        new Traffic(this, staying).walk();
    }

    private Due due(String id, Instant dueAt) {
        return new Due(dueAt, created(id, Lane.RESCUE, dueAt).id());
    }

    private static List<String> shuffled(List<String> ids) {
        List<String> shuffled = new ArrayList<>(ids);
        Collections.shuffle(shuffled, new Random(MANY));
        return shuffled;
    }
}
