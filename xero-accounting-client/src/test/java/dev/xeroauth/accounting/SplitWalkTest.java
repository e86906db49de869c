package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.xeroauth.accounting.model.Invoice;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks over lists that need several addresses, against a server that has every invoice it is asked for. */
class SplitWalkTest {

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @BeforeEach
    void answerEverything() {
        xero.server().setDispatcher(new Dispatcher() {
            @Override
            public MockResponse dispatch(RecordedRequest request) {
                return page(request);
            }
        });
    }

    @Test
    void list_longerThanAnAddress_isAskedForInPartsAsItIsUsed() {
        List<UUID> ids = ids(120);
        Iterator<Invoice> walk = xero.invoices().list(q -> q.ids(ids)).iterator();
        assertThat(xero.requests()).isZero();
        int[] requests = new int[120];
        for (int i = 0; i < 120; i++) {
            assertThat(walk.next().invoiceId()).contains(ids.get(i));
            requests[i] = xero.requests();
        }
        assertThat(walk.hasNext()).isFalse();
        assertThat(Arrays.stream(requests).filter(n -> n == 1).count()).isEqualTo(50);
        assertThat(Arrays.stream(requests).filter(n -> n == 2).count()).isEqualTo(50);
        assertThat(xero.requests()).isEqualTo(3);
    }

    @Test
    void list_duplicates_areAskedForOnce() {
        List<UUID> twice =
                ids(120).stream().flatMap(id -> List.of(id, id).stream()).toList();

        assertThat(xero.invoices().list(q -> q.ids(twice))).hasSize(120);

        assertThat(xero.requests()).isEqualTo(3);
    }

    @Test
    void pages_ofParts_beginAgainInEachPart() {
        List<Page<Invoice>> pages = new ArrayList<>();

        xero.invoices().list(q -> q.ids(ids(60)).pageSize(20)).pages().forEach(pages::add);

        assertThat(pages).extracting(Page::number).containsExactly(1, 2, 3, 1);
        assertThat(pages).extracting(page -> page.elements().size()).containsExactly(20, 20, 10, 10);
        assertThat(xero.requests()).isEqualTo(4);
    }

    @Test
    void list_twice_isTwoWalks() {
        PagedIterable<Invoice> list = xero.invoices().list(q -> q.ids(ids(60)));
        assertThat(list).hasSize(60);
        assertThat(list.stream()).hasSize(60);
        assertThat(xero.requests()).isEqualTo(4);
    }

    @Test
    void list_parametersOfTheOptions_countInTheAddress() throws Exception {
        RequestOptions options =
                RequestOptions.builder().parameter("new", "ü".repeat(100)).build();

        assertThat(xero.invoices().with(options).list(q -> q.ids(ids(120)))).hasSize(120);

        assertThat(xero.requests()).isGreaterThan(3);
        for (int i = xero.requests(); i > 0; i--) {
            assertThat(xero.request().getUrl().toString()).hasSizeLessThan(2048);
        }
    }

    @Test
    void list_parameterTooLongForAnyAddress_isRefusedBeforeACall() {
        RequestOptions options =
                RequestOptions.builder().parameter("new", "x".repeat(2048)).build();
        InvoicesClient invoices = xero.invoices().with(options);
        assertThatIllegalArgumentException().isThrownBy(() -> invoices.list());
        assertThat(xero.requests()).isZero();
    }

    @Test
    void list_filterTooLongForAnyAddress_isRefusedBeforeACall() {
        InvoicesClient invoices = xero.invoices();
        assertThatIllegalArgumentException().isThrownBy(() -> invoices.list(q -> q.searchTerm("x".repeat(2048))));
        assertThat(xero.requests()).isZero();
    }

    /** The invoices of {@code IDs}, page by page. */
    private static MockResponse page(RecordedRequest request) {
        List<String> ids = List.of(parameter(request, "IDs").split(","));
        int page = Integer.parseInt(parameter(request, "page"));
        int size = Integer.parseInt(parameter(request, "pageSize"));
        String invoices = ids.stream()
                .skip((page - 1L) * size)
                .limit(size)
                .map(id -> "{\"InvoiceID\":\"" + id + "\"}")
                .collect(Collectors.joining(","));
        String count = "{\"pageCount\":" + (ids.size() + size - 1) / size + "}";
        return XeroServer.response(
                        200, "application/json", "{\"pagination\":" + count + ",\"Invoices\":[" + invoices + "]}")
                .build();
    }

    private static String parameter(RecordedRequest request, String name) {
        return String.valueOf(request.getUrl().queryParameter(name));
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UUID(7, i)).toList();
    }
}
