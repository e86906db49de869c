package dev.xeroauth.redis;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import redis.clients.jedis.CommandArguments;

/** The scripts beside this class. Redis runs each as a whole, or not at all, with nothing in between. */
enum Script {
    CLOCK("clock.lua"),
    DELETE("delete.lua"),
    REPLACE("replace.lua"),
    START("start.lua");

    private final String source;
    private final String sha;

    Script(String file) {
        this.source = read(file);
        this.sha = sha1(source);
    }

    /** By its name in the server's script cache, which a restart or a failover empties. */
    CommandArguments byName(List<String> keys, List<byte[]> arguments) {
        return command(Command.EVALSHA, sha, keys, arguments);
    }

    /** In full; the server remembers it. */
    CommandArguments inFull(List<String> keys, List<byte[]> arguments) {
        return command(Command.EVAL, source, keys, arguments);
    }

    private static CommandArguments command(Command command, String what, List<String> keys, List<byte[]> arguments) {
        CommandArguments result =
                new CommandArguments(command).add(what).add(keys.size()).keys(keys);
        arguments.forEach(result::add);
        return result;
    }

    private static String read(String file) {
        try (InputStream resource = Objects.requireNonNull(Script.class.getResourceAsStream(file), file)) {
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String source) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(source.getBytes(StandardCharsets.US_ASCII));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-1", e);
        }
    }
}
