package dev.xeroauth.redis;

import dev.xeroauth.GrantId;
import dev.xeroauth.XeroConfigurationException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/** Which bucket a grant belongs to. The number of buckets is part of what is stored, so it is no setting. */
final class Buckets {

    static final String DEFAULT_PREFIX = "xero:grant";

    private static final int COUNT = 16;
    /** Nothing that means something in a hash tag, in a pattern for keys, or in an ACL rule. */
    private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.:-]{1,100}");

    private final List<Bucket> all;

    Buckets(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new XeroConfigurationException(
                    "The prefix of a RedisTokenStore is 1 to 100 ASCII letters, digits, '_', '.', ':' and '-'");
        }
        this.all = IntStream.range(0, COUNT)
                .mapToObj(number -> new Bucket(prefix + ":{" + number / 10 + number % 10 + "}:"))
                .toList();
    }

    List<Bucket> all() {
        return all;
    }

    /** CRC-32 of the id's UTF-8, modulo 16. */
    Bucket of(GrantId id) {
        CRC32 crc = new CRC32();
        crc.update(id.value().getBytes(StandardCharsets.UTF_8));
        return all.get((int) (crc.getValue() % COUNT));
    }
}
