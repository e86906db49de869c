package dev.xeroauth.redis;

import org.jspecify.annotations.Nullable;
import redis.clients.jedis.Connection;

/**
 * Over which connections one call was sent. A client may send a command again by itself after a connection broke, and a
 * cluster's does after a redirect. Belongs to one thread.
 */
final class Sending {

    private @Nullable Connection connection;
    private boolean answerLost;

    /** Called before each time that the command is sent. */
    void over(Connection next) {
        answerLost |= connection != null && connection.isBroken();
        connection = next;
    }

    /** The connection that the answer came over. */
    Connection connection() {
        if (connection == null) {
            throw new IllegalStateException("Nothing was sent");
        }
        return connection;
    }

    /** Whether an earlier sending may have been carried out although its answer did not come. */
    boolean answerLost() {
        return answerLost;
    }
}
