package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okio.Buffer;
import okio.GzipSink;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestOptionsTest {

    private static final UUID ID = UUID.fromString("d4956132-ed94-4dd7-9eaa-aa22dfdf06f2");
    private static final String ONE = "{\"Invoices\":[{\"InvoiceNumber\":\"INV-1\"}]}";
    private static final String VALUE = "Blue Harbour";

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    private final List<RawAnswer> raw = new ArrayList<>();

    @Test
    void headersAndParameters_views_addUp() throws Exception {
        xero.answer(ONE);
        ApiCalls calls = xero.calls()
                .with(RequestOptions.builder()
                        .header("X-Trace", "1")
                        .parameter("other", "4")
                        .build())
                .with(RequestOptions.builder()
                        .header("x-trace", "2")
                        .parameter("new", "a b&c")
                        .build());
        new InvoicesClient(calls).get(ID);
        RecordedRequest request = xero.request();
        assertThat(request.getHeaders().values("X-Trace")).containsExactly("2");
        assertThat(request.getTarget()).endsWith("?unitdp=4&other=4&new=a%20b%26c");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Authorization",
                "XERO-TENANT-ID",
                "idempotency-key",
                "Accept",
                "content-type",
                "User-Agent",
                "Host",
                "Content-Length",
                "Accept-Encoding",
                "contentType",
                "",
                "X Y",
                "X:Y",
                "Zürich",
                "X\n"
            })
    void header_libraryOwnOrNone_isRefusedWithoutItsValue(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestOptions.builder().header(name, VALUE))
                .withMessageNotContaining(VALUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Blue Harbour\n",
                "Blue Harbour\r\nHost: x",
                "Blue Harbour ü",
                "Blue Harbour\u0000",
                "\tBlue Harbour"
            })
    void header_unsendableValue_isRefusedWithoutShowingIt(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestOptions.builder().header("X-Trace", value))
                .withMessageNotContaining(VALUE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "PageSize", "summarizeErrors", "IncludeOnline", " "})
    void parameter_libraryOwn_isRefusedWithoutItsValue(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RequestOptions.builder().parameter(name, VALUE))
                .withMessageNotContaining(VALUE);
    }

    @Test
    void call_setsItItself_isRefusedBeforeItIsSent() {
        InvoicesClient invoices = new InvoicesClient(xero.calls()
                .with(RequestOptions.builder().parameter("WHERE", VALUE).build()));
        assertThatThrownBy(() ->
                        invoices.list(q -> q.where("Total > 1")).iterator().hasNext())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(VALUE);
        InvoicesClient since = new InvoicesClient(xero.calls()
                .with(RequestOptions.builder()
                        .header("if-modified-since", VALUE)
                        .build()));
        assertThatThrownBy(() -> since.list(q -> q.modifiedSince(XeroServer.NOW))
                        .iterator()
                        .hasNext())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(VALUE);
        assertThat(xero.requests()).isZero();
    }

    @Test
    void idempotencyKey_outOfBounds_isRefused() {
        RequestOptions.builder().idempotencyKey("k".repeat(128)).idempotencyKey("!");
        for (String key : List.of("", "  ", "k".repeat(129), "Blue Harbour ü", "Blue\nHarbour")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> RequestOptions.builder().idempotencyKey(key))
                    .withMessageNotContaining("Blue");
        }
    }

    @Test
    void toString_values_areNotShown() {
        RequestOptions options = RequestOptions.builder()
                .header("X-Trace", VALUE)
                .parameter("searchTerm", VALUE)
                .build();
        assertThat(options.toString()).contains("X-Trace", "searchTerm").doesNotContain(VALUE);
    }

    @Test
    void rawAnswer_gzip_isUnpackedAndWhole() throws Exception {
        String answer = ONE + "   ";
        Buffer packed = new Buffer();
        try (var sink = Okio.buffer(new GzipSink(packed))) {
            sink.writeUtf8(answer);
        }
        xero.answer(XeroServer.response(200, "application/json", "")
                .setHeader("Content-Encoding", "gzip")
                .body(packed));
        assertThat(heard().get(ID).invoiceNumber()).contains("INV-1");
        assertThat(bodies()).containsExactly(answer);
        assertThat(raw.get(0).status()).isEqualTo(200);
        assertThat(raw.get(0).header("xero-correlation-id")).contains(XeroServer.CORRELATION);
        assertThat(raw.get(0).toString()).isEqualTo("RawAnswer[200, " + answer.length() + " bytes]");
    }

    @Test
    void rawAnswer_unreadable_isWhole() {
        String answer = "{\"Invoices\":[{\"Total\":\"Blue\"}]," + "\"x\":0,".repeat(5000) + "}";
        xero.answer(answer);
        assertThatThrownBy(() -> heard().get(ID)).isInstanceOf(UnreadableAnswerException.class);
        assertThat(bodies()).containsExactly(answer);
    }

    @Test
    void rawAnswer_failure_isWhole() {
        String answer = "x".repeat(200_000);
        xero.answer(XeroServer.response(503, "text/plain", answer));
        assertThatThrownBy(() -> heard().get(ID)).isInstanceOf(ServerErrorException.class);
        assertThat(bodies()).containsExactly(answer);
        assertThat(raw.get(0).status()).isEqualTo(503);
    }

    @Test
    void rawAnswer_cutOff_isWhatCame() {
        xero.answer(XeroServer.response(200, "application/json", ONE).onResponseBody(new SocketEffect.CloseSocket()));
        assertThatThrownBy(() -> heard().get(ID)).isInstanceOf(UnreadableAnswerException.class);
        assertThat(ONE).startsWith(bodies().get(0));
    }

    @Test
    void rawAnswer_listenerThrows_harmsNothing() {
        xero.answer(ONE);
        ApiCalls calls = xero.calls()
                .with(RequestOptions.builder()
                        .onRawAnswer(answer -> {
                            throw new IllegalStateException();
                        })
                        .build())
                .with(RequestOptions.builder().onRawAnswer(raw::add).build());
        assertThat(new InvoicesClient(calls).get(ID).invoiceNumber()).contains("INV-1");
        assertThat(bodies()).containsExactly(ONE);
    }

    private InvoicesClient heard() {
        return new InvoicesClient(
                xero.calls().with(RequestOptions.builder().onRawAnswer(raw::add).build()));
    }

    private List<String> bodies() {
        return raw.stream()
                .map(answer -> new String(answer.body(), StandardCharsets.UTF_8))
                .toList();
    }
}
