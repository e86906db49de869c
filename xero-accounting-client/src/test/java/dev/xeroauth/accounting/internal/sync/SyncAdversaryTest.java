package dev.xeroauth.accounting.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.accounting.internal.sync.Schedule.Consumer;
import java.util.List;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Syncs of a list that does everything to have a row missed. */
class SyncAdversaryTest {

    private static final int SCHEDULES = Boolean.getBoolean("xero.full") ? 10_000 : 500;
    private static final long SEED = Long.getLong("xero.seed", 20_261_122);
    private static final int SHOWN = 5;

    /** What finds a fault at least once in so many schedules. */
    private static final int FOR_FAULTS = 200;

    private record Run(Plan plan, Tally tally) {}

    @Test
    void sync_anySchedule_missesNothing() {
        List<Run> runs = run(SCHEDULES, plan -> Subject.ours(settings(plan)), new Consumer(false));
        Tally all = new Tally();
        runs.forEach(run -> all.add(run.tally()));

        System.out.println("sync: schedules=" + SCHEDULES + " seed=" + SEED + " " + all);
        List<Run> bad = runs.stream().filter(run -> run.tally().missed > 0).toList();
        bad.stream().limit(SHOWN).forEach(run -> System.out.println("sync: " + run.plan() + " " + run.tally()));
        assertThat(bad).isEmpty();
    }

    @Test
    void sync_offsetPaging_isCaught() {
        assertCaught(plan -> Faults.offsetPaging(settings(plan)));
    }

    @Test
    void sync_withoutOverlap_isCaught() {
        assertCaught(plan -> Subject.ours(new Settings(0, plan.pageSize())));
    }

    @Test
    void sync_byTheClockOfTheHost_isCaught() {
        assertCaught(plan -> Faults.ownClock(settings(plan)));
    }

    @Test
    void sync_withoutTheTimeThatAnAnswerTakes_isCaught() {
        assertCaught(plan -> Faults.asOfItsEnd(settings(plan)));
    }

    @Test
    void sync_sinceTheLastRowSeen_isCaught() {
        assertCaught(plan -> Faults.lastRowSeen(settings(plan)));
    }

    @Test
    void sync_windowsThatNeedNotJoin_isCaught() {
        assertCaught(plan -> Subject.ours(new Settings(plan.overlap(), plan.pageSize(), false)));
    }

    @Test
    void sync_cursorStoredBeforeItsBatch_isCaught() {
        assertThat(missing(run(FOR_FAULTS, plan -> Subject.ours(settings(plan)), new Consumer(true))))
                .isPositive();
    }

    @Test
    void sync_theSameSeed_isTheSameScheduleAgain() {
        assertThat(run(3, plan -> Subject.ours(settings(plan)), new Consumer(false))
                        .toString())
                .isEqualTo(run(3, plan -> Subject.ours(settings(plan)), new Consumer(false))
                        .toString());
    }

    private static void assertCaught(Function<Plan, Subject> faulty) {
        assertThat(missing(run(FOR_FAULTS, faulty, new Consumer(false)))).isPositive();
    }

    private static long missing(List<Run> runs) {
        return runs.stream().filter(run -> run.tally().missed > 0).count();
    }

    private static List<Run> run(int schedules, Function<Plan, Subject> subject, Consumer consumer) {
        return LongStream.range(SEED, SEED + schedules)
                .parallel()
                .mapToObj(Plan::of)
                .map(plan -> new Run(plan, new Schedule(plan, subject.apply(plan), consumer).run()))
                .toList();
    }

    private static Settings settings(Plan plan) {
        return new Settings(plan.overlap(), plan.pageSize());
    }
}
