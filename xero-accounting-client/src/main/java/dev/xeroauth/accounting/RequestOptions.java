package dev.xeroauth.accounting;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What goes along with single requests, beyond what the client does by itself. Immutable. */
public final class RequestOptions {

    private static final RequestOptions NONE = new RequestOptions(new Builder());

    private final Map<String, String> headers;
    private final Map<String, String> parameters;
    private final @Nullable String idempotencyKey;
    private final boolean contactDetails;
    private final @Nullable Consumer<RawAnswer> rawAnswers;

    private RequestOptions(Builder builder) {
        Map<String, String> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(builder.headers);
        this.headers = Collections.unmodifiableMap(anyCase);
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(builder.parameters));
        this.idempotencyKey = builder.idempotencyKey;
        this.contactDetails = builder.contactDetails;
        this.rawAnswers = builder.rawAnswers;
    }

    /**
     * Nothing beyond the usual.
     *
     * @return the same object every time
     */
    public static RequestOptions none() {
        return NONE;
    }

    /**
     * Begins.
     *
     * @return a builder with nothing set
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * The key that was given for writes.
     *
     * @return empty: every write gets one of its own
     */
    public Optional<String> idempotencyKey() {
        return Optional.ofNullable(idempotencyKey);
    }

    @Nullable
    String givenKey() {
        return idempotencyKey;
    }

    /** Whether it is a header or parameter here. */
    boolean sets(String name) {
        return headers.containsKey(name) || parameters.keySet().stream().anyMatch(name::equalsIgnoreCase);
    }

    boolean sendsContactDetails() {
        return contactDetails;
    }

    boolean wantsRawAnswers() {
        return rawAnswers != null;
    }

    /** These and those; where both say something, those win, and both are told of raw answers. */
    RequestOptions and(RequestOptions more) {
        Builder both = new Builder();
        both.headers.putAll(headers);
        both.headers.putAll(more.headers);
        both.parameters.putAll(parameters);
        both.parameters.putAll(more.parameters);
        both.idempotencyKey = more.idempotencyKey == null ? idempotencyKey : more.idempotencyKey;
        both.contactDetails = contactDetails || more.contactDetails;
        both.rawAnswers = rawAnswers;
        if (more.rawAnswers != null) {
            both.onRawAnswer(more.rawAnswers);
        }
        return both.build();
    }

    /** Adds headers and parameters to a request that is otherwise finished. */
    Request applyTo(Request request) {
        if (headers.isEmpty() && parameters.isEmpty()) {
            return request;
        }
        Request.Builder complete = request.newBuilder().url(applyTo(request.url()));
        headers.forEach((name, value) -> {
            Settable.requireUnset(name, request.header(name) == null);
            complete.header(name, value);
        });
        return complete.build();
    }

    /** @throws IllegalArgumentException if the address already has a parameter that is to be added */
    HttpUrl applyTo(HttpUrl url) {
        if (parameters.isEmpty()) {
            return url;
        }
        HttpUrl.Builder complete = url.newBuilder();
        parameters.forEach((name, value) -> {
            Settable.requireUnset(name, url.queryParameterNames().stream().noneMatch(name::equalsIgnoreCase));
            complete.addQueryParameter(name, value);
        });
        return complete.build();
    }

    /** A write that has been done is not to look like one that failed, which is why the listener's exception ends here. */
    void tell(RawAnswer answer) {
        if (rawAnswers != null) {
            tell(rawAnswers, answer);
        }
    }

    private static void tell(Consumer<RawAnswer> listener, RawAnswer answer) {
        try {
            listener.accept(answer);
        } catch (RuntimeException e) {
            // as onRawAnswer says
        }
    }

    /** Names without their values, which may be a customer's. */
    @Override
    public String toString() {
        return "RequestOptions[headers=" + headers.keySet() + ", parameters=" + parameters.keySet() + "]";
    }

    /** Collects options. Not thread-safe. */
    public static final class Builder {

        private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private @Nullable String idempotencyKey;
        private boolean contactDetails;
        private @Nullable Consumer<RawAnswer> rawAnswers;

        private Builder() {}

        /**
         * A header of the request.
         *
         * @param name what HTTP allows as a name, and none that the library sets itself; a name has one value, the last
         * @param value printable ASCII
         * @return this
         * @throws IllegalArgumentException if it is another name or value; no message shows the value. A header that only some
         *     requests set, such as {@code If-Modified-Since}, is refused by the call
         */
        public Builder header(String name, String value) {
            headers.put(Settable.header(name), Settable.headerValue(value));
            return this;
        }

        /**
         * A query parameter of the request, for what has no method of its own yet.
         *
         * @param name none that the library sets itself; a name has one value, the last
         * @param value any text; it is encoded
         * @return this
         * @throws IllegalArgumentException if it is another name; one that only some requests set, such as {@code where}, is
         *     refused by the call
         */
        public Builder parameter(String name, String value) {
            parameters.put(Settable.parameter(name), value);
            return this;
        }

        /**
         * The key under which Xero does a write once, however often it arrives. Without it each write gets a random one, the
         * same on all its attempts. One of the application's own, kept before the call, makes the write safe to repeat even after
         * the process has died. Xero remembers it for 6 minutes, refusals included, and refuses another request under the
         * same key: these options are then for one write.
         *
         * @param key 1 to 128 characters of printable ASCII, not all of them spaces
         * @return this
         * @throws IllegalArgumentException if it is anything else
         */
        public Builder idempotencyKey(String key) {
            this.idempotencyKey = Settable.idempotencyKey(key);
            return this;
        }

        /**
         * Sends the contact of a document whole, and so has Xero change the contact itself. Without this a contact with an id
         * is sent as its id alone.
         *
         * @return this
         */
        public Builder contactDetails() {
            this.contactDetails = true;
            return this;
        }

        /**
         * Has every answer shown as it came, on the thread of the call and before the call returns or throws: also answers
         * that say failure, and those that turn out to be unreadable. The body is then held in memory. The bytes of a download
         * are not shown. An exception of the listener is dropped, as the write that it is about may have been done.
         *
         * @param listener is told beside those that were set before
         * @return this
         */
        public Builder onRawAnswer(Consumer<RawAnswer> listener) {
            Consumer<RawAnswer> before = rawAnswers;
            this.rawAnswers = before == null
                    ? listener
                    : answer -> {
                        tell(before, answer);
                        tell(listener, answer);
                    };
            return this;
        }

        /**
         * Makes the options. The builder may be used again.
         *
         * @return immutable options
         */
        public RequestOptions build() {
            return new RequestOptions(this);
        }
    }
}
