package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.UUID;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FailuresTest {

    private static final String SECRET = "Blue Harbour Ltd";

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @Test
    void notFound_textBody_saysWhatSupportAsksFor() {
        NotFoundException e = failure(NotFoundException.class, 404, "text/plain", "No resource " + SECRET);
        assertThat(e.status()).isEqualTo(404);
        assertThat(e.operation()).isEqualTo("GET Invoices/{id}");
        assertThat(e.tenantId()).contains(XeroServer.TENANT);
        assertThat(e.correlationId()).contains(XeroServer.CORRELATION);
        assertThat(e)
                .hasMessage("GET Invoices/{id}: there is no such object in this tenant (status 404, tenant "
                        + XeroServer.TENANT + ", Xero-Correlation-Id " + XeroServer.CORRELATION + ")");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"ErrorNumber\":16,\"Type\":\"QueryParseException\",\"Message\":\"No field Blue Harbour Ltd\",\"Elements\":[{\"Type\":\"x\"}]}",
                "{\"errornumber\":\"16\",\"type\":\"QueryParseException\",\"message\":\"No field Blue Harbour Ltd\"}",
                "{\"Elements\":[{}],\"ErrorNumber\":16,\"Type\":\"QueryParseException\",\"Detail\":\"No field Blue Harbour Ltd\"",
            })
    void badRequest_anyDialect_keepsXerosWordsOutOfTheMessage(String body) {
        BadRequestException e = failure(BadRequestException.class, 400, "application/json", body);
        assertThat(e.errorNumber()).hasValue(16);
        assertThat(e.type()).contains("QueryParseException");
        assertThat(e.xeroMessage()).contains("No field " + SECRET);
        assertThat(e).hasMessageContaining("QueryParseException, number 16");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Blue Harbour Ltd",
                "<html>Blue Harbour Ltd</html>",
                "[1]",
                "{\"Type\":\"Blue Harbour Ltd\",\"ErrorNumber\":\"many\",\"Message\":{\"a\":1}}",
                "{\"a"
            })
    void anyStatus_unreadableBody_doesNotHideTheStatus(String body) {
        assertThat(failure(BadRequestException.class, 400, "text/html", body).type())
                .isEmpty();
        failure(UnauthorizedException.class, 401, "text/html", body);
        failure(ForbiddenException.class, 403, "text/html", body);
        failure(NotFoundException.class, 404, "text/html", body);
        failure(RateLimitedException.class, 429, "text/html", body);
        failure(ServerErrorException.class, 500, "text/html", body);
        failure(ServerErrorException.class, 503, "text/html", body);
        assertThat(failure(XeroApiException.class, 415, "text/html", body).status())
                .isEqualTo(415);
    }

    @Test
    void anyStatus_bodyCutOff_doesNotHideTheStatus() {
        xero.answer(XeroServer.response(500, "application/json", "{\"Detail\":\"" + "x".repeat(5000) + "\"}")
                .onResponseBody(new SocketEffect.CloseSocket()));
        assertThat(catchThrowableOfType(ServerErrorException.class, this::get).status())
                .isEqualTo(500);
    }

    @Test
    void unauthorized_scopeMissing_saysSo() {
        String detail = "{\"Title\":\"Unauthorized\",\"Status\":401,\"Detail\":\"AuthorizationUnsuccessful\"}";
        assertThat(failure(InsufficientScopeException.class, 401, "application/json", detail)
                        .scopes())
                .containsExactly("accounting.invoices.read", "accounting.invoices");
        failure(InsufficientScopeException.class, 403, "application/json", detail);
        MockResponse.Builder header = XeroServer.response(401, "text/plain", "");
        header.setHeader("WWW-Authenticate", "Bearer error=\"insufficent_scope\"");
        xero.answer(header);
        assertThat(catchThrowableOfType(InsufficientScopeException.class, this::get))
                .hasMessageContaining("lacks the scope for this, accounting.invoices.read or accounting.invoices;");
        String expired = "{\"Detail\":\"TokenExpired: token expired at 04/09/2023 05:16:59\"}";
        failure(UnauthorizedException.class, 401, "application/json", expired);
    }

    @Test
    void forbidden_tenantNotConnected_isToldFromTheRole() {
        String detail = "{\"type\":null,\"detail\":\"AuthenticationUnsuccessful\"}";
        assertThat(failure(ForbiddenException.class, 403, "application/json", detail)
                        .tenantNotConnected())
                .isTrue();
        assertThat(failure(ForbiddenException.class, 403, "application/json", "{}")
                        .tenantNotConnected())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "minute, 37, MINUTE, 37",
        "Day, 68400, DAY, 68400",
        "AppMinute, 5, APP_MINUTE, 5",
        "Concurrent, , CONCURRENT,",
        "minute-ish, 1, MINUTE, 1",
        "lunar, soon, UNKNOWN,",
        ", 99999999999, UNKNOWN,"
    })
    void rateLimited_headers_sayWhichAndHowLong(String problem, String retryAfter, RateLimit limit, Long seconds) {
        MockResponse.Builder response = XeroServer.response(429, "text/plain", "");
        if (problem != null) {
            response.setHeader("X-Rate-Limit-Problem", problem);
        }
        if (retryAfter != null) {
            response.setHeader("Retry-After", retryAfter);
        }
        xero.answer(response);
        RateLimitedException e = catchThrowableOfType(RateLimitedException.class, this::get);
        assertThat(e.limit()).isEqualTo(limit);
        assertThat(e.retryAfter().map(Duration::toSeconds).orElse(null)).isEqualTo(seconds);
        assertThat(e.retryAt().orElse(null)).isEqualTo(seconds == null ? null : XeroServer.NOW.plusSeconds(seconds));
    }

    private <E extends XeroApiException> E failure(Class<E> type, int status, String contentType, String body) {
        xero.answer(XeroServer.response(status, contentType, body));
        E e = catchThrowableOfType(type, this::get);
        assertThat(e).isExactlyInstanceOf(type).hasMessageNotContaining(SECRET).hasNoCause();
        assertThat(e.toString()).doesNotContain(SECRET);
        return e;
    }

    private void get() {
        xero.invoices().get(UUID.fromString("d4956132-ed94-4dd7-9eaa-aa22dfdf06f2"));
    }
}
