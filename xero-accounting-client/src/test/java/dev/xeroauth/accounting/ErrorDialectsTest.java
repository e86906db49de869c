package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which Xero says that it failed, at every status. */
class ErrorDialectsTest {

    private static final String SECRET = "Blue Harbour Ltd";

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    private record Dialect(String name, String contentType, String body, Optional<String> message) {}

    private record Case(Dialect dialect, int status, Class<? extends XeroApiException> exception) {

        @Override
        public String toString() {
            return dialect.name() + " " + status + " " + exception.getSimpleName();
        }
    }

    private static final List<Dialect> DIALECTS = List.of(
            said(
                    "oauth",
                    "application/json",
                    "{\"error\":\"invalid_request\",\"error_description\":\"Blue Harbour Ltd\"}"),
            said(
                    "problem",
                    "application/json",
                    "{\"Type\":null,\"Title\":\"No\",\"Status\":1,\"Detail\":\"Blue Harbour Ltd\",\"Extensions\":{}}"),
            said(
                    "lower-problem",
                    "application/problem+json",
                    "{\"type\":null,\"title\":\"No\",\"detail\":\"Blue Harbour Ltd\"}"),
            said(
                    "error-number",
                    "application/json",
                    "{\"ErrorNumber\":16,\"Type\":\"QueryParseException\",\"Message\":\"Blue Harbour Ltd\"}"),
            said("text", "text/plain", "Blue Harbour Ltd"),
            said(
                    "xml",
                    "text/xml",
                    "<ApiException><ErrorNumber>16</ErrorNumber><Type>QueryParseException</Type>"
                            + "<Message>Blue Harbour Ltd</Message></ApiException>"),
            silent("html", "text/html", "<!DOCTYPE html><html><body>Blue Harbour Ltd</body></html>"),
            silent("empty", "text/plain", ""),
            silent("broken-json", "application/json", "{\"Title\":\"Blue Harbour Ltd"),
            silent("list", "application/json", "[\"Blue Harbour Ltd\"]"));

    private static Dialect said(String name, String contentType, String body) {
        return new Dialect(name, contentType, body, Optional.of(SECRET));
    }

    private static Dialect silent(String name, String contentType, String body) {
        return new Dialect(name, contentType, body, Optional.empty());
    }

