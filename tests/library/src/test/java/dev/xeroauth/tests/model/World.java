package dev.xeroauth.tests.model;

import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.testkit.internal.rotation.TokenFamily;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything at one moment: the server's tokens, the record, the processes, and requests on their way. Time stands still but
 * for the moves that pass it.
 *
 * @param now the time
 * @param names how many nonces and revisions were made
 * @param families the server's tokens, by consent
 * @param stored the record
 * @param before what it was before the last write, if the store can still lose that
 * @param participants the processes
 * @param travelling requests whose clients have given up
 * @param left how often each fault may still strike
 */
record World(
        Instant now,
        int names,
        List<TokenFamily> families,
        OpenGrant stored,
        @Nullable OpenGrant before,
        List<Participant> participants,
        List<Request> travelling,
        Map<Fault, Integer> left) {

    static final Instant BEGINNING = Instant.parse("2026-11-21T10:00:00Z");

    /**
     * A request on its way.
     *
     * @param token what it presents
     * @param until when it arrives at the latest
     */
    record Request(String token, Instant until) {}

    int left(Fault fault) {
        return left.getOrDefault(fault, 0);
    }

    World spending(Fault fault) {
        Map<Fault, Integer> next = new EnumMap<>(left);
        next.merge(fault, -1, Integer::sum);
        return new World(now, names, families, stored, before, participants, travelling, next);
    }

    World at(Instant time) {
        return new World(time, names, families, stored, before, participants, travelling, left);
    }

    World named() {
        return new World(now, names + 1, families, stored, before, participants, travelling, left);
    }

    World with(int index, Participant participant) {
        List<Participant> next = new ArrayList<>(participants);
        next.set(index, participant);
        return new World(now, names, families, stored, before, next, travelling, left);
    }

    World storing(OpenGrant grant) {
        @Nullable OpenGrant canStillBeLost = left(Fault.STORE_FORGETS) > 0 ? stored : null;
        return new World(now, names, families, grant, canStillBeLost, participants, travelling, left);
    }

    World forgetting(OpenGrant older) {
        return new World(now, names, families, older, null, participants, travelling, left);
    }

    World issuing(List<TokenFamily> next) {
        return new World(now, names, next, stored, before, participants, travelling, left);
    }

    World sending(String token, Duration atMost) {
        List<Request> next = new ArrayList<>(travelling);
        next.add(new Request(token, now.plus(atMost)));
        next.sort(Comparator.comparing(Request::token).thenComparing(Request::until));
        return new World(now, names, families, stored, before, participants, next, left);
    }

    World without(Request request) {
        List<Request> next = new ArrayList<>(travelling);
        next.remove(request);
        return new World(now, names, families, stored, before, participants, next, left);
    }

    /** The same without faults, and with one process alone that has forgotten everything but needs another token. */
    World calm() {
        Participant alone =
                Participant.idle(Integer.MAX_VALUE, stored.record().access().token());
        return new World(now, names, families, stored, null, List.of(alone), List.of(), Map.of());
    }
}
