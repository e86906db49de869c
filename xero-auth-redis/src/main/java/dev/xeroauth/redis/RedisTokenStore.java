package dev.xeroauth.redis;

import static dev.xeroauth.redis.GrantHash.utf8;

import dev.xeroauth.GrantId;
import dev.xeroauth.StoreException;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.spi.Due;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;
import redis.clients.jedis.MultiDbClient;
import redis.clients.jedis.UnifiedJedis;

/**
 * A token store on Redis 6.2 or newer, or on Valkey, shared by every process that reaches it: one server, a master that
 * sentinels watch, or a cluster.
 *
 * <p>The application makes the client, passes it, and closes it: a {@code RedisClient}, a {@code RedisSentinelClient} or a {@code
 * RedisClusterClient}. How long a call may block is for the client's timeouts and its pool to say; listing and looking for
 * what is due are 16 commands each.
 *
 * <p>Every node needs {@code maxmemory-policy noeviction}, and persistence, because Redis holds the only copy of the tokens. The
 * first is checked when the store is made, on every master; the second is for the operator: see {@code docs/redis.md}.
 *
 * <p>The Redis user needs these rights, with the store's prefix for {@code xero:grant}; {@code +wait} only with {@link
 * Builder#waitFor}, {@code +cluster|slots +asking} only in a cluster:
 *
 * <pre>{@code
 * ACL SETUSER xero on >password resetkeys ~xero:grant:* resetchannels -@all
 *     +eval +evalsha +hgetall +hmget +hset +exists +del +zadd +zrem +zcard +zrangebylex +time +info +wait
 *     +hello +ping +client|setinfo +client|setname +cluster|slots +asking
 * }</pre>
 *
 * <p>Safe for use by any number of threads. Each method throws {@link StoreException} if the server cannot be reached or
 * refuses the command; on a failed write the outcome is unknown. No message shows what is stored.
 */
public final class RedisTokenStore implements TokenStore {

    private static final Pages.Index<GrantId> IDS =
            new Pages.Index<>("list grants", Bucket::ids, GrantId::of, GrantId::value);

    private final String prefix;
    private final Server server;
    private final Buckets buckets;
    private final Replication replication;
    private final Pages pages;

    private RedisTokenStore(String prefix, Server server, Buckets buckets, Replication replication) {
        this.prefix = prefix;
        this.server = server;
        this.buckets = buckets;
        this.replication = replication;
        this.pages = new Pages(server, buckets.all());
    }

    /**
     * Keeps grants under keys that begin with {@code xero:grant:}. Blocks while it checks the server, as {@link Builder#build} says.
     *
     * @param client the application's client; it stays the application's to close
     * @return the store
     * @throws StoreException if the server cannot be reached
     * @throws XeroConfigurationException if the server may evict grants, the user lacks a right, or the client is a {@code
     *     MultiDbClient}
     */
    public static RedisTokenStore of(UnifiedJedis client) {
        return builder(client).build();
    }

    /**
     * For settings other than the usual ones.
     *
     * @param client the application's client; it stays the application's to close
     * @return a builder
     */
    public static Builder builder(UnifiedJedis client) {
        return new Builder(client);
    }

    @Override
    public Optional<StoredGrant> find(GrantId id) {
        CommandArguments command =
                new CommandArguments(Command.HGETALL).key(buckets.of(id).record(id));
        return GrantHash.read(id, server.read("read grant " + id, command, BuilderFactory.BINARY_MAP));
    }

    @Override
    public boolean replace(StoredGrant next, Revision expected) {
        return write("write grant " + next.id(), Script.REPLACE, next.id(), GrantHash.arguments(next, expected));
    }

    @Override
    public boolean delete(GrantId id, Revision expected) {
        return write("delete grant " + id, Script.DELETE, id, List.of(utf8(expected.value()), utf8(id.value())));
    }

    private boolean write(String task, Script script, GrantId id, List<byte[]> arguments) {
        Server.Written written = server.write(task, script, buckets.of(id).keys(id), arguments);
        if (written.done()) {
            replication.report(id, written.confirmed());
        }
        return written.done();
    }

