package dev.xeroauth.accounting;

import dev.xeroauth.accounting.BatchItem.Outcome;
import dev.xeroauth.accounting.internal.json.Writing;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import okhttp3.HttpUrl;

/**
 * Writes documents of one kind, one or as many as a request takes.
 *
 * @param <M> the kind of document
 */
final class Writes<M> {

    /** The two ways in which Xero takes a list. */
    enum Method {
        /** Creates. */
        PUT,
        /** Creates, or updates by id or number. */
        POST
    }

    private final ApiCalls calls;
    private final Written<M> kind;

    Writes(ApiCalls calls, Written<M> kind) {
        this.calls = calls;
        this.kind = kind;
    }

    Written<M> kind() {
        return kind;
    }

    ApiCalls calls() {
        return calls;
    }

    Writing how() {
        return calls.options().sendsContactDetails() ? Writing.REQUEST_WITH_CONTACTS : Writing.REQUEST;
    }

    /** @throws ValidationException if Xero refuses it */
    M one(Method method, M document) {
        return accepted(document, part -> send(method, part, calls));
    }

    /** @throws ValidationException if Xero refuses it */
    M update(UUID id, M document) {
        return accepted(document, part -> {
            HttpUrl url =
                    UnitDecimals.most(list().addPathSegment(id.toString())).build();
            return call(Method.POST, "POST " + part.list() + "/{id}", url, part, calls);
        });
    }

    /** As many documents as the part has, in its order. */
    Answer<List<M>> send(Method method, Part<M> part, ApiCalls with) {
        return call(method, method + " " + part.list(), many(), part, with);
    }

    /** @throws IllegalArgumentException if an option sets what every request that sends documents sets itself */
    void checkOptions() {
        calls.options().applyTo(many());
    }

    private Answer<List<M>> call(Method method, String operation, HttpUrl url, Part<M> part, ApiCalls with) {
        BodyReader<Answer<List<M>>> reader = BodyReader.withHead(parser ->
                kind.resource().readList(parser).exactly(part.objects().size()));
        return method == Method.PUT
                ? with.put(operation, url, part.body(), reader)
                : with.post(operation, url, part.body(), reader);
    }

    private M accepted(M document, Function<Part<M>, Answer<List<M>>> sending) {
        try {
            Answer<List<M>> answer = sending.apply(Part.of(kind.resource().name(), document, how()));
            M answered = answer.body().get(0);
            BatchItem<M> item = kind.answered(new BatchItem.Sent<>(0, document, null), answered);
            if (item.outcome() == Outcome.REJECTED) {
                throw ValidationException.of(answer.head(), List.of(new ElementError(0, document, item.errors())));
            }
            return answered;
        } catch (ValidationException e) {
            throw e.about(List.of(document));
        }
    }

    private HttpUrl many() {
        return UnitDecimals.most(list().addQueryParameter("summarizeErrors", "false"))
                .build();
    }

    private HttpUrl.Builder list() {
        return calls.accounting().newBuilder().addPathSegment(kind.resource().name());
    }
}
