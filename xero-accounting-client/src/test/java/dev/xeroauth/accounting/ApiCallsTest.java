package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroIOException;
import dev.xeroauth.accounting.model.Invoice;
import java.io.IOException;
import java.util.Iterator;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ApiCallsTest {

    private static final UUID ID = UUID.fromString("d4956132-ed94-4dd7-9eaa-aa22dfdf06f2");
    private static final String ONE = "{\"Invoices\":[{\"InvoiceNumber\":\"INV-1\"}]}";
    private static final String PAGE =
            "{\"pagination\":{\"pageCount\":1},\"Invoices\":[{\"InvoiceNumber\":\"Blue Harbour\"},{\"Total\":12.50}]}";

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @Test
    void get_request_saysWhoAsksForWhat() throws Exception {
        xero.answer(ONE);
        xero.invoices().get(ID);
        RecordedRequest request = xero.request();
        assertThat(request.getTarget()).isEqualTo("/api.xro/2.0/Invoices/" + ID + "?unitdp=4");
        assertThat(request.getHeaders().values("Accept")).containsExactly("application/json");
        assertThat(request.getHeaders().get("Accept-Encoding")).isEqualTo("gzip");
        assertThat(request.getHeaders().get("User-Agent"))
                .startsWith("xero-auth-java/")
                .contains("okhttp/5");
    }

    @Test
    void get_noElement_isUnreadable() {
        xero.answer("{\"Invoices\":[]}");
        assertThatThrownBy(() -> xero.invoices().get(ID))
                .isInstanceOf(UnreadableAnswerException.class)
                .hasMessageContaining("0 elements in it instead of 1");
    }

    @Test
    void list_gzip_isUnpacked() throws IOException {
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(PAGE);
        }
        xero.answer(XeroServer.response(200, "application/json", "")
                .setHeader("Content-Encoding", "gzip")
                .body(packed));
        assertThat(xero.invoices().list()).hasSize(2);
    }

    @Test
    void list_pageRead_givesTheConnectionBackBeforeTheFirstElement() throws Exception {
        xero.answer(PAGE);
        xero.answer(PAGE);
        InvoicesClient invoices = xero.invoices();
        Iterator<Invoice> abandoned = invoices.list().iterator();
        abandoned.next();
        invoices.list().iterator().next();
        assertThat(xero.request().getConnectionIndex()).isEqualTo(xero.request().getConnectionIndex());
    }

    @Test
    void list_html_isUnreadableAndNotQuoted() {
        xero.answer(XeroServer.response(200, "text/html; charset=utf-8", "<html>Blue Harbour</html>"));
        UnreadableAnswerException e = unreadable();
        assertThat(e.contentType()).contains("text/html");
        assertThat(e.bytesRead()).isEqualTo(25);
        assertThat(e.status()).isEqualTo(200);
        assertThat(e.correlationId()).contains(XeroServer.CORRELATION);
        assertThat(e).hasMessageContaining("25 bytes read of type text/html").hasNoCause();
    }

    @Test
    void list_cutByTheConnection_isUnreadableWithItsFailure() {
        xero.answer(XeroServer.response(200, "application/json", PAGE).onResponseBody(new SocketEffect.CloseSocket()));
        UnreadableAnswerException e = unreadable();
        assertThat(e).hasMessageContaining("cut off").hasCauseInstanceOf(IOException.class);
        assertThat(e.bytesRead()).isPositive().isLessThan(PAGE.length());
    }

    @Test
    void list_cutInsideAWholeAnswer_isUnreadable() {
        for (int length : new int[] {0, 1, 20, 60, PAGE.length() - 1}) {
            xero.answer(XeroServer.response(200, "application/json", "").chunkedBody(PAGE.substring(0, length), 16));
            assertThat(unreadable().bytesRead()).isEqualTo(length);
        }
    }

    @Test
    void list_amountThatIsNone_namesThePlaceAlone() {
        xero.answer("{\"Invoices\":[{},{\"Total\":\"Blue Harbour\"}]}");
        assertThat(unreadable()).hasMessageContaining("no decimal number at /Invoices/1/Total");
    }

    @Test
    void list_badUtf8_isUnreadable() {
        Buffer body = new Buffer()
                .writeUtf8("{\"Invoices\":[{\"Reference\":\"")
                .writeByte(0xFF)
                .writeUtf8("\"}]}");
        xero.answer(XeroServer.response(200, "application/json", "").body(body));
        assertThat(unreadable()).hasMessageContaining("no JSON");
    }

    @Test
    void list_byteOrderMark_isReadOver() {
        xero.answer("\uFEFF" + PAGE);
        assertThat(xero.invoices().list()).hasSize(2);
    }

    @Test
    void list_ourExceptionInsideOfAnInterceptor_comesOutItself() {
        XeroConfigurationException problem = new XeroConfigurationException("no key");
        InvoicesClient invoices = xero.invoices(chain -> {
            throw new XeroIOException(problem);
        });
        assertThatThrownBy(() -> invoices.get(ID)).isSameAs(problem);
    }

    @Test
    void list_noConnection_isUnreachable() {
        InvoicesClient invoices = xero.invoices();
        xero.server().close();
        XeroUnreachableException e = catchThrowableOfType(
                XeroUnreachableException.class, () -> invoices.list().iterator().hasNext());
        assertThat(e.operation()).isEqualTo("GET Invoices");
        assertThat(e.tenantId()).contains(XeroServer.TENANT);
        assertThat(e).hasCauseInstanceOf(IOException.class);
    }

    @Test
    void list_interruptedThread_isUnreachableAndStaysInterrupted() {
        xero.answer(PAGE);
        InvoicesClient invoices = xero.invoices();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> invoices.list().iterator().hasNext()).isInstanceOf(XeroUnreachableException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private UnreadableAnswerException unreadable() {
        UnreadableAnswerException e = catchThrowableOfType(
                UnreadableAnswerException.class,
                () -> xero.invoices().list().iterator().hasNext());
        assertThat(e).isNotNull();
        assertThat(e.toString()).doesNotContain("Blue Harbour");
        return e;
    }
}
