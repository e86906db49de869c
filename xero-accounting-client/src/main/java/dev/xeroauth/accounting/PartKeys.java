package dev.xeroauth.accounting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The idempotency keys of a batch's requests: new ones, or the caller's for the first, and for the others keys that follow from
 * it. They end in a hash, so that nobody gives one for another write by numbering keys in turn, and are the same for the same
 * key.
 */
final class PartKeys {

    private static final int HASH_BYTES = 8;

    private final ApiCalls calls;
    private int part;

    PartKeys(ApiCalls calls) {
        this.calls = calls;
    }

    /** The calls with the next key in their options. */
    ApiCalls next() {
        part++;
        String base = calls.newIdempotencyKey();
        boolean given = calls.options().idempotencyKey().isPresent();
        String key = given && part > 1 ? ofPart(base, part) : base;
        return calls.with(RequestOptions.builder().idempotencyKey(key).build());
    }

    /** As much of the given key as there is room for, to be recognised; the hash is of all of it. */
    private static String ofPart(String given, int part) {
        String end = "-" + part + "-" + hash(part + " " + given);
        return given.substring(0, Math.min(given.length(), Settable.LONGEST_KEY - end.length())) + end;
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
