package dev.xeroauth.benchmarks.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import dev.xeroauth.accounting.internal.json.Envelope;
import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.model.Invoice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The page has the same amounts for two readers, and is the same whenever it is made. Nothing is timed here. */
class PageBenchmarksTest {

    @Test
    void page_madeTwice_isTheSameAndReadAlike() throws IOException {
        byte[] page = PageMaker.page(3);
        assertThat(PageMaker.page(3)).isEqualTo(page);

        Records.Page records = Records.mapper().readValue(page, Records.Page.class);
        try (JsonParser parser = Json.parser(new ByteArrayInputStream(page))) {
            assertThat(Envelope.read(parser, "Invoices", Invoice.class).elements())
                    .extracting(invoice -> invoice.total().orElseThrow())
                    .containsExactlyElementsOf(records.invoices().stream()
                            .map(Records.Invoice::total)
                            .toList());
        }
    }
}
