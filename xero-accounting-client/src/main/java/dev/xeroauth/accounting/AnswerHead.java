package dev.xeroauth.accounting;

import java.io.Serializable;
import java.time.Instant;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an answer before its body is read: all that an exception may show of it.
 *
 * @param asked what it answers
 * @param status of HTTP
 * @param correlationId Xero's name of it; null: it has none
 * @param contentType of its body; null: not said
 * @param doubtful whether the write may have been carried out by an attempt that this answer says nothing of, or whatever
 *     this answer of no success says
 * @param date when it was made, as its header says
 * @param tookMillis from the request that it answers to its first byte, without retries and waits before
 */
record AnswerHead(
        Asked asked,
        int status,
        @Nullable String correlationId,
        @Nullable String contentType,
        boolean doubtful,
        @Nullable Instant date,
        long tookMillis)
        implements Serializable {

    private static final int MAX_LENGTH = 80;

    static AnswerHead of(Asked asked, Response response, Attempts attempts) {
        String contentType = response.header("Content-Type");
        MediaType type = contentType == null ? null : MediaType.parse(contentType);
        return new AnswerHead(
                asked,
                response.code(),
                shortened(response.header("Xero-Correlation-Id")),
                type == null ? null : shortened(type.type() + "/" + type.subtype()),
                attempts.anyNotRefusedBeside(response),
                response.headers().getInstant("Date"),
                Math.max(0, response.receivedResponseAtMillis() - response.sentRequestAtMillis()));
    }

    /** One message for every exception about an answer. */
    String say(String what) {
        String correlation = Optional.ofNullable(correlationId)
                .map(id -> ", Xero-Correlation-Id " + id)
                .orElse("");
        return asked.operation() + ": " + what + " (status " + status + ", " + asked.whose() + correlation + ")";
    }

    /** Whether Xero may have done what was asked for, as far as the status tells. */
    boolean leavesOutcomeOpen() {
        return asked.isWrite() && (doubtful || !Attempts.isRefusal(status));
    }

    boolean isCustomConnection() {
        return asked.isOfCustomConnection();
    }

    private static @Nullable String shortened(@Nullable String header) {
        return header == null || header.length() <= MAX_LENGTH ? header : header.substring(0, MAX_LENGTH);
    }
}
