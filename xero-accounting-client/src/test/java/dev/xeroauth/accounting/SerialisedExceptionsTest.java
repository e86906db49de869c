package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.xeroauth.accounting.model.Invoice;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Exceptions that an application's frameworks send elsewhere still answer, and take no customer's data with them. */
class SerialisedExceptionsTest {

    private static final String SECRET = "Blue Harbour";
    private static final String REFUSED = "{\"Message\":\"Blue Harbour\",\"Elements\":[{\"ValidationErrors\":"
            + "[{\"Message\":\"Blue Harbour\"}]}]}";

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @Test
    void validation_serialised_saysEverythingButXerosWords() throws Exception {
        xero.answer(XeroServer.response(400, "application/json", REFUSED));

        ValidationException back = serialised(ValidationException.class);

        assertThat(back.status()).isEqualTo(400);
        assertThat(back.operation()).isEqualTo("PUT Invoices");
        assertThat(back.tenantId()).contains(XeroServer.TENANT);
        assertThat(back.correlationId()).contains(XeroServer.CORRELATION);
        assertThat(back.idempotencyKey()).isPresent();
        assertThat(back.outcomeUnknown()).isFalse();
        assertThat(back.xeroMessage()).isEmpty();
        assertThat(back.elements()).isEmpty();
    }

    @Test
    void answers_serialised_sayWhatIsTheirs() throws Exception {
        xero.answer(XeroServer.response(429, "text/plain", "")
                .setHeader("Retry-After", "30")
                .setHeader("X-Rate-Limit-Problem", "minute"));
        RateLimitedException limited = serialised(RateLimitedException.class);
        assertThat(limited.limit()).isEqualTo(RateLimit.MINUTE);
        assertThat(limited.retryAfter()).contains(Duration.ofSeconds(30));

        xero.answer(XeroServer.response(403, "application/json", "{\"Detail\":\"AuthenticationUnsuccessful\"}"));
        assertThat(serialised(ForbiddenException.class).tenantNotConnected()).isTrue();

        xero.answer(XeroServer.response(403, "application/json", "{\"Detail\":\"AuthorizationUnsuccessful\"}"));
        assertThat(serialised(InsufficientScopeException.class).scopes()).containsExactly("accounting.invoices");

        xero.answer(
                XeroServer.response(400, "application/json", "{\"ErrorNumber\":16,\"Type\":\"QueryParseException\"}"));
        assertThat(serialised(BadRequestException.class).type()).isEmpty();

        xero.answer(XeroServer.response(200, "text/html", "<html>"));
        UnreadableAnswerException unreadable = serialised(UnreadableAnswerException.class);
        assertThat(unreadable.bytesRead()).isPositive();
        assertThat(unreadable.contentType()).contains("text/html");
        assertThat(unreadable.outcomeUnknown()).isTrue();
    }

    @Test
    void unreachable_serialised_saysWhatWasAsked() throws Exception {
        xero.answer(XeroServer.response(200, "text/plain", "").onRequestStart(new SocketEffect.CloseSocket()));

        XeroUnreachableException back = serialised(XeroUnreachableException.class);

        assertThat(back.operation()).isEqualTo("PUT Invoices");
        assertThat(back.tenantId()).contains(XeroServer.TENANT);
        assertThat(back.outcomeUnknown()).isTrue();
        assertThat(back.idempotencyKey()).isPresent();
    }

    /** An empty result would say that nothing is left to do. */
    @Test
    void brokenOff_serialised_hasNoResultAndSaysSo() throws Exception {
        xero.answer(XeroServer.response(500, "text/plain", "no"));
        Throwable thrown = catchThrowable(
                () -> xero.invoices().createAll(List.of(Invoice.builder().build())));

        BatchBrokenOffException back = back(BatchBrokenOffException.class, thrown);

        assertThat(back).hasMessageContaining("UNKNOWN=1");
        assertThatIllegalStateException().isThrownBy(back::result);
    }

    private <E extends Exception> E serialised(Class<E> type) throws IOException, ClassNotFoundException {
        return back(
                type,
                catchThrowable(() -> xero.invoices().create(Invoice.builder().build())));
    }

    private static <E extends Exception> E back(Class<E> type, Throwable thrown)
            throws IOException, ClassNotFoundException {
        assertThat(thrown).isExactlyInstanceOf(type);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
        }
        assertThat(bytes.toString(StandardCharsets.ISO_8859_1)).doesNotContain(SECRET);
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return type.cast(in.readObject());
        }
    }
}
