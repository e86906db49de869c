package dev.xeroauth.testkit.internal.http;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import okio.ByteString;

/** The answers to writes that came with a key, as long as they are remembered. One write with a key at a time. Thread-safe. */
final class Idempotency {

    private static final Duration REMEMBERED = Duration.ofMinutes(6);
    private static final int LONGEST = 128;

    private record Key(UUID tenantId, String clientId, String text) {}

    private record Remembered(ByteString request, Answer answer, Instant until) {}

    private final Map<Key, Remembered> answers = new HashMap<>();
    private final ReentrantLock lock = new ReentrantLock();

    /** The answer from before, if this is the same request again. */
    Answer once(Call call, Supplier<Answer> work) {
        String text = call.header("Idempotency-Key");
        if (text.isEmpty()) {
            return work.get();
        }
        if (text.length() > LONGEST) {
            return Problems.badRequest("The Idempotency-Key is longer than " + LONGEST + " characters");
        }
        Instant now = call.organisation().now();
        Key key = new Key(call.organisation().tenantId().value(), call.clientId(), text);
        lock.lock();
        try {
            answers.values().removeIf(each -> !now.isBefore(each.until()));
            Remembered before = answers.get(key);
            if (before == null) {
                before = new Remembered(request(call), work.get(), now.plus(REMEMBERED));
                answers.put(key, before);
            }
            return before.request().equals(request(call))
                    ? before.answer()
                    : Problems.badRequest("The Idempotency-Key is used with a different request");
        } finally {
            lock.unlock();
        }
    }

    private static ByteString request(Call call) {
        String what = call.method() + " " + call.url().encodedPath() + "?"
                + call.url().encodedQuery() + " " + call.body().sha256().hex();
        return ByteString.encodeUtf8(what).sha256();
    }
}
