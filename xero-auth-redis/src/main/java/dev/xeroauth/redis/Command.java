package dev.xeroauth.redis;

import java.nio.charset.StandardCharsets;
import redis.clients.jedis.commands.ProtocolCommand;

/**
 * The commands that are sent. They are not the client's own constants, because it may answer those from a cache in this
 * process, which can be behind.
 */
enum Command implements ProtocolCommand {
    EVAL,
    EVALSHA,
    HGETALL,
    WAIT,
    ZRANGEBYLEX;

    @Override
    public byte[] getRaw() {
        return name().getBytes(StandardCharsets.US_ASCII);
    }
}
