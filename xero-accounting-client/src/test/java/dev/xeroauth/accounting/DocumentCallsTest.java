package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xeroauth.accounting.model.HistoryRecord;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.HttpUrl;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PDF, e-mail, online invoice and history of a document. */
class DocumentCallsTest {

    private static final byte[] PDF = new byte[300_000];
    private static final String EMPTY = "{\"HistoryRecords\":[]}";

    static {
        new Random(4711).nextBytes(PDF);
    }

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @TempDir
    Path directory;

    @Test
    void pdf_bytes_areAsXeroSentThem() throws Exception {
        xero.answer(pdf());
        Download download = document().pdf();
        assertThat(xero.requests()).isZero();
        assertThat(download.bytes()).isEqualTo(PDF);
        RecordedRequest request = xero.request();
        assertThat(request.getTarget()).isEqualTo("/api.xro/2.0/Invoices/1/pdf");
        assertThat(request.getHeaders().values("Accept")).containsExactly("application/pdf");
        assertThat(request.getHeaders().get("User-Agent")).startsWith("xero-auth-java/");
        assertThat(request.getHeaders().get("Idempotency-Key")).isNull();
    }

    @Test
    void saveTo_whole_replacesTheFileAndLeavesNothingElse() throws Exception {
        Path file = Files.writeString(directory.resolve("a.pdf"), "old");
        xero.answer(pdf());
        document().pdf().saveTo(file);
        assertThat(file).hasBinaryContent(PDF);
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void saveTo_cutOff_leavesTheOldFile() throws Exception {
        Path file = Files.writeString(directory.resolve("a.pdf"), "old");
        xero.answer(pdf().onResponseBody(new SocketEffect.CloseSocket()));
        assertThatThrownBy(() -> document().pdf().saveTo(file))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("cut off");
        assertThat(file).hasContent("old");
        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(file));
    }