    @Override
    public List<Due> findDue(Lane lane, Instant now, @Nullable Due after, int limit) {
        Pages.Index<Due> index =
                new Pages.Index<>("look for due grants", bucket -> bucket.due(lane), DueEntry::read, DueEntry::of);
        String from = after == null ? Pages.FROM_THE_START : Pages.behind(DueEntry.of(after));
        return pages.page(index, from, DueEntry.upTo(now), limit);
    }

    @Override
    public List<GrantId> list(@Nullable GrantId after, int limit) {
        String from = after == null ? Pages.FROM_THE_START : Pages.behind(after.value());
        return pages.page(IDS, from, Pages.TO_THE_END, limit);
    }

    /**
     * The server's clock; in a cluster that of the master that keeps the first bucket, so that all processes ask the same one.
     *
     * @return a source that asks the server at every call, and throws {@link StoreException} if it cannot
     */
    @Override
    public Optional<InstantSource> serverClock() {
        return Optional.of(this::serverTime);
    }

    private Instant serverTime() {
        List<String> time = server.run(
                "read the server's clock",
                Script.CLOCK,
                List.of(buckets.all().get(0).check()),
                BuilderFactory.STRING_LIST);
        long micros = Long.parseLong(time.get(1));
        return Instant.ofEpochSecond(
                Long.parseLong(time.get(0)), Duration.ofNanos(micros * 1000).toNanos());
    }

    /** The keys by their prefix. Nothing of the client, which may know a password. */
    @Override
    public String description() {
        return "Redis keys " + prefix + ":*";
    }

    /** Settings of a {@link RedisTokenStore}. Not safe for use by several threads. */
    public static final class Builder {

        private final UnifiedJedis client;
        private String prefix = Buckets.DEFAULT_PREFIX;
        private Replication replication = Replication.NONE;

        private Builder(UnifiedJedis client) {
            this.client = client;
        }

        /**
         * What all keys begin with; {@code xero:grant} unless set. Two stores of one prefix on one server are the same.
         *
         * @param prefix 1 to 100 ASCII letters, digits, {@code '_'}, {@code '.'}, {@code ':'} and {@code '-'}; a colon is put
         *     behind it
         * @return this builder
         */
        public Builder prefix(String prefix) {
            this.prefix = prefix;
            return this;
        }

        /**
         * Lets every write wait until so many replicas have it; unless set, no write waits. A write that they do not confirm in
         * time stands all the same, and the listener is told.
         *
         * @param replicas how many, 1 or more
         * @param timeout how long to wait for them, 1 ms to 30 s
         * @param listener takes a {@link WriteNotReplicated}, so that the one given to {@code XeroAuth} fits; called on the thread
         *     that writes, which it should not hold up. One that throws harms nothing
         * @return this builder
         * @throws XeroConfigurationException if a number or a duration is out of these limits
         */
        public Builder waitFor(int replicas, Duration timeout, Consumer<? super XeroEvent> listener) {
            this.replication = Replication.of(replicas, timeout, listener);
            return this;
        }

        /**
         * Makes the store. On every master that will keep grants it first tries the commands that the store needs, on a key of
         * its own that is gone afterwards, and looks at the {@code maxmemory-policy}.
         *
         * @return the store
         * @throws StoreException if the server cannot be reached, cannot be written to, or has keys of other types under the
         *     prefix
         * @throws XeroConfigurationException if the server may evict grants, the user lacks a right, the prefix is not
         *     allowed, or the client is a {@code MultiDbClient}, whose servers do not keep the same records
         */
        public RedisTokenStore build() {
            if (client instanceof MultiDbClient) {
                throw new XeroConfigurationException("A RedisTokenStore cannot use a MultiDbClient: its servers do not"
                        + " agree on what is written. Pass the client of one server, of sentinels or of a cluster.");
            }
            Buckets buckets = new Buckets(prefix);
            Server server = new Server(client, replication);
            new StartCheck(server).run(buckets.all());
            return new RedisTokenStore(prefix, server, buckets, replication);
        }
    }
}
