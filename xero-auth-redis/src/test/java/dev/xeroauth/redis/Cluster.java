package dev.xeroauth.redis;

import dev.xeroauth.tests.servers.RedisServers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import redis.clients.jedis.ConnectionPoolConfig;
import redis.clients.jedis.DefaultJedisClientConfig;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisClientConfig;
import redis.clients.jedis.RedisClusterClient;
import redis.clients.jedis.params.MigrateParams;
import redis.clients.jedis.util.JedisClusterCRC16;

/** A cluster of three masters that share the slots. */
final class Cluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final int SLOTS = 16_384;
    private static final int SIZE = 3;

    private final List<RedisServers> servers = new ArrayList<>();
    private final List<Jedis> nodes = new ArrayList<>();

    Cluster(Path directory) {
        for (int i = 0; i < SIZE; i++) {
            servers.add(RedisServers.start(
                    "cluster-enabled yes", "cluster-config-file node-" + i + ".conf", "dir " + directory));
            nodes.add(new Jedis(servers.get(i).url()));
        }
        for (int i = 0; i < SIZE; i++) {
            nodes.get(i).clusterSetConfigEpoch(i + 1);
            nodes.get(i)
                    .clusterAddSlots(IntStream.range(SLOTS * i / SIZE, SLOTS * (i + 1) / SIZE)
                            .toArray());
            nodes.get(0).clusterMeet(HOST, servers.get(i).port());
        }
        Eventually.isTrue(() -> nodes.stream().allMatch(Cluster::isWhole));
    }

    RedisClusterClient connect() {
        return connect(DefaultJedisClientConfig.builder().build());
    }

    RedisClusterClient connect(JedisClientConfig config) {
        // A connection that the pool closes after a redirect, because it has enough, looks as if it had broken.
        ConnectionPoolConfig enough = new ConnectionPoolConfig();
        enough.setMaxTotal(30);
        enough.setMaxIdle(30);
        return RedisClusterClient.builder()
                .nodes(addresses())
                .clientConfig(config)
                .poolConfig(enough)
                .maxTotalRetriesDuration(Duration.ofSeconds(10))
                .build();
    }

    void flush() {
        nodes.forEach(Jedis::flushAll);
    }

    List<Jedis> nodes() {
        return nodes;
    }

    Jedis nodeOf(String key) {
        String owner = nodes.get(0).clusterNodes().lines().toList().stream()
                .filter(line -> owns(line, JedisClusterCRC16.getSlot(key)))
                .findFirst()
                .orElseThrow()
                .split(" ", -1)[0];
        return nodes.stream()
                .filter(node -> node.clusterMyId().equals(owner))
                .findFirst()
                .orElseThrow();
    }

    Jedis anotherThan(Jedis node) {
        return nodes.get((nodes.indexOf(node) + 1) % SIZE);
    }

    /** Begins to move the slot of a key: the old owner sends on for what it does not have any more. */
    void beginToMove(String key, Jedis from, Jedis to) {
        int slot = JedisClusterCRC16.getSlot(key);
        to.clusterSetSlotImporting(slot, from.clusterMyId());
        from.clusterSetSlotMigrating(slot, to.clusterMyId());
        String[] keys = from.clusterGetKeysInSlot(slot, 100).toArray(String[]::new);
        if (keys.length > 0) {
            from.migrate(HOST, servers.get(nodes.indexOf(to)).port(), 5000, MigrateParams.migrateParams(), keys);
        }
    }

    /** From now on all nodes say who has the slot. */
    void finishMoving(String key, Jedis to) {
        int slot = JedisClusterCRC16.getSlot(key);
        to.clusterSetSlotNode(slot, to.clusterMyId());
        nodes.forEach(node -> node.clusterSetSlotNode(slot, to.clusterMyId()));
    }

    private Set<HostAndPort> addresses() {
        return servers.stream()
                .map(server -> new HostAndPort(HOST, server.port()))
                .collect(Collectors.toSet());
    }

    private static boolean isWhole(Jedis node) {
        String info = node.clusterInfo();
        return info.contains("cluster_state:ok") && info.contains("cluster_size:" + SIZE);
    }

    private static boolean owns(String line, int slot) {
        String[] parts = line.split(" ", -1);
        for (int i = 8; i < parts.length; i++) {
            String[] range = parts[i].split("-", -1);
            if (!parts[i].startsWith("[")
                    && Integer.parseInt(range[0]) <= slot
                    && slot <= Integer.parseInt(range[range.length - 1])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() {
        nodes.forEach(Jedis::close);
        servers.forEach(RedisServers::close);
    }
}