    @Test
    void saveTo_cutOffOrRefused_makesNoFile() {
        Path file = directory.resolve("a.pdf");
        xero.answer(XeroServer.response(200, "application/pdf", "")
                .chunkedBody(new Buffer().write(PDF), 1000)
                .onResponseBody(new SocketEffect.CloseSocket()));
        assertThatThrownBy(() -> document().pdf().saveTo(file)).isInstanceOf(UnreadableAnswerException.class);
        xero.answer(XeroServer.response(404, "text/plain", "no"));
        assertThatThrownBy(() -> document().pdf().saveTo(file)).isInstanceOf(NotFoundException.class);
        assertThat(directory).isEmptyDirectory();
        assertThatThrownBy(
                        () -> document().pdf().saveTo(directory.resolve("none").resolve("a.pdf")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(xero.requests()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/html; charset=utf-8", "text/plain", "application/xml"})
    void pdf_somethingElseWithSuccess_isUnreadable(String type) {
        xero.answer(XeroServer.response(200, type, "{}"));
        assertThatThrownBy(() -> document().pdf().bytes())
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("no file of type application/pdf");
    }

    @Test
    void writeTo_targetFails_isItsOwnExceptionAndGivesTheConnectionBack() throws Exception {
        IOException full = new IOException("disk full");
        xero.answer(pdf());
        xero.answer(pdf());
        ApiCalls calls = xero.calls();
        assertThatThrownBy(() -> document(calls).pdf().writeTo(new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw full;
                    }
                }))
                .isSameAs(full);
        assertThat(document(calls).pdf().bytes()).isEqualTo(PDF);
    }

    @Test
    void pdf_rawAnswers_showFailuresAlone() {
        StringBuilder shown = new StringBuilder();
        ApiCalls calls = xero.calls()
                .with(RequestOptions.builder()
                        .onRawAnswer(answer -> shown.append(new String(answer.body(), StandardCharsets.UTF_8)))
                        .build());
        xero.answer(pdf());
        document(calls).pdf().bytes();
        xero.answer(XeroServer.response(404, "text/plain", "none"));
        assertThatThrownBy(() -> document(calls).pdf().bytes()).isInstanceOf(NotFoundException.class);
        assertThat(shown).hasToString("none");
    }

    @Test
    void email_noContent_isEnough() throws Exception {
        xero.answer(new MockResponse.Builder().code(204));
        document().email();
        RecordedRequest request = xero.request();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("POST /api.xro/2.0/Invoices/1/Email");
        assertThat(request.getBody().utf8()).isEqualTo("{}");
        assertThat(request.getHeaders().get("Idempotency-Key")).isNotBlank();
    }

    @Test
    void email_emptyAnswer_isEnough() {
        xero.answer(XeroServer.response(200, "application/json", ""));
        assertThatCode(() -> document().email()).doesNotThrowAnyException();
    }

    @Test
    void email_answeredByAGatewaysPage_isNotTakenAsSent() {
        xero.answer(XeroServer.response(200, "text/html", "<html>Sign in to the network</html>"));
        UnreadableAnswerException e = catchThrowableOfType(
                UnreadableAnswerException.class, () -> document().email());
        assertThat(e).hasMessageContaining("it should be empty").hasMessageContaining("text/html");
        assertThat(e.outcomeUnknown()).isTrue();
    }

    @Test
    void email_answerCutOff_isUnreadable() {
        xero.answer(
                XeroServer.response(200, "text/html", "x".repeat(5000)).onResponseBody(new SocketEffect.CloseSocket()));
        assertThatThrownBy(() -> document().email()).isInstanceOf(UnreadableAnswerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://in.xero.com/a b", "in.xero.com/a", "none", "mailto:a@b", "https://"})
    void onlineInvoiceUrl_noAddress_isUnreadable(String text) {
        xero.answer("{\"OnlineInvoices\":[{\"OnlineInvoiceUrl\":\"" + text + "\"}]}");
        assertThatThrownBy(() -> document().onlineInvoiceUrl())
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("no address of a page")
                .hasMessageNotContaining(text);
    }

    @Test
    void onlineInvoiceUrl_notFound_saysSo() {
        xero.answer(XeroServer.response(404, "text/plain", "no"));
        assertThatThrownBy(() -> document().onlineInvoiceUrl()).isInstanceOf(NotFoundException.class);
    }

    @Test
    void onlineInvoiceUrl_answer_isAnAddressOrNothing() throws Exception {
        xero.answer(
                "{\"OnlineInvoices\":[{\"OnlineInvoiceUrl\":\"https://in.xero.com/iztKMjyAEJT7MVnmruxgCdIJUDStfRgmtdQSIW13\"}]}");
        assertThat(document().onlineInvoiceUrl())
                .contains(URI.create("https://in.xero.com/iztKMjyAEJT7MVnmruxgCdIJUDStfRgmtdQSIW13"));
        assertThat(xero.request().getTarget()).isEqualTo("/api.xro/2.0/Invoices/1/OnlineInvoice");
        for (String none : List.of("[]", "[{}]", "[{\"OnlineInvoiceUrl\":\"\"}]")) {
            xero.answer("{\"OnlineInvoices\":" + none + "}");
            assertThat(document().onlineInvoiceUrl()).isEmpty();
        }
    }

    @Test
    void history_list_isReadRecordByRecord() throws Exception {
        xero.answer("{\"HistoryRecords\":[{\"Changes\":\"Updated\",\"DateUTCString\":\"2018-02-15T09:25:50\","
                + "\"DateUTC\":\"/Date(1518686750940+0000)/\",\"User\":\"Ada\",\"Details\":\"Paid\"},{}]}");
        List<HistoryRecord> records = history().list();
        assertThat(xero.request().getTarget()).isEqualTo("/api.xro/2.0/Invoices/1/History");
        assertThat(records).hasSize(2);
        assertThat(records.get(0).changes()).contains("Updated");
        assertThat(records.get(0).details()).contains("Paid");
        assertThat(records.get(0).user()).contains("Ada");
        assertThat(records.get(0).dateUtc()).contains(Instant.parse("2018-02-15T09:25:50.940Z"));
    }

    @Test
    void addNote_anyText_isSentAsJson() throws Exception {
        xero.answer(EMPTY);
        history().addNote("He said \"née\"\n\\ 🌊\u0001");
        RecordedRequest request = xero.request();
        assertThat(request.getMethod() + " " + request.getTarget()).isEqualTo("PUT /api.xro/2.0/Invoices/1/History");
        assertThat(request.getBody().utf8())
                .isEqualTo("{\"HistoryRecords\":[{\"Details\":\"He said \\\"née\\\"\\n\\\\ 🌊\\u0001\"}]}");
        xero.answer(EMPTY);
        history().addNote("x".repeat(2500));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[{\"Message\":\"No notes here\"}];No notes here",
                "[{\"Description\":\"No notes here\"}];No notes here",
                "[{}];Xero refused it without saying why",
            })
    void addNote_refusedWithSuccess_throws(String errors, String words) {
        xero.answer("{\"HistoryRecords\":[{\"Details\":\"x\",\"ValidationErrors\":" + errors + "}]}");
        ValidationException e =
                catchThrowableOfType(ValidationException.class, () -> history().addNote("Blue Harbour"));
        assertThat(e.elements().get(0).messages()).containsExactly(words);
        assertThat(e.elements().get(0).submitted()).contains("Blue Harbour");
        assertThat(e).hasMessageNotContaining("Blue Harbour").hasMessageNotContaining("No notes");
        assertThat(e.outcomeUnknown()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",\"ValidationErrors\":[]", ",\"ValidationErrors\":null"})
    void addNote_noErrors_isKept(String errors) {
        xero.answer("{\"HistoryRecords\":[{\"Details\":\"x\"" + errors + "}]}");
        assertThatCode(() -> history().addNote("x")).doesNotThrowAnyException();
    }

    @Test
    void addNote_emptyOrTooLong_isNotSent() {
        for (String text : List.of("", " \n", "x".repeat(2501))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> history().addNote(text))
                    .withMessageContaining("1 to 2500 characters");
        }
        assertThat(xero.requests()).isZero();
    }

    @Test
    void addNote_halfACharacter_isNotSent() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> history().addNote("half " + "🌊".charAt(0) + " of it"))
                .withMessageContaining("half a character");
        assertThat(xero.requests()).isZero();
    }

    private MockResponse.Builder pdf() {
        return XeroServer.response(200, "application/pdf", "").body(new Buffer().write(PDF));
    }

    private HistoryClient history() {
        return new HistoryClient(xero.calls(), url(), "Invoices/{id}");
    }

    private DocumentCalls document() {
        return document(xero.calls());
    }

    private DocumentCalls document(ApiCalls calls) {
        return new DocumentCalls(calls, url(), "Invoices/{id}");
    }

    private HttpUrl url() {
        return xero.server().url("/api.xro/2.0/Invoices/1");
    }
}
