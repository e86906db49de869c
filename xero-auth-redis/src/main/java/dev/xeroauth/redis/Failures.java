package dev.xeroauth.redis;

import dev.xeroauth.GrantId;
import dev.xeroauth.StoreException;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisException;

/** Turns what the client throws into our own exceptions, with advice. */
final class Failures {

    /** By what the server's answer contains, the code at its beginning or its words inside a script. */
    private static final Map<String, String> ADVICE = Map.of(
            "OOM ", "the server's memory is full, and it may not forget anything. Give it more.",
            "READONLY", "this server is a replica; after a failover the client has to find the new master. Retry.",
            "WRONGTYPE",
                    "a key under the store's prefix is of another type. Give the store a prefix that nothing else uses;"
                            + " see prefix(...).",
            "GARBLED",
                    "a record or its index holds what this version of RedisTokenStore cannot have written."
                            + " Nothing was changed; an operator has to look at it.",
            "TRYAGAIN", "the cluster is moving the grant's slot to another node. Nothing was written; retry.",
            "WRONGPASS", "the server does not accept the client's user name and password.",
            "NOAUTH", "the server wants a user name and a password; give them to the client.",
            "CLUSTERDOWN", "the cluster has lost a part of its slots. Retry; if it stays so, an operator mends it.");

    private static final String MISSING_RIGHT =
            "this Redis user lacks a right. RedisTokenStore lists the commands and keys that it needs.";

    private Failures() {}

    static StoreException garbled(GrantId id) {
        return new StoreException(
                "Could not read grant " + id + ": " + Objects.requireNonNull(ADVICE.get("GARBLED")), null);
    }

    static StoreException toStoreException(String task, JedisException e) {
        return new StoreException("Could not " + task + ": " + advice(e), quotesArguments(e) ? null : e);
    }

    static boolean isMissingRight(String answer) {
        return Stream.of("NOPERM", "can't run this command", "can't access", "ACL failure")
                .anyMatch(answer::contains);
    }

    static String advice(String answer) {
        if (isMissingRight(answer)) {
            return MISSING_RIGHT;
        }
        return ADVICE.entrySet().stream()
                .filter(each -> answer.contains(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("the server reported an error. Retry; if it stays so, an operator mends the server.");
    }

    private static String advice(JedisException e) {
        if (e.getCause() instanceof NoSuchElementException) {
            return "the client's pool gave no connection. Make it larger, or look for what keeps its connections.";
        }
        if (e instanceof JedisConnectionException) {
            return "the server could not be reached, or the connection broke. Retry; if it stays so, an operator looks"
                    + " whether it is up.";
        }
        return advice(message(e));
    }

    /** The server shows the first arguments of a command that it does not know. */
    private static boolean quotesArguments(JedisException e) {
        return message(e).contains("with args beginning");
    }

    static String message(@Nullable Throwable e) {
        return e == null ? "" : Objects.requireNonNullElse(e.getMessage(), "");
    }
}
