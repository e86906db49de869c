package dev.xeroauth.tests.chaos;

import dev.xeroauth.GrantId;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroException;
import dev.xeroauth.testkit.Mood;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A process of the service, in which a few callers ask for the tokens of all grants until it is killed. */
final class WorkerProcess {

    private static final int CALLERS = 3;
    private static final int ASKS_FOR_ONE_CALL = 40;
    private static final long PAUSE_MILLIS = 20;

    private WorkerProcess() {}

    public static void main(String[] args) throws Exception {
        Surroundings at = Surroundings.of(List.of(args).subList(1, args.length));
        SplittableRandom random = new SplittableRandom(Long.parseLong(args[0]));
        Service service = new Service(at, (mood, event) -> System.out.println("event " + mood + " " + event));
        System.out.println(Child.READY);
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < CALLERS; i++) {
            SplittableRandom chance = random.split();
            callers.add(new Thread(() -> call(service, at, chance)));
        }
        callers.forEach(Thread::start);
    }

    private static void call(Service service, Surroundings at, SplittableRandom random) {
        while (true) {
            Mood mood = Moods.WITH_A_WINDOW.get(random.nextInt(Moods.WITH_A_WINDOW.size()));
            List<GrantId> grants = Moods.grants(mood, at.grants());
            ask(service.auth(mood), grants.get(random.nextInt(grants.size())), random.nextInt(ASKS_FOR_ONE_CALL) == 0);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextLong(PAUSE_MILLIS)));
        }
    }

    private static void ask(XeroAuth auth, GrantId grant, boolean andCall) {
        try {
            if (andCall) {
                auth.refreshConnections(grant);
            } else {
                auth.accessToken(grant);
            }
        } catch (XeroException e) {
            System.out.println("failed " + grant + " " + e.getClass().getSimpleName());
        }
    }
}
