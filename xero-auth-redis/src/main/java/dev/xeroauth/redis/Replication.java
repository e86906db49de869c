package dev.xeroauth.redis;

import dev.xeroauth.GrantId;
import dev.xeroauth.XeroConfigurationException;
import java.time.Duration;
import java.util.function.Consumer;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.Connection;

/**
 * How many replicas have to confirm a write, and who is told if they do not.
 *
 * @param replicas how many; 0: none
 * @param millis how long to wait for them
 * @param listener who is told
 */
record Replication(int replicas, int millis, Consumer<? super WriteNotReplicated> listener) {

    static final Replication NONE = new Replication(0, 1, event -> {});

    private static final System.Logger LOG = System.getLogger(Replication.class.getName());
    private static final Duration LONGEST = Duration.ofSeconds(30);

    static Replication of(int replicas, Duration timeout, Consumer<? super WriteNotReplicated> listener) {
        if (replicas < 1 || timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(LONGEST) > 0) {
            throw new XeroConfigurationException(
                    "waitFor(...) of a RedisTokenStore takes one replica or more, and 1 ms to 30 s");
        }
        return new Replication(replicas, (int) timeout.toMillis(), listener);
    }

    boolean isWanted() {
        return replicas > 0;
    }

    /** Waits on the connection that wrote, because Redis counts for what this connection has written. */
    int confirm(Connection connection) {
        int usual = connection.getSoTimeout();
        connection.setSoTimeout(usual == 0 ? 0 : usual + millis);
        try {
            Object confirmed = connection.executeCommand(
                    new CommandArguments(Command.WAIT).add(replicas).add(millis));
            return ((Long) confirmed).intValue();
        } finally {
            connection.setSoTimeout(usual);
        }
    }

    /** Waits for nobody, which comes back at once. */
    void tryOut(Connection connection) {
        connection.executeCommand(new CommandArguments(Command.WAIT).add(0).add(millis));
    }

    @SuppressWarnings("CatchingUnchecked") // whatever the application's listener throws, the write has been done
    void report(GrantId id, int confirmed) {
        if (confirmed >= replicas) {
            return;
        }
        try {
            listener.accept(new WriteNotReplicated(id, confirmed, replicas));
        } catch (RuntimeException e) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "A listener of RedisTokenStore threw " + e.getClass().getName());
        }
    }
}
