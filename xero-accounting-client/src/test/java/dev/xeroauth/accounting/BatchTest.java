package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xeroauth.accounting.BatchItem.Outcome;
import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.internal.json.Writing;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Interceptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchTest {

    private static final String REJECTED =
            "{\"StatusAttributeString\":\"ERROR\",\"ValidationErrors\":[{\"Message\":\"No contact\"}]}";
    private static final String WARNED =
            "{\"InvoiceNumber\":\"W\",\"StatusAttributeString\":\"WARNING\",\"Warnings\":[{\"Message\":\"Old date\"}]}";

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @Test
    void createAll_none_asksNobody() {
        assertThat(xero.invoices().createAll(List.of()).items()).isEmpty();

        assertThat(xero.requests()).isZero();
    }

    @Test
    void createAll_120_goInThreeRequestsEachWithAKey() throws Exception {
        answerDone(50);
        answerDone(50);
        answerDone(20);

        BatchResult<Invoice> result = xero.invoices().createAll(invoices(120));

        assertThat(result.allDone()).isTrue();
        assertThat(result.items()).extracting(BatchItem::index).containsExactlyElementsOf(upTo(120));
        RecordedRequest first = xero.request();
        RecordedRequest second = xero.request();
        assertThat(first.getMethod()).isEqualTo("PUT");
        assertThat(first.getUrl().queryParameter("summarizeErrors")).isEqualTo("false");
        assertThat(count(first)).isEqualTo(50);
        assertThat(count(second)).isEqualTo(50);
        assertThat(count(xero.request())).isEqualTo(20);
        assertThat(key(first)).isNotBlank().isNotEqualTo(key(second));
        assertThat(result.items().get(49).idempotencyKey()).contains(key(first));
        assertThat(result.items().get(50).idempotencyKey()).contains(key(second));
    }

    @Test
    void createAll_oneRejected_othersAreDoneAndKeepTheirPlace() {
        xero.answer(list(List.of(done("A"), REJECTED, WARNED)));
        List<Invoice> invoices = invoices(3);

        BatchResult<Invoice> result = xero.invoices().createAll(invoices);

        assertThat(result.items())
                .extracting(BatchItem::outcome)
                .containsExactly(Outcome.DONE, Outcome.REJECTED, Outcome.DONE);
        assertThat(result.items().get(1).errors()).containsExactly("No contact");
        assertThat(result.items().get(1).submitted()).isSameAs(invoices.get(1));
        assertThat(result.items().get(2).warnings()).containsExactly("Old date");
        assertThat(result.documents()).hasSize(2);
        assertThat(result.allDone()).isFalse();
        assertThat(result).hasToString("BatchResult[DONE=2, REJECTED=1, NOT_DONE=0, UNKNOWN=0]");
        assertThat(result.items().get(1).toString()).doesNotContain("No contact");
    }

    @ParameterizedTest
    @CsvSource({"401, NOT_DONE", "403, NOT_DONE", "404, NOT_DONE", "429, NOT_DONE", "500, UNKNOWN", "503, UNKNOWN"})
    void createAll_secondRequestFails_saysWhatIsDoneAndWhatIsNot(int status, Outcome outcome) {
        answerDone(50);
        xero.answer(XeroServer.response(status, "text/plain", "no"));

        BatchResult<?> result = brokenOff(invoices(120));

        assertThat(outcomes(result, 0, 50)).containsOnly(Outcome.DONE);
        assertThat(outcomes(result, 50, 100)).containsOnly(outcome);
        assertThat(outcomes(result, 100, 120)).containsOnly(Outcome.NOT_DONE);
        assertThat(result.items().get(99).idempotencyKey()).isPresent();
        assertThat(result.items().get(100).idempotencyKey()).isEmpty();
        assertThat(xero.requests()).isEqualTo(2);
    }

    @Test
    void createAll_answerLost_isUnknown() {
        xero.answer(XeroServer.response(200, "application/json", list(List.of(done("A"))))
                .onResponseStart(SocketEffect.ShutdownConnection.INSTANCE));

        assertThat(outcomes(brokenOff(invoices(1)), 0, 1)).containsOnly(Outcome.UNKNOWN);
    }

    @Test
    void createAll_fewerAnswersThanDocuments_isUnknown() {
        xero.answer(list(List.of(done("A"))));

        assertThat(outcomes(brokenOff(invoices(2)), 0, 2)).containsOnly(Outcome.UNKNOWN);
    }

    /** Which element is meant is not certain then: Xero may have left out those that it finds nothing wrong with. */
    @Test
    void createAll_severalRefusedAsAWhole_breaksOffWithNothingDone() {
        answerRefused();

        assertThat(outcomes(brokenOff(invoices(2)), 0, 2)).containsOnly(Outcome.NOT_DONE);
    }

    @Test
    void createAll_oneRefusedAsAWhole_isRejected() {
        answerRefused();

        BatchResult<Invoice> result = xero.invoices().createAll(invoices(1));

        assertThat(result.items().get(0).errors()).containsExactly("No contact");
    }

    @Test
    void createAll_large_isSplitBelowTheSizeThatXeroTakes() throws Exception {
        List<Invoice> large = Stream.generate(() -> withReference("x".repeat(1_500_000)))
                .limit(5)
                .toList();
        answerDone(2);
        answerDone(2);
        answerDone(1);

        assertThat(xero.invoices().createAll(large).allDone()).isTrue();

        for (int i = 0; i < 3; i++) {
            assertThat(xero.request().getBody().size()).isLessThanOrEqualTo(3_500_000);
        }
    }

    @Test
    void createAll_oneTooLarge_isRejectedInItsPlaceAndNotSent() {
        answerDone(1);
        answerDone(1);
        Invoice tooLarge = withReference("x".repeat(3_500_000));

        BatchResult<Invoice> result =
                xero.invoices().createAll(List.of(withReference("a"), tooLarge, withReference("b")));

        assertThat(outcomes(result, 0, 3)).containsExactly(Outcome.DONE, Outcome.REJECTED, Outcome.DONE);
        assertThat(result.items().get(1).errors()).singleElement().asString().contains("3500000");
    }

    @Test
    void createAll_oneThatCannotBeWritten_isRefusedBeforeAnythingIsSent() {
        List<Invoice> invoices = new ArrayList<>(invoices(60));
        invoices.add(Invoice.builder()
                .currencyRate(new BigDecimal(BigInteger.TEN.pow(2000)))
                .build());

        assertThatThrownBy(() -> xero.invoices().createAll(invoices))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("decimal");
        assertThat(xero.requests()).isZero();
    }

    @Test
    void createAll_optionThatTheLibrarySets_isRefusedBeforeAnythingIsSent() {
        RequestOptions options =
                RequestOptions.builder().parameter("UnitDP", "3").build();

        assertThatThrownBy(() -> xero.invoices().with(options).createAll(invoices(2)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("UnitDP");
        assertThat(xero.requests()).isZero();
    }

    @Test
    void createAll_interceptorOfTheApplicationThrows_losesNothing() {
        answerDone(50);
        AtomicInteger requests = new AtomicInteger();
        Interceptor broken = chain -> {
            if (requests.incrementAndGet() > 1) {
                throw new IllegalStateException("Blue Harbour");
            }
            return chain.proceed(chain.request());
        };

        BatchBrokenOffException thrown = catchThrowableOfType(
                BatchBrokenOffException.class, () -> xero.invoices(broken).createAll(invoices(120)));

        assertThat(thrown).hasCauseInstanceOf(IllegalStateException.class).hasMessageNotContaining("Blue");
        assertThat(outcomes(thrown.result(), 0, 50)).containsOnly(Outcome.DONE);
        assertThat(outcomes(thrown.result(), 50, 100)).containsOnly(Outcome.UNKNOWN);
        assertThat(outcomes(thrown.result(), 100, 120)).containsOnly(Outcome.NOT_DONE);
        assertThat(thrown.result().items()).extracting(BatchItem::index).isEqualTo(upTo(120));
    }

    /** The brackets around it count as well. */
    @Test
    void createAll_oneTooLargeByItsBrackets_isNotSent() {
        int around = Json.bytes(withReference(""), Writing.REQUEST).length;
        Invoice tooLarge = withReference("x".repeat(3_500_000 - around));

        BatchResult<Invoice> result = xero.invoices().createAll(List.of(tooLarge));

        assertThat(outcomes(result, 0, 1)).containsExactly(Outcome.REJECTED);
        assertThat(xero.requests()).isZero();
    }

    @Test
    void createAll_unknownPartSentAgainWithItsKey_isTheSameRequest() throws Exception {
        List<Invoice> invoices = invoices(60);
        answerDone(50);
        xero.answer(XeroServer.response(500, "text/html", "<html>"));
        answerDone(10);
        BatchItem<?> unknown = brokenOff(invoices).items().get(50);

        RequestOptions sameKey = RequestOptions.builder()
                .idempotencyKey(unknown.idempotencyKey().orElseThrow())
                .build();
        xero.invoices().with(sameKey).createAll(invoices.subList(50, 60));

        xero.request();
        RecordedRequest lost = xero.request();
        RecordedRequest again = xero.request();
        assertThat(again.getBody()).isEqualTo(lost.getBody());
        assertThat(key(again)).isEqualTo(key(lost));
        assertThat(again.getUrl()).isEqualTo(lost.getUrl());
    }

    @Test
    void createAll_keyGiven_isNumberedFromTheSecondRequestOn() throws Exception {
        answerDone(50);
        answerDone(1);

        xero.invoices()
                .with(RequestOptions.builder().idempotencyKey("import-7").build())
                .createAll(invoices(51));

        assertThat(key(xero.request())).isEqualTo("import-7");
        assertThat(key(xero.request())).startsWith("import-7-2-");
    }

    @Test
    void createAll_null_isRefusedAndNamed() {
        List<Invoice> invoices = new ArrayList<>(invoices(1));
        invoices.add(null);

        assertThatNullPointerException()
                .isThrownBy(() -> xero.invoices().createAll(invoices))
                .withMessage("documents has null in place 1, counted from 0");
        assertThatNullPointerException()
                .isThrownBy(() -> xero.invoices().updateAll(null))
                .withMessage("documents is null");
        assertThat(xero.requests()).isZero();
    }

    @Test
    void updateAll_oneWithoutId_isRefusedBeforeAnythingIsSent() {
        List<Invoice> invoices =
                List.of(Invoice.builder().invoiceId(new UUID(1, 1)).build(), withReference("no id"));

        assertThatThrownBy(() -> xero.invoices().updateAll(invoices)).isInstanceOf(IllegalArgumentException.class);
        assertThat(xero.requests()).isZero();
    }

    private void answerRefused() {
        xero.answer(XeroServer.response(
                400,
                "application/json",
                "{\"ErrorNumber\":10,\"Type\":\"ValidationException\",\"Message\":\"A validation exception occurred\","
                        + "\"Elements\":[" + REJECTED + "]}"));
    }

    private BatchResult<?> brokenOff(List<Invoice> invoices) {
        BatchBrokenOffException thrown = catchThrowableOfType(
                BatchBrokenOffException.class, () -> xero.invoices().createAll(invoices));
        assertThat(thrown.getCause()).isNotNull();
        return thrown.result();
    }

    private void answerDone(int count) {
        xero.answer(
                list(IntStream.range(0, count).mapToObj(i -> done("INV-" + i)).toList()));
    }

    private static String list(List<String> elements) {
        return "{\"Status\":\"OK\",\"Invoices\":[" + String.join(",", elements) + "]}";
    }

    private static String done(String number) {
        return "{\"InvoiceNumber\":\"" + number + "\",\"StatusAttributeString\":\"OK\"}";
    }

    private static List<Invoice> invoices(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> withReference("ref-" + i))
                .toList();
    }

    private static Invoice withReference(String reference) {
        Contact contact = Contact.builder().contactId(new UUID(7, 7)).build();
        return Invoice.builder().contact(contact).reference(reference).build();
    }

    private static List<Integer> upTo(int count) {
        return IntStream.range(0, count).boxed().toList();
    }

    private static List<Outcome> outcomes(BatchResult<?> result, int from, int to) {
        return result.items().subList(from, to).stream()
                .<Outcome>map(BatchItem::outcome)
                .toList();
    }

    private static String key(RecordedRequest request) {
        return String.valueOf(request.getHeaders().get("Idempotency-Key"));
    }

    private static int count(RecordedRequest request) {
        return request.getBody().utf8().split("\"Reference\"", -1).length - 1;
    }
}
