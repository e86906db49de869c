package dev.xeroauth.tests.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import redis.embedded.RedisInstance;
import redis.embedded.RedisSentinel;
import redis.embedded.RedisServer;
import redis.embedded.core.RedisServerBuilder;

/** Redis servers of this machine's own, on ports that were free, without files. They stop when they are closed. */
public final class RedisServers implements AutoCloseable {

    /** What the library brings. */
    public static final String VERSION = "Redis-6.2-embedded";

    private static final String HOST = "127.0.0.1";
    private static final int TRIES = 5;

    private final RedisInstance instance;
    private final int port;

    private RedisServers(RedisInstance instance, int port) {
        this.instance = instance;
        this.port = port;
    }

    /** Makes an instance for a port. */
    @FunctionalInterface
    private interface Maker {
        RedisInstance on(int port) throws IOException;
    }

    /**
     * One server that keeps nothing on disk.
     *
     * @param settings lines of its configuration, such as {@code maxmemory 10mb}
     * @return the server, which has started
     */
    public static RedisServers start(String... settings) {
        return start(port -> server(port, settings).build());
    }

    /**
     * A replica.
     *
     * @param master of this one
     * @return the server, which has started and may not have caught up
     */
    public static RedisServers startReplicaOf(RedisServers master) {
        return start(port -> server(port).slaveOf(HOST, master.port).build());
    }

    /**
     * A sentinel that alone decides about a failover.
     *
     * @param master what it watches
     * @param name what it calls that
     * @return the sentinel, which has started
     */
    public static RedisServers startSentinelOf(RedisServers master, String name) {
        return start(port -> sentinel(master, name, port));
    }

    /**
     * Where it listens.
     *
     * @return the port on 127.0.0.1
     */
    public int port() {
        return port;
    }

    /**
     * Where it listens, for a client.
     *
     * @return a URL
     */
    public String url() {
        return "redis://" + HOST + ":" + port;
    }

    @Override
    public void close() {
        try {
            instance.stop();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static RedisServerBuilder server(int port, String... settings) throws IOException {
        RedisServerBuilder builder = RedisServer.newRedisServer()
                .port(port)
                .bind(HOST)
                .onShutdownForceStop(true)
                .setting("save \"\"")
                .setting("repl-diskless-sync yes")
                .setting("repl-diskless-sync-delay 0")
                .setting("repl-diskless-load on-empty-db");
        for (String setting : settings) {
            builder.setting(setting);
        }
        return builder;
    }

    private static RedisInstance sentinel(RedisServers master, String name, int port) {
        return RedisSentinel.newRedisSentinel()
                .port(port)
                .bind(HOST)
                .masterName(name)
                .masterPort(master.port)
                .quorumSize(1)
                .downAfterMilliseconds(500)
                .failOverTimeout(5000)
                .onShutdownForceStop(true)
                .build();
    }

    /** A port that was free a moment ago may be taken by now. */
    private static RedisServers start(Maker maker) {
        for (int tries = 1; ; tries++) {
            try {
                int port = freePort();
                RedisInstance instance = maker.on(port);
                instance.start();
                return new RedisServers(instance, port);
            } catch (IOException e) {
                if (tries == TRIES) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** A cluster's nodes also listen 10,000 ports higher. */
    private static int freePort() throws IOException {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                if (socket.getLocalPort() < 55_000) {
                    return socket.getLocalPort();
                }
            }
        }
    }
}