    static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (Dialect dialect : DIALECTS) {
            cases.add(new Case(dialect, 400, BadRequestException.class));
            cases.add(new Case(dialect, 401, UnauthorizedException.class));
            cases.add(new Case(dialect, 403, ForbiddenException.class));
            cases.add(new Case(dialect, 404, NotFoundException.class));
            cases.add(new Case(dialect, 412, XeroApiException.class));
            cases.add(new Case(dialect, 429, RateLimitedException.class));
            cases.add(new Case(dialect, 500, ServerErrorException.class));
            cases.add(new Case(dialect, 503, ServerErrorException.class));
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void anyDialect_anyStatus_isTheExceptionOfTheStatus(Case expected) {
        Dialect dialect = expected.dialect();
        xero.answer(XeroServer.response(expected.status(), dialect.contentType(), dialect.body()));
        XeroApiException e = get("Invoices");
        System.out.println("error: " + dialect.name() + " " + expected.status() + " "
                + e.getClass().getSimpleName());
        assertThat(e).isExactlyInstanceOf(expected.exception());
        assertThat(e.status()).isEqualTo(expected.status());
        assertThat(e.xeroMessage()).isEqualTo(dialect.message());
        assertThat(e.correlationId()).contains(XeroServer.CORRELATION);
        assertThat(e.toString() + e.head() + e.body()).doesNotContain(SECRET);
    }

    @Test
    void validation_elements_haveTheirMessagesInOrderAtAnyDepth() {
        ValidationException e = refused("""
                {"ErrorNumber":10,"Type":"ValidationException","Message":"A validation exception occurred","Elements":[
                 {"Total":1,"Contact":{"Name":"Blue Harbour Ltd","ValidationErrors":[{"Message":"a"}]},
                  "LineItems":[{"ValidationErrors":[]},{"validationerrors":[{"Message":"b"},{"Description":"c"}]}],
                  "Payments":[[{"ValidationErrors":[{"message":"d","Description":"no"},7,null,{}]}]],
                  "ValidationErrors":[{"Message":"e","Extra":{"Message":"no"}}]},
                 {"Contact":{"Name":"Blue Harbour Ltd"}},
                 null,
                 {"ValidationErrors":[{"Message":"f"}]}]}""");
        assertThat(e.elements()).extracting(ElementError::index).containsExactly(0, 3);
        assertThat(e.elements())
                .extracting(ElementError::messages)
                .containsExactly(List.of("a", "b", "c", "d", "e"), List.of("f"));
        assertThat(e.elements().get(0).submitted()).isEmpty();
        assertThat(e.xeroMessage()).contains("A validation exception occurred");
        assertThat(e).hasMessageContaining("Xero refused 2 elements; elements() says why");
    }

    @Test
    void validation_lowerCaseAndLateType_isTheSame() {
        ValidationException e = refused(
                "\uFEFF {\"elements\":[{\"ValidationErrors\":[{\"Message\":\"Blue Harbour Ltd\"}]}],\"type\":\"validationexception\"}");
        assertThat(e.elements().get(0).messages()).containsExactly(SECRET);
        assertThat(e.elements().get(0).toString()).doesNotContain(SECRET);
    }

    @Test
    void validation_xml_saysWhatItCan() {
        ValidationException e = refused(
                "<ApiException><ErrorNumber>10</ErrorNumber><Type>ValidationException</Type>"
                        + "<Message>a &lt; b</Message><Elements><DataContractBase><Type>ACCREC</Type></DataContractBase></Elements>");
        assertThat(e.xeroMessage()).contains("a < b");
        assertThat(e.elements()).isEmpty();
    }

    @Test
    void validation_bodyCutOffInAnElement_keepsWhatCame() {
        ValidationException e =
                refused("{\"Type\":\"ValidationException\",\"Elements\":[{\"ValidationErrors\":[{\"Message\":\"a\"}]},"
                        + "{\"ValidationErrors\":[{\"Message\":\"b\"},{\"Message\":\"Blue");
        assertThat(e.elements()).extracting(ElementError::messages).containsExactly(List.of("a"), List.of("b"));
        String whole =
                "{\"Type\":\"ValidationException\",\"Elements\":[" + "{\"Name\":\"Blue Harbour Ltd\"},".repeat(9000);
        xero.answer(XeroServer.response(400, "application/json", whole).onResponseBody(new SocketEffect.CloseSocket()));
        assertThat(get("Invoices")).isExactlyInstanceOf(ValidationException.class);
    }

    @Test
    void validation_largeBody_isReadToItsEnd() {
        String element = "{\"Name\":\"" + "x".repeat(1000) + "\",\"ValidationErrors\":[{\"Message\":\"a\"}]},";
        ValidationException e = refused("{\"Type\":\"ValidationException\",\"Elements\":[" + element.repeat(2000)
                + "{}],\"Message\":\"last\"}");
        assertThat(e.elements()).hasSize(2000);
        assertThat(e.xeroMessage()).contains("last");
    }

    @ParameterizedTest
    @CsvSource({
        "Invoices, GET, accounting.invoices.read accounting.invoices",
        "Invoices, PUT, accounting.invoices",
        "Invoices/1/History, GET, accounting.invoices.read accounting.invoices",
        "Invoices/1/Email, POST, accounting.invoices",
        "BankTransactions, GET, accounting.banktransactions.read accounting.banktransactions",
        "BankTransactions/1/History, PUT, accounting.banktransactions",
        "Invoices/1/Attachments, GET, accounting.attachments.read accounting.attachments",
        "BankTransactions/1/Attachments/a.pdf, POST, accounting.attachments",
        "Invoices/Attachments, GET, accounting.invoices.read accounting.invoices",
        "Unknown, GET, ",
    })
    void scopeMissing_resourceAndMethod_sayWhich(String path, String method, String scopes) {
        xero.answer(XeroServer.response(401, "application/json", "{\"detail\":\"authorizationunsuccessful\"}"));
        XeroApiException e = method.equals("GET") ? get(path) : write(path, method);
        assertThat(e).isExactlyInstanceOf(InsufficientScopeException.class);
        assertThat(String.join(" ", ((InsufficientScopeException) e).scopes())).isEqualTo(scopes == null ? "" : scopes);
    }

    private ValidationException refused(String body) {
        xero.answer(XeroServer.response(400, "application/json", body));
        XeroApiException e = get("Invoices");
        assertThat(e).isExactlyInstanceOf(ValidationException.class);
        assertThat(e.toString()).doesNotContain(SECRET);
        return (ValidationException) e;
    }

    private XeroApiException get(String path) {
        return catchThrowableOfType(
                XeroApiException.class,
                () -> xero.calls().get("GET X", new Request.Builder().url(url(path)), parser -> UUID.class));
    }

    private XeroApiException write(String path, String method) {
        RequestBody body = RequestBody.create("{}", MediaType.get("application/json"));
        return catchThrowableOfType(XeroApiException.class, () -> {
            if (method.equals("PUT")) {
                xero.calls().put("PUT X", url(path), body, parser -> 1);
            } else {
                xero.calls().post("POST X", url(path), body, parser -> 1);
            }
        });
    }

    private HttpUrl url(String path) {
        return xero.server().url("/api.xro/2.0/" + path);
    }
}
