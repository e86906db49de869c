package dev.xeroauth.accounting;

import dev.xeroauth.XeroException;
import dev.xeroauth.accounting.BatchItem.Outcome;
import dev.xeroauth.accounting.internal.json.Json;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A batch on its way: sent part by part, each with a key of its own, until it is through or breaks off. For one thread.
 *
 * @param <M> the kind of object
 */
final class Batch<M> {

    private static final String TOO_LARGE =
            "It was not sent: it is larger than the " + Part.MAX_BYTES + " bytes that Xero takes at once";

    private final Writes<M> writes;
    private final Writes.Method method;
    private final List<M> objects;
    private final List<BatchItem<M>> items = new ArrayList<>();

    private Batch(Writes<M> writes, Writes.Method method, List<M> objects) {
        this.writes = writes;
        this.method = method;
        this.objects = objects;
    }

    /**
     * A part with the key that it goes with.
     *
     * @param calls have the key in their options; null: the part is too large to be sent
     */
    private record Planned<M>(Part<M> part, @Nullable ApiCalls calls) {}

    /**
     * Whatever can fail without Xero does so before the first request.
     *
     * @throws BatchBrokenOffException if a request fails; what Xero refuses of it is in the result
     */
    static <M> BatchResult<M> send(Writes<M> writes, Writes.Method method, List<M> objects) {
        writes.checkOptions();
        Batch<M> batch = new Batch<>(writes, method, objects);
        Queue<Planned<M>> parts = batch.plan();
        for (Planned<M> next = parts.poll(); next != null; next = parts.poll()) {
            batch.send(next);
        }
        return new BatchResult<>(batch.items);
    }

    private Queue<Planned<M>> plan() {
        PartKeys keys = new PartKeys(writes.calls());
        Queue<Planned<M>> parts = new ArrayDeque<>();
        for (Part<M> part : parts()) {
            parts.add(new Planned<>(part, part.isTooLarge() ? null : keys.next()));
        }
        return parts;
    }

    private List<Part<M>> parts() {
        List<Part<M>> parts = new ArrayList<>();
        Part<M> part = null;
        for (M object : objects) {
            byte[] json = Json.bytes(object, writes.how());
            if (part == null || !part.hasRoom(json.length)) {
                part = new Part<>(writes.kind().resource().name());
                parts.add(part);
            }
            part.add(object, json);
        }
        return parts;
    }

    private void send(Planned<M> planned) {
        Part<M> part = planned.part();
        ApiCalls calls = planned.calls();
        if (calls == null) {
            items.add(BatchItem.rejected(sent(0, part, null), List.of(TOO_LARGE)));
            return;
        }
        String key = calls.newIdempotencyKey();
        Answer<List<BatchItem<M>>> answer;
        try {
            answer = answered(part, key, writes.send(method, part, calls));
        } catch (RuntimeException e) {
            if (!(e instanceof ValidationException refused)
                    || refused.outcomeUnknown()
                    || part.objects().size() > 1) {
                throw brokenOff(part.objects().size(), key, e);
            }
            items.add(BatchItem.rejected(sent(0, part, key), why(refused)));
            return;
        }
        take(answer);
    }

    private Answer<List<BatchItem<M>>> answered(Part<M> part, String key, Answer<List<M>> answer) {
        List<M> documents = answer.body();
        return new Answer<>(
                answer.head(),
                IntStream.range(0, documents.size())
                        .mapToObj(i -> writes.kind().answered(sent(i, part, key), documents.get(i)))
                        .toList());
    }

    /** Where an attempt before this answer may have written them, what is refused now may be refused for that very reason. */
    private void take(Answer<List<BatchItem<M>>> answer) {
        boolean doubtful = answer.head().doubtful();
        List<ElementError> doubted = new ArrayList<>();
        for (BatchItem<M> item : answer.body()) {
            if (doubtful && item.outcome() == Outcome.REJECTED) {
                doubted.add(new ElementError(item.index(), item.submitted(), item.errors()));
                items.add(item.unknown());
            } else {
                items.add(item);
            }
        }
        if (!doubted.isEmpty()) {
            throw brokenOff(0, null, ValidationException.of(answer.head(), doubted));
        }
    }

    private static List<String> why(ValidationException refused) {
        List<String> ofElement = refused.elements().stream()
                .flatMap(element -> element.messages().stream())
                .toList();
        return ErrorWords.orOurs(
                ofElement.isEmpty() ? refused.xeroMessage().stream().toList() : ofElement);
    }

    /**
     * @param count how many of the objects that come next were sent
     * @param key with which they were sent, if any were
     */
    private BatchBrokenOffException brokenOff(int count, @Nullable String key, RuntimeException cause) {
        Outcome outcome = isUnknownAfter(cause) ? Outcome.UNKNOWN : Outcome.NOT_DONE;
        int first = items.size();
        for (int i = first; i < objects.size(); i++) {
            boolean wasSent = i - first < count;
            items.add(BatchItem.withoutAnswer(
                    new BatchItem.Sent<>(i, objects.get(i), wasSent ? key : null),
                    wasSent ? outcome : Outcome.NOT_DONE));
        }
        return new BatchBrokenOffException(new BatchResult<>(items), cause);
    }

    /** Of the library's exceptions all but two come where nothing was sent; others may come at any time. */
    private static boolean isUnknownAfter(RuntimeException cause) {
        return !(cause instanceof XeroException)
                || (cause instanceof XeroApiException answered && answered.outcomeUnknown())
                || (cause instanceof XeroUnreachableException lost && lost.outcomeUnknown());
    }

    /** The object in this place of the part that comes next. */
    private BatchItem.Sent<M> sent(int place, Part<M> part, @Nullable String key) {
        return new BatchItem.Sent<>(items.size() + place, part.objects().get(place), key);
    }
}
