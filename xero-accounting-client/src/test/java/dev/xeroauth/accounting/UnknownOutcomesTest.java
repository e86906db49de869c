package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroIOException;
import dev.xeroauth.accounting.BatchItem.Outcome;
import dev.xeroauth.accounting.model.Invoice;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of a write of which an earlier attempt may have been carried out: OkHttp makes several of one call. */
class UnknownOutcomesTest {

    private static final String DONE = "{\"InvoiceNumber\":\"INV-1\",\"StatusAttributeString\":\"OK\"}";
    private static final String REFUSED =
            "{\"StatusAttributeString\":\"ERROR\",\"ValidationErrors\":[{\"Message\":\"Invoice # must be unique\"}]}";

    private final XeroConfigurationException problem = new XeroConfigurationException("no secret");

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 415, 429})
    void create_failureRepeatedSilentlyThenRefused_isUnknown(int status) {
        failAndHaveItRepeated();
        xero.answer(XeroServer.response(status, "application/json", "{\"Elements\":[" + REFUSED + "]}"));

        XeroApiException e = failure();

        assertThat(xero.requests()).isEqualTo(2);
        assertThat(e.status()).isEqualTo(status);
        assertThat(e.outcomeUnknown()).isTrue();
        assertThat(e.idempotencyKey()).isPresent();
        assertThat(e).hasMessageContaining("Xero may have done it: repeat it within 6 minutes");
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 415, 429})
    void create_refusedAtOnce_isCertain(int status) {
        xero.answer(XeroServer.response(status, "application/json", "{\"Elements\":[" + REFUSED + "]}"));

        XeroApiException e = failure();

        assertThat(e.outcomeUnknown()).isFalse();
        assertThat(e).hasMessageNotContaining("may have done it");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 307, 408, 409, 460, 499, 500, 503})
    void create_statusThatSaysNeither_isUnknown(int status) {
        xero.answer(XeroServer.response(status, "text/plain", "no"));
        xero.answer(XeroServer.response(status, "text/plain", "no")); // OkHttp repeats after 408

        assertThat(failure().outcomeUnknown()).isTrue();
    }

    @Test
    void create_elementRefusedWithSuccessAfterAFailure_isUnknown() {
        failAndHaveItRepeated();
        xero.answer(list(REFUSED));

        XeroApiException e = failure();

        assertThat(e).isInstanceOf(ValidationException.class);
        assertThat(e.outcomeUnknown()).isTrue();
    }

    @Test
    void create_failureRepeatedSilentlyThenSuccess_isDone() {
        failAndHaveItRepeated();
        xero.answer(list(DONE));

        assertThat(xero.invoices().create(invoice()).invoiceNumber()).contains("INV-1");
    }

    @Test
    void list_failureRepeatedSilentlyThenLimited_isNoUnknownOutcome() {
        failAndHaveItRepeated();
        xero.answer(XeroServer.response(429, "text/plain", "no"));

        RateLimitedException e = catchThrowableOfType(
                RateLimitedException.class,
                () -> xero.invoices().list().iterator().hasNext());

        assertThat(e.outcomeUnknown()).isFalse();
        assertThat(e).hasMessageNotContaining("may have done it");
    }

    @Test
    void createAll_failureRepeatedSilentlyThenLimited_isUnknown() {
        failAndHaveItRepeated();
        xero.answer(XeroServer.response(429, "text/plain", "no"));

        assertThat(outcomes(brokenOff(60), 0, 50)).containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void createAll_elementRefusedAfterAFailure_isUnknownAndTheOthersAreWhatTheyAre() {
        failAndHaveItRepeated();
        String refusedLast =
                String.join(",", IntStream.range(0, 49).mapToObj(i -> DONE).toList()) + "," + REFUSED;
        xero.answer(list(refusedLast));

        BatchBrokenOffException e = brokenOff(60);

        assertThat(outcomes(e, 0, 49)).containsOnly(Outcome.DONE);
        assertThat(outcomes(e, 49, 50)).containsOnly(Outcome.UNKNOWN);
        assertThat(outcomes(e, 50, 60)).containsOnly(Outcome.NOT_DONE);
        assertThat(e.result().items().get(49).idempotencyKey())
                .isPresent()
                .isEqualTo(e.result().items().get(0).idempotencyKey());
        assertThat(e.result().items().get(50).idempotencyKey()).isEmpty();
        assertThat(e.getCause()).isInstanceOfSatisfying(ValidationException.class, refused -> {
            assertThat(refused.outcomeUnknown()).isTrue();
            assertThat(refused.elements().get(0).messages()).containsExactly("Invoice # must be unique");
        });
    }

    @Test
    void createAll_oneRefusedAsAWholeAfterAFailure_isUnknown() {
        failAndHaveItRepeated();
        xero.answer(XeroServer.response(400, "application/json", "{\"Elements\":[" + REFUSED + "]}"));

        assertThat(outcomes(brokenOff(1), 0, 1)).containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void create_noTokenForAnotherAttempt_isUnknownWithTheReason() {
        xero.answer(XeroServer.response(500, "text/plain", "no"));

        XeroUnreachableException e = catchThrowableOfType(
                XeroUnreachableException.class,
                () -> xero.invoices(chain -> {
                            chain.proceed(chain.request()).close();
                            throw new XeroIOException(problem);
                        })
                        .create(invoice()));

        assertThat(e.outcomeUnknown()).isTrue();
        assertThat(e).hasCause(problem).hasMessageContaining("may have done it").hasMessageContaining("no secret");
    }

    @Test
    void create_noTokenAfterARefusal_isTheProblemItself() {
        xero.answer(XeroServer.response(401, "text/plain", "no"));

        assertThatThrownBy(() -> xero.invoices(chain -> {
                            chain.proceed(chain.request()).close();
                            throw new XeroIOException(problem);
                        })
                        .create(invoice()))
                .isSameAs(problem);
    }

    /** A connection that was closed or never came about has carried nothing. */
    @Test
    void create_noTokenAndNoAttemptThatLeft_isTheProblemItself() {
        InvoicesClient invoices = xero.invoices(chain -> {
            assertThatThrownBy(() -> chain.proceed(chain.request())).isInstanceOf(IOException.class);
            throw new XeroIOException(problem);
        });
        xero.server().close();

        assertThatThrownBy(() -> invoices.create(invoice())).isSameAs(problem);
    }

    /** An interceptor of the application's that makes an answer of its own says nothing of what was sent. */
    @Test
    void create_answerMadeUpAfterAFailure_isUnknown() {
        xero.answer(XeroServer.response(500, "text/plain", "no"));
        Interceptor breaker = chain -> {
            Response response = chain.proceed(chain.request());
            return response.newBuilder().code(429).build();
        };

        RateLimitedException e = catchThrowableOfType(
                RateLimitedException.class, () -> xero.invoices(breaker).create(invoice()));

        assertThat(e.outcomeUnknown()).isTrue();
    }

    private void failAndHaveItRepeated() {
        xero.answer(XeroServer.response(503, "text/plain", "no").setHeader("Retry-After", "0"));
    }

    private XeroApiException failure() {
        XeroApiException e = catchThrowableOfType(
                XeroApiException.class, () -> xero.invoices().create(invoice()));
        assertThat(e).isNotNull();
        return e;
    }

    private BatchBrokenOffException brokenOff(int objects) {
        List<Invoice> invoices =
                IntStream.range(0, objects).mapToObj(i -> invoice()).toList();
        BatchBrokenOffException e = catchThrowableOfType(
                BatchBrokenOffException.class, () -> xero.invoices().createAll(invoices));
        assertThat(e).isNotNull();
        assertThat(e.result().items()).hasSize(objects);
        return e;
    }

    private static List<Outcome> outcomes(BatchBrokenOffException e, int from, int to) {
        return e.result().items().subList(from, to).stream()
                .<Outcome>map(BatchItem::outcome)
                .toList();
    }

    private static String list(String elements) {
        return "{\"Invoices\":[" + elements + "]}";
    }

    private static Invoice invoice() {
        return Invoice.builder().build();
    }
}
