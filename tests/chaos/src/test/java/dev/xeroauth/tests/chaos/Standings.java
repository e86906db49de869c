package dev.xeroauth.tests.chaos;

import dev.xeroauth.AccessToken;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroException;
import dev.xeroauth.internal.engine.Waiting;
import dev.xeroauth.testkit.Mood;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Asks for all grants until all are well, or for as long as the protocol may need to get over its last doubt. */
final class Standings {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    /** Who waits longer finds out in the next round. */
    private static final Duration AT_MOST = Duration.ofSeconds(1);

    /** More than Xero's window: what is not well by then stays so. */
    private static final int ROUNDS = 24;

    private final Service service;
    private final Surroundings at;
    /** The first token of each grant since: it may be as old as that. */
    private final Map<GrantId, AccessToken> firsts = new HashMap<>();

    Standings(Service service, Surroundings at) {
        this.service = service;
        this.at = at;
    }

    List<Standing> await(Waiting waiting) throws InterruptedException {
        List<Standing> standings = all();
        for (int i = 0; i < ROUNDS && !standings.stream().allMatch(Standing::alive); i++) {
            waiting.pause(PAUSE);
            standings = all();
            System.out.println("chaos-settling: "
                    + standings.stream()
                            .collect(Collectors.groupingBy(
                                    each -> each.status() + (each.alive() ? " alive" : " not yet"),
                                    TreeMap::new,
                                    Collectors.counting())));
        }
        return standings;
    }

    private List<Standing> all() {
        List<Standing> standings = new ArrayList<>();
        for (Mood mood : Moods.WITH_A_WINDOW) {
            List<GrantId> grants = Moods.grants(mood, at.grants());
            for (int i = 0; i < grants.size(); i++) {
                standings.add(standing(mood, grants.get(i), i));
            }
        }
        return standings;
    }

    private Standing standing(Mood mood, GrantId grant, int place) {
        XeroAuth auth = service.auth(mood);
        boolean alive = false;
        try {
            AccessToken token = auth.accessToken(grant, AT_MOST);
            AccessToken first = firsts.putIfAbsent(grant, token);
            alive = first != null
                    && !first.equals(token)
                    && !auth.refreshConnections(grant).isEmpty();
        } catch (XeroException e) {
            // Not yet.
        }
        GrantStatus status = auth.describe(grant).status();
        return new Standing(mood, grant, place, status, alive && status == GrantStatus.CONNECTED);
    }
}
