package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.accounting.model.Attachment;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AttachmentsClientTest {

    private static final String ID = "2a488b0f-3966-4b6e-a7e1-b6d3286351f2";
    private static final String LISTED = "{\"AttachmentID\":\"" + ID + "\",\"FileName\":\"a.png\","
            + "\"Url\":\"https://x/a.png\",\"MimeType\":\"image/png\",\"ContentLength\":3,\"IncludeOnline\":true}";
    private static final byte[] CONTENT = {1, 2, 3};

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @TempDir
    Path directory;

    @Test
    void list_answer_isReadFileByFile() throws Exception {
        answer(1);
        Attachment file = attachments().list().get(0);
        assertThat(file.attachmentId()).contains(UUID.fromString(ID));
        assertThat(file.fileName()).contains("a.png");
        assertThat(file.url()).contains("https://x/a.png");
        assertThat(file.mimeType()).contains("image/png");
        assertThat(file.contentLength()).contains(3);
        assertThat(file.includeOnline()).contains(true);
        assertThat(xero.request().getTarget()).isEqualTo("/api.xro/2.0/Invoices/1/Attachments");
    }

    @Test
    void upload_bytes_goAsTheyAre() throws Exception {
        answer(1);
        assertThat(attachments().upload(Upload.of("a.png", CONTENT)).fileName()).contains("a.png");
        RecordedRequest request = xero.request();
        assertThat(request.getMethod()).isEqualTo("PUT");
        assertThat(request.getTarget()).isEqualTo("/api.xro/2.0/Invoices/1/Attachments/a.png");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("image/png");
        assertThat(request.getHeaders().get("Accept")).isEqualTo("application/json");
        assertThat(request.getHeaders().get("Idempotency-Key")).isNotBlank();
        assertThat(request.getBody().toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void upload_streamAndPath_goAsTheyAre() throws Exception {
        answer(1);
        answer(1);
        Path file = Files.write(directory.resolve("scan no. 1"), CONTENT);
        attachments().upload(Upload.of(file).contentType("text/csv").includeOnline());
        RecordedRequest request = xero.request();
        assertThat(request.getTarget()).endsWith("/Attachments/scan%20no.%201?IncludeOnline=true");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("text/csv");
        attachments().upload(Upload.of("b", new ByteArrayInputStream(CONTENT)));
        request = xero.request();
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/octet-stream");
        assertThat(request.getBody().toByteArray()).isEqualTo(CONTENT);
    }

    @Test
    void replace_file_isPosted() throws Exception {
        answer(1);
        attachments().replace(Upload.of("a.pdf", CONTENT));
        RecordedRequest request = xero.request();
        assertThat(request.getMethod()).isEqualTo("POST");
        assertThat(request.getHeaders().get("Content-Type")).isEqualTo("application/pdf");
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () -> attachments().replace(Upload.of("a.pdf", CONTENT).includeOnline()));
        assertThat(xero.requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "a b.pdf;a%20b.pdf",
                "a#1.pdf;a%231.pdf",
                "a+b.pdf;a%2Bb.pdf",
                "100%.pdf;100%25.pdf",
                "%2F%2e.pdf;%252F%252e.pdf",
                "%2e%2e;%252e%252e",
                ".%2e;.%252e",
                "...;...",
                ".hidden;.hidden",
                "a&b=c@d$e!.pdf;a%26b%3Dc%40d%24e%21.pdf",
                "[x]{y}^`'().pdf;%5Bx%5D%7By%7D%5E%60%27%28%29.pdf",
                "ünï.pdf;%C3%BCn%C3%AF.pdf",
                "請求書 ①.pdf;%E8%AB%8B%E6%B1%82%E6%9B%B8%20%E2%91%A0.pdf",
                "🌊.png;%F0%9F%8C%8A.png",
                " a ;%20a%20",
                "a,b~c_d-e.f;a%2Cb~c_d-e.f",
            })
    void upload_anyName_arrivesAsItIs(String name, String encoded) throws Exception {
        answer(1);
        attachments().upload(Upload.of(name, CONTENT));
        RecordedRequest request = xero.request();
        assertThat(request.getTarget()).isEqualTo("/api.xro/2.0/Invoices/1/Attachments/" + encoded);
        List<String> path = request.getUrl().pathSegments();
        assertThat(path.subList(2, path.size())).containsExactly("Invoices", "1", "Attachments", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".",
                "..",
                "a<b",
                "a>b",
                "a:b",
                "a\"b",
                "a/b",
                "a\\b",
                "a|b",
                "a?b",
                "a*b",
                "a\nb",
                "a\u0000",
                "a\u007f",
                "a\u0085",
                "half \ud83c"
            })
    void upload_nameThatXeroRefuses_isRefusedFirst(String name) {
        assertThatIllegalArgumentException().isThrownBy(() -> Upload.of(name, CONTENT));
        assertThatIllegalArgumentException().isThrownBy(() -> Upload.of(name, InputStream.nullInputStream()));
    }

    @Test
    void upload_longName_isRefusedFirst() {
        assertThat(Upload.of("x".repeat(255), CONTENT).toString()).doesNotContain("xxx");
        assertThatIllegalArgumentException().isThrownBy(() -> Upload.of("x".repeat(256), CONTENT));
    }

    @Test
    void upload_sizeThatXeroRefuses_isRefusedFirst() throws Exception {
        byte[] most = new byte[10_000_000];
        Upload.of("a", most);
        Upload.of("a", new ByteArrayInputStream(most));
        byte[] more = new byte[10_000_001];
        Path file = Files.write(directory.resolve("a"), more);
        assertTooLarge(() -> Upload.of("a", more));
        assertTooLarge(() -> Upload.of("a", new ByteArrayInputStream(more)));
        assertTooLarge(() -> Upload.of(file));
        assertThatIllegalArgumentException().isThrownBy(() -> Upload.of("a", new byte[0]));
    }

    private static void assertTooLarge(ThrowingCallable upload) {
        assertThatThrownBy(upload)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("10,000,000 bytes");
    }

    @Test
    void contentType_noneSuch_isRefused() {
        Upload file = Upload.of("a", CONTENT);
        for (String type : List.of("", "pdf", "text/ü", "text/csv\r\nHost: x")) {
            assertThatIllegalArgumentException().isThrownBy(() -> file.contentType(type));
        }
    }

    @Test
    void uploadAll_room_sendsAllAfterOneLook() throws Exception {
        answer(8);
        answer(1);
        answer(1);
        List<Upload> two = List.of(Upload.of("a", CONTENT), Upload.of("b", CONTENT));
        assertThat(attachments().uploadAll(two)).hasSize(2);
        assertThat(xero.request().getMethod()).isEqualTo("GET");
        assertThat(xero.request().getTarget()).endsWith("/a");
        assertThat(xero.request().getTarget()).endsWith("/b");
        assertThat(attachments().uploadAll(List.of())).isEmpty();
        assertThat(xero.requests()).isEqualTo(3);
    }

    @Test
    void uploadAll_noRoom_sendsNone() {
        answer(9);
        List<Upload> two = List.of(Upload.of("a", CONTENT), Upload.of("b", CONTENT));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attachments().uploadAll(two))
                .withMessageContaining("this one has 9, and 2 more");
        assertThat(xero.requests()).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> attachments().uploadAll(Collections.nCopies(11, two.get(0))));
        ApiCalls oneKey =
                xero.calls().with(RequestOptions.builder().idempotencyKey("k").build());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AttachmentsClient(oneKey, url(), "Invoices/{id}").uploadAll(two));
        assertThat(xero.requests()).isEqualTo(1);
    }

    /** Of two files of one name Xero keeps one. */
    @Test
    void uploadAll_nameGivenTwice_sendsNone() {
        List<Upload> two = List.of(Upload.of("a.txt", CONTENT), Upload.of("A.TXT", CONTENT));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> attachments().uploadAll(two))
                .withMessageContaining("The file in place 1, counted from 0, has the name of another");
        assertThat(xero.requests()).isZero();
    }

    @Test
    void uploadAll_nameThatIsThere_sendsNone() {
        answer(1);
        List<Upload> two = List.of(Upload.of("b.png", CONTENT), Upload.of("a.png", CONTENT));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> attachments().uploadAll(two))
                .withMessageContaining("The file in place 1, counted from 0, has the name of another");
        assertThat(xero.requests()).isEqualTo(1);
    }

    @Test
    void download_attachment_namesItsType() throws Exception {
        answer(1);
        Attachment listed = attachments().list().get(0);
        xero.request();
        xero.answer(XeroServer.response(200, "image/png", "abc"));
        Path file = directory.resolve("a.png");
        attachments().download(listed).saveTo(file);
        assertThat(file).hasContent("abc");
        RecordedRequest request = xero.request();
        assertThat(request.getTarget()).isEqualTo("/api.xro/2.0/Invoices/1/Attachments/" + ID);
        assertThat(request.getHeaders().values("contentType")).containsExactly("image/png");
        assertThat(request.getHeaders().values("Accept")).containsExactly("application/octet-stream");
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpg, image/jpeg, true",
        "image/png, application/octet-stream, true",
        "text/csv, text/plain, true",
        "application/json, application/json, true",
        "text/html, text/html, true",
        "image/png, text/html, false",
        "text/xml, application/xml, true",
        "application/xml, text/xml, true",
        "image/svg+xml, text/xml, true",
        "application/geo+json, application/json, true",
        "text/html; charset=utf-8, text/html, true",
        "text/xml, text/html, false",
        "text/xml, application/xhtml+xml, false",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet, application/xml, false",
        "image/png, application/json, false",
        "image/png, text/plain, false",
    })
    void download_answerOfAnotherType_isRefusedWhereItIsNoFile(String asked, String answered, boolean taken) {
        xero.answer(XeroServer.response(200, answered, "abc"));
        Download download = attachments().download(UUID.fromString(ID), asked);
        if (taken) {
            assertThat(new String(download.bytes(), StandardCharsets.UTF_8)).isEqualTo("abc");
        } else {
            assertThatThrownBy(download::bytes).isInstanceOf(UnreadableAnswerException.class);
        }
    }

    private void answer(int files) {
        xero.answer("{\"Attachments\":[" + String.join(",", Collections.nCopies(files, LISTED)) + "]}");
    }

    private AttachmentsClient attachments() {
        return new AttachmentsClient(xero.calls(), url(), "Invoices/{id}");
    }

    private HttpUrl url() {
        return xero.server().url("/api.xro/2.0/Invoices/1");
    }
}
