package dev.xeroauth.redis;

import static dev.xeroauth.redis.GrantHash.utf8;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.xeroauth.StoreException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import redis.clients.jedis.BuilderFactory;
import redis.clients.jedis.CommandArguments;

/** Reads one page of an index that is cut into buckets, in the order of the bytes of its entries. */
final class Pages {

    static final String FROM_THE_START = "-";
    static final String TO_THE_END = "+";

    private final Server server;
    private final List<Bucket> buckets;

    Pages(Server server, List<Bucket> buckets) {
        this.server = server;
        this.buckets = buckets;
    }

    /**
     * An index over all buckets.
     *
     * @param task what it is read for
     * @param key the sorted set of one bucket
     * @param read makes something of an entry
     * @param write the entry of something
     */
    record Index<T extends Comparable<? super T>>(
            String task, Function<Bucket, String> key, Function<String, T> read, Function<T, String> write) {}

    static String behind(String entry) {
        return "(" + entry;
    }

    /** Once the page is full a bucket is only asked for what comes before its last entry. */
    <T extends Comparable<? super T>> List<T> page(Index<T> index, String from, String to, int limit) {
        List<T> page = List.of();
        for (Bucket bucket : buckets) {
            String end = page.size() < limit ? to : behind(index.write.apply(page.get(limit - 1)));
            List<byte[]> entries = server.read(
                    index.task,
                    new CommandArguments(Command.ZRANGEBYLEX)
                            .key(index.key.apply(bucket))
                            .add(utf8(from))
                            .add(utf8(end))
                            .add("LIMIT")
                            .add(0)
                            .add(limit),
                    BuilderFactory.BINARY_LIST);
            page = Stream.concat(page.stream(), entries.stream().map(entry -> read(index, entry)))
                    .sorted()
                    .limit(limit)
                    .toList();
        }
        return page;
    }

    private static <T extends Comparable<? super T>> T read(Index<T> index, byte[] entry) {
        try {
            return index.read.apply(new String(entry, UTF_8));
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            // Its message may quote what is stored.
            throw new StoreException("Could not " + index.task + ": " + Failures.advice("GARBLED"), null);
        }
    }
}
