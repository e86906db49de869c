package dev.xeroauth.testkit;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** What a {@link FakeXero} was asked and what came of it, without any token: the judge of a test. Thread-safe. */
public final class Ledger {

    /**
     * One request.
     *
     * @param at when, by the fake's clock
     * @param endpoint which part was asked
     * @param what method and path, or the kind of grant at the token endpoint ({@code refresh_token})
     * @param status what the work came to: 200, 400 and so on; 0: a fault kept it from being done
     */
    public record Entry(Instant at, Endpoint endpoint, String what, int status) {}

    /**
     * One presentation of a refresh token. Tokens are told apart by numbers: a consent's own token is its number 0.
     *
     * @param at when, by the fake's clock
     * @param consent which consent the token came of, from 0; -1: it was never issued to this app
     * @param presented the number of the token
     * @param issued the number of the token that was handed out for it; -1: it was refused
     */
    public record Presentation(Instant at, int consent, int presented, int issued) {}

    private final List<Presentation> presentations = new CopyOnWriteArrayList<>();
    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    Ledger() {}

    void note(Entry entry) {
        entries.add(entry);
    }

    /**
     * Every request.
     *
     * @return in the order in which they were worked on
     */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    void note(Presentation presentation) {
        presentations.add(presentation);
    }

    /**
     * Every presentation of a refresh token that Xero has worked on, answered or not.
     *
     * @return in the order in which Xero worked on them
     */
    public List<Presentation> presentations() {
        return List.copyOf(presentations);
    }

    /**
     * How often a part was asked.
     *
     * @param endpoint which part
     * @return the number of requests, answered or not
     */
    public int requests(Endpoint endpoint) {
        return count(entry -> entry.endpoint() == endpoint);
    }

    /**
     * How often a refresh token was presented.
     *
     * @return the number of requests that reached the token endpoint
     */
    public int refreshes() {
        return count(entry -> entry.what().equals("refresh_token"));
    }

    /**
     * How often a refresh token was refused.
     *
     * @return the number of refreshes that were answered with an error
     */
    public int refusedRefreshes() {
        return count(entry -> entry.what().equals("refresh_token") && entry.status() == 400);
    }

    private int count(Predicate<Entry> which) {
        return Math.toIntExact(entries.stream().filter(which).count());
    }
}
