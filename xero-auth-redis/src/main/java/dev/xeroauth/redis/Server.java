package dev.xeroauth.redis;

import dev.xeroauth.StoreException;
import java.util.List;
import redis.clients.jedis.Builder;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.CommandObject;
import redis.clients.jedis.UnifiedJedis;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisNoScriptException;

/** Sends commands through the application's client, which knows the way to the right node. */
final class Server {

    private final UnifiedJedis client;
    private final Replication replication;

    Server(UnifiedJedis client, Replication replication) {
        this.client = client;
        this.replication = replication;
    }

    /**
     * What a script that writes has answered.
     *
     * @param done whether it wrote
     * @param confirmed how many replicas have it, if that was asked for
     */
    record Written(boolean done, int confirmed) {}

    <T> T read(String task, CommandArguments command, Builder<T> answer) {
        try {
            return client.executeCommand(new CommandObject<>(command, answer));
        } catch (JedisException e) {
            throw Failures.toStoreException(task, e);
        }
    }

    <T> T run(String task, Script script, List<String> keys, Builder<T> answer) {
        return run(task, script, new Call<>(keys, List.of(), answer, new Sending()));
    }

    /** Runs a script whose answer counts for nothing unless the server also lets us wait for replicas, where that is wanted. */
    <T> T tryOut(String task, Script script, List<String> keys, Builder<T> answer) {
        Sending sending = new Sending();
        Builder<T> andWait = new Builder<>() {
            @Override
            public T build(Object data) {
                if (replication.isWanted()) {
                    replication.tryOut(sending.connection());
                }
                return answer.build(data);
            }
        };
        return run(task, script, new Call<>(keys, List.of(), andWait, sending));
    }

    /** "Not done" is believed only if no earlier sending of the same call may have done it. */
    Written write(String task, Script script, List<String> keys, List<byte[]> arguments) {
        Sending sending = new Sending();
        Written written = run(task, script, new Call<>(keys, arguments, whenConfirmed(sending), sending));
        if (!written.done() && sending.answerLost()) {
            throw new StoreException(
                    "Could not " + task + ": the connection broke, and when the client sent it again the record had"
                            + " changed. Whether the first one was carried out is not known; repeat the call.",
                    null);
        }
        return written;
    }

    private <T> T run(String task, Script script, Call<T> call) {
        try {
            try {
                return client.executeCommand(call.command(script.byName(call.keys, call.arguments)));
            } catch (JedisNoScriptException e) {
                return client.executeCommand(call.command(script.inFull(call.keys, call.arguments)));
            }
        } catch (JedisException e) {
            throw Failures.toStoreException(task, e);
        }
    }

    /** Runs while the connection is still ours. */
    private Builder<Written> whenConfirmed(Sending sending) {
        return new Builder<>() {
            @Override
            public Written build(Object answer) {
                boolean done = BuilderFactory.LONG.build(answer) == 1;
                return new Written(
                        done, done && replication.isWanted() ? replication.confirm(sending.connection()) : 0);
            }
        };
    }

    /** What is sent by name first, and in full if the server does not know it. */
    private record Call<T>(List<String> keys, List<byte[]> arguments, Builder<T> answer, Sending sending) {

        CommandObject<T> command(CommandArguments command) {
            return new CommandObject<>(command, answer).withPreProcessHook(sending::over);
        }
    }
}
