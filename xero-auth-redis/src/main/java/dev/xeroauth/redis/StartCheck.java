package dev.xeroauth.redis;

import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import java.util.List;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.exceptions.JedisException;

/** Looks at every node that keeps a bucket before the store is used. */
final class StartCheck {

    private static final String POLICY = "maxmemory_policy:";
    private static final String NO_EVICTION = "noeviction";

    private final Server server;

    StartCheck(Server server) {
        this.server = server;
    }

    void run(List<Bucket> buckets) {
        buckets.forEach(this::check);
    }

    private void check(Bucket bucket) {
        List<String> answer = tryOut(bucket);
        String refused = answer.get(0);
        if (refused.isEmpty()) {
            checkPolicy(answer.get(1));
        } else {
            refuse(refused, answer.get(1));
        }
    }

    private List<String> tryOut(Bucket bucket) {
        try {
            return server.tryOut("check the server", Script.START, bucket.keysToCheck(), BuilderFactory.STRING_LIST);
        } catch (StoreException e) {
            if (e.getCause() instanceof JedisException cause && Failures.isMissingRight(Failures.message(cause))) {
                throw new XeroConfigurationException(e.getMessage() + " It said: " + cause.getMessage());
            }
            throw e;
        }
    }

    private static void refuse(String command, String reason) {
        String message =
                "Redis refuses the command " + command + ", which RedisTokenStore needs: " + Failures.advice(reason);
        if (Failures.isMissingRight(reason)) {
            throw new XeroConfigurationException(message);
        }
        throw new StoreException(message, null);
    }

    /** Whether or not there is a limit yet: one may be set at any time, and then it is too late. */
    private static void checkPolicy(String info) {
        String policy = info.lines()
                .filter(line -> line.startsWith(POLICY))
                .map(line -> line.substring(POLICY.length()))
                .findFirst()
                .orElseThrow(() -> new XeroConfigurationException(
                        "Redis does not say what it does when its memory is full: INFO memory has no maxmemory_policy."
                                + " RedisTokenStore must not be used where grants may be evicted."));
        if (!policy.equals(NO_EVICTION)) {
            throw new XeroConfigurationException("Redis has the maxmemory-policy " + policy
                    + ", so that grants may be lost when its memory is full. Set maxmemory-policy to " + NO_EVICTION
                    + " on every node, or use a server that has it.");
        }
    }
}
