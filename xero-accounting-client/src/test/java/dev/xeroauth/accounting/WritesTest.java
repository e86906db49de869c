package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xeroauth.CustomConnection;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import java.io.IOException;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What every write has in common. */
class WritesTest {

    private static final RequestBody BODY = RequestBody.create("{}", MediaType.get("application/json"));
    private static final String DONE = "{\"Invoices\":[{\"InvoiceNumber\":\"INV-1\"}]}";

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @Test
    void put_answer_isReadUnderAKeyOf128RandomBits() throws Exception {
        xero.answer(DONE);
        xero.answer(DONE);
        ApiCalls calls = xero.calls();
        assertThat(write(calls)).isEqualTo("START_OBJECT");
        write(calls);
        RecordedRequest first = xero.request();
        assertThat(first.getMethod()).isEqualTo("PUT");
        assertThat(first.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(first.getHeaders().values("Idempotency-Key"))
                .singleElement()
                .asString()
                .matches("[0-9a-f]{32}");
        assertThat(xero.request().getHeaders().get("Idempotency-Key"))
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(first.getHeaders().get("Idempotency-Key"));
    }

    @Test
    void put_givenKey_isSent() throws Exception {
        xero.answer(DONE);
        write(xero.calls().with(given("order-4711")));
        assertThat(xero.request().getHeaders().values("Idempotency-Key")).containsExactly("order-4711");
    }

    @Test
    void put_tokenRefused_sendsTheSameKeyAgain() throws Exception {
        xero.answer("{\"access_token\":\"AT-1\",\"expires_in\":1800}");
        xero.answer(XeroServer.response(401, "application/json", "{\"Detail\":\"TokenExpired: at noon\"}"));
        xero.answer("{\"access_token\":\"AT-2\",\"expires_in\":1800}");
        xero.answer(DONE);
        try (CustomConnection connection = CustomConnection.builder()
                .app(XeroApp.customConnection("client", () -> "s3cret"))
                .endpoints(XeroEndpoints.at(xero.server().url("/").uri()))
                .build()) {
            write(xero.calls(connection.interceptor()));
        }
        assertThat(xero.requests()).isEqualTo(4);
        xero.request();
        RecordedRequest first = xero.request();
        xero.request();
        RecordedRequest second = xero.request();
        assertThat(second.getHeaders().get("Authorization")).isEqualTo("Bearer AT-2");
        assertThat(second.getHeaders().values("Idempotency-Key"))
                .hasSize(1)
                .isEqualTo(first.getHeaders().values("Idempotency-Key"));
        assertThat(second.getBody()).isEqualTo(first.getBody());
    }

    @Test
    void postForNothing_noContent_returns() throws Exception {
        xero.answer(new MockResponse.Builder().code(204));
        HttpUrl url = xero.server().url("/api.xro/2.0/Invoices/1/Email");
        xero.calls().postForNothing("POST Invoices/{id}/Email", url, BODY);
        RecordedRequest request = xero.request();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Idempotency-Key")).isNotBlank();
    }

    @Test
    void put_serverError_leavesTheOutcomeUnknown() {
        xero.answer(XeroServer.response(500, "text/html", "<html>"));
        ServerErrorException e = failure(ServerErrorException.class);
        assertThat(e.outcomeUnknown()).isTrue();
        assertThat(e.idempotencyKey()).contains("order-4711");
        assertThat(e).hasMessageContaining("may have done it").hasMessageNotContaining("order-4711");
    }

    @Test
    void put_unreadable_leavesTheOutcomeUnknown() {
        xero.answer("<html>");
        UnreadableAnswerException e = failure(UnreadableAnswerException.class);
        assertThat(e.outcomeUnknown()).isTrue();
        assertThat(e.idempotencyKey()).contains("order-4711");
    }

    @Test
    void put_noAnswer_leavesTheOutcomeUnknown() {
        xero.answer(new MockResponse.Builder().onRequestBody(new SocketEffect.CloseSocket()));
        xero.answer(new MockResponse.Builder().onRequestBody(new SocketEffect.CloseSocket()));
        XeroUnreachableException e = failure(XeroUnreachableException.class);
        assertThat(e.outcomeUnknown()).isTrue();
        assertThat(e.idempotencyKey()).contains("order-4711");
        assertThat(e).hasMessageContaining("may have done it").hasCauseInstanceOf(IOException.class);
    }

    @Test
    void put_refused_isNoUnknownOutcome() {
        xero.answer(XeroServer.response(400, "application/json", "{\"Type\":\"ValidationException\"}"));
        ValidationException e = failure(ValidationException.class);
        assertThat(e.outcomeUnknown()).isFalse();
        assertThat(e.idempotencyKey()).contains("order-4711");
    }

    @Test
    void get_failure_hasNoKeyAndNothingUnknown() {
        xero.answer(XeroServer.response(500, "text/html", "<html>"));
        ServerErrorException e = catchThrowableOfType(
                ServerErrorException.class,
                () -> xero.invoices().list().iterator().hasNext());
        assertThat(e.outcomeUnknown()).isFalse();
        assertThat(e.idempotencyKey()).isEmpty();
        Interceptor broken = chain -> {
            throw new IOException("no line");
        };
        XeroUnreachableException lost = catchThrowableOfType(
                XeroUnreachableException.class,
                () -> xero.invoices(broken).list().iterator().hasNext());
        assertThat(lost.outcomeUnknown()).isFalse();
        assertThat(lost.idempotencyKey()).isEmpty();
    }

    @Test
    void withHead_answer_isBesideIt() {
        xero.answer(DONE);
        Answer<String> answer = xero.calls()
                .post(
                        "POST Invoices",
                        xero.server().url("/api.xro/2.0/Invoices"),
                        BODY,
                        BodyReader.withHead(parser -> parser.nextToken().name()));
        assertThat(answer.body()).isEqualTo("START_OBJECT");
        Object own = new Object();
        ValidationException e = ValidationException.of(
                answer.head(), List.of(new ElementError(0, null, List.of("a")), new ElementError(1, null, List.of())));
        assertThat(e.status()).isEqualTo(200);
        assertThat(e.correlationId()).contains(XeroServer.CORRELATION);
        assertThat(e.about(List.of(own)).elements())
                .extracting(element -> element.submitted().orElse(null))
                .containsExactly(own, null);
    }

    private <E extends Exception> E failure(Class<E> type) {
        E e = catchThrowableOfType(type, () -> write(xero.calls().with(given("order-4711"))));
        assertThat(e).isExactlyInstanceOf(type);
        return e;
    }

    private String write(ApiCalls calls) {
        HttpUrl url = xero.server().url("/api.xro/2.0/Invoices");
        return calls.put("PUT Invoices", url, BODY, parser -> parser.nextToken().name());
    }

    private static RequestOptions given(String key) {
        return RequestOptions.builder().idempotencyKey(key).build();
    }
}
