package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an answer before its body is read: all that an exception may show of it.
 *
 * @param tenantId null: the one organisation of a custom connection
 * @param idempotencyKey null: the request was a read
 */
record AnswerHead(
        String operation,
        @Nullable TenantId tenantId,
        @Nullable String idempotencyKey,
        int status,
        @Nullable String correlationId,
        @Nullable String contentType) {

    private static final int MAX_LENGTH = 80;

    static AnswerHead of(
            String operation, @Nullable TenantId tenantId, @Nullable String idempotencyKey, Response response) {
        String contentType = response.header("Content-Type");
        MediaType type = contentType == null ? null : MediaType.parse(contentType);
        return new AnswerHead(
                operation,
                tenantId,
                idempotencyKey,
                response.code(),
                shortened(response.header("Xero-Correlation-Id")),
                type == null ? null : shortened(type.type() + "/" + type.subtype()));
    }

    /** One message for every exception about an answer. */
    String say(String what) {
        String correlation = Optional.ofNullable(correlationId)
                .map(id -> ", Xero-Correlation-Id " + id)
                .orElse("");
        return operation + ": " + what + " (status " + status + ", " + whose(tenantId) + correlation + ")";
    }

    /** For messages. */
    static String whose(@Nullable TenantId tenantId) {
        return tenantId == null ? "custom connection" : "tenant " + tenantId;
    }

    boolean isWrite() {
        return idempotencyKey != null;
    }

    boolean isCustomConnection() {
        return tenantId == null;
    }

    private static @Nullable String shortened(@Nullable String header) {
        return header == null || header.length() <= MAX_LENGTH ? header : header.substring(0, MAX_LENGTH);
    }
}
