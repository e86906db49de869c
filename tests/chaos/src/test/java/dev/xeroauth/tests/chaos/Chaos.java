package dev.xeroauth.tests.chaos;

import dev.xeroauth.internal.engine.Waiting;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Four processes of a service and one with all moods of Xero, and what befalls the four. */
final class Chaos implements AutoCloseable {

    private static final int WORKERS = 4;
    private static final int SPEED = Integer.getInteger("chaos.speed", 18);
    /** Of {@code SIGKILL}s. */
    private static final Duration LEAST_BETWEEN = Duration.ofSeconds(3);

    private static final Duration MOST_BETWEEN = Duration.ofSeconds(8);
    /** A lease takes 1.7 seconds. A request that is held up for 6.7 may come later than any protocol can bear. */
    private static final Duration SHORTEST_STOP = Duration.ofSeconds(2);

    private static final Duration LONGEST_STOP = Duration.ofSeconds(6);

    private final Waiting waiting = Waiting.real();
    private final SplittableRandom random;
    private final Tally tally = new Tally();
    private final List<Line> ledgers = new CopyOnWriteArrayList<>();
    private final Child xero;
    private final Surroundings at;
    private final List<Child> workers = new CopyOnWriteArrayList<>();

    Chaos(String store, int grants, long seed) throws InterruptedException {
        random = new SplittableRandom(seed);
        FastTime time = new FastTime(System.currentTimeMillis(), SPEED);
        Surroundings alone = new Surroundings(store, time, grants, Map.of());
        xero = new Child(XeroProcess.class, alone.words(), this::heard);
        at = Surroundings.of(List.of(xero.awaitReady().split(" ")));
        for (int i = 0; i < WORKERS; i++) {
            workers.add(worker());
        }
        for (Child worker : workers) {
            worker.awaitReady();
        }
    }

    private Child worker() {
        List<String> words = new ArrayList<>(List.of(Long.toString(random.nextLong())));
        words.addAll(at.words());
        return new Child(WorkerProcess.class, words, this::heard);
    }

    private void heard(String line) {
        if (Line.is(line)) {
            ledgers.add(Line.read(line));
        } else {
            tally.count(line);
        }
    }

    /** Kills and stops processes for so long. */
    void rage(Duration duration) throws Exception {
        long end = System.nanoTime() + duration.toNanos();
        SplittableRandom stops = random.split();
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            Future<?> stopping = two.submit(again(end, () -> stopOne(stops)));
            Future<?> killing = two.submit(again(end, this::killOne));
            stopping.get();
            killing.get();
        } finally {
            two.shutdownNow();
        }
    }

    private static Callable<Object> again(long end, Callable<Object> task) {
        return () -> {
            while (System.nanoTime() - end < 0) {
                task.call();
            }
            return "over";
        };
    }

    private Object killOne() throws InterruptedException {
        waiting.pause(between(random, LEAST_BETWEEN, MOST_BETWEEN));
        int victim = random.nextInt(WORKERS);
        workers.get(victim).kill();
        tally.killed();
        return workers.set(victim, worker());
    }

    private Object stopOne(SplittableRandom chance) throws IOException, InterruptedException {
        Child victim = workers.get(chance.nextInt(WORKERS));
        victim.stop();
        tally.stopped();
        waiting.pause(between(chance, SHORTEST_STOP, LONGEST_STOP));
        victim.goOn();
        return victim;
    }

    private static Duration between(SplittableRandom random, Duration least, Duration most) {
        return Duration.ofMillis(random.nextLong(least.toMillis(), most.toMillis()));
    }

    /** Looks how all grants stand once nobody dies any more. */
    Aftermath settle() throws Exception {
        List<Standing> standings;
        try (Service service = new Service(at, (mood, event) -> tally.count("event " + mood + " " + event))) {
            standings = new Standings(service, at).await(waiting);
        }
        xero.tell("ledgers");
        xero.awaitReady();
        return new Aftermath(tally, standings, List.copyOf(ledgers));
    }

    @Override
    public void close() {
        for (Child worker : workers) {
            worker.close();
        }
        xero.close();
    }
}
