package dev.xeroauth.accounting;

import dev.xeroauth.TenantId;
import java.util.Optional;
import okhttp3.MediaType;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/** What is known of an answer before its body is read: all that an exception may show of it. */
record AnswerHead(
        String operation,
        TenantId tenantId,
        int status,
        @Nullable String correlationId,
        @Nullable String contentType) {

    private static final int MAX_LENGTH = 80;

    static AnswerHead of(String operation, TenantId tenantId, Response response) {
        String contentType = response.header("Content-Type");
        MediaType type = contentType == null ? null : MediaType.parse(contentType);
        return new AnswerHead(
                operation,
                tenantId,
                response.code(),
                shortened(response.header("Xero-Correlation-Id")),
                type == null ? null : shortened(type.type() + "/" + type.subtype()));
    }

    /** One message for every exception about an answer. */
    String say(String what) {
        String correlation = Optional.ofNullable(correlationId)
                .map(id -> ", Xero-Correlation-Id " + id)
                .orElse("");
        return operation + ": " + what + " (status " + status + ", tenant " + tenantId + correlation + ")";
    }

    private static @Nullable String shortened(@Nullable String header) {
        return header == null || header.length() <= MAX_LENGTH ? header : header.substring(0, MAX_LENGTH);
    }
}
