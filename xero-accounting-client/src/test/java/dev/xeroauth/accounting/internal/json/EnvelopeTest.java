package dev.xeroauth.accounting.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonParser;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.Pagination;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    private static final String PAGE = "{'Id':'900c500b-e83c-4ce2-902a-b8ba04751748','Status':'OK',"
            + "'DateTimeUTC':'\\/Date(1552326816230)\\/','pagination':{'page':1,'pageSize':100,'pageCount':1,'itemCount':2},"
            + "'Invoices':[{'InvoiceNumber':'INV-1','Total':1.00},{'InvoiceNumber':'Ü-2','LineItems':[{'Quantity':2}]}]}";

    @Test
    void read_page_hasElementsAndPagination() throws IOException {
        Envelope<Invoice> page = read(PAGE);
        assertThat(page.elements())
                .extracting(invoice -> invoice.invoiceNumber().orElseThrow())
                .containsExactly("INV-1", "Ü-2");
        Pagination pagination = page.pagination();
        assertThat(pagination).isNotNull();
        assertThat(pagination.itemCount()).contains(2);
    }

    @Test
    void read_paginationBehindTheList_isFound() throws IOException {
        assertThat(read("{'Invoices':[],'pagination':{'pageCount':0}}").pagination())
                .isNotNull();
    }

    @Test
    void read_withoutPagination_hasNone() throws IOException {
        assertThat(read("{'Invoices':[],'pagination':null}").pagination()).isNull();
    }

    @Test
    void read_cutAnywhere_isUnreadable() {
        for (int length = 0; length < PAGE.length(); length++) {
            String cut = PAGE.substring(0, length);
            assertThatThrownBy(() -> read(cut)).as("cut at %s", length).isInstanceOf(IOException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Status':'OK'}",
                "{'Invoices':null}",
                "{'invoices':[]}",
                "{'Invoices':{}}",
                "{'Contacts':[]}",
                "[]",
                "'Invoices'",
                "null",
                "{'Invoices':[]}{}",
                "{'Invoices':[]}]"
            })
    void read_noSuchList_isUnreadableAndNotEmpty(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(IOException.class);
    }

    @Test
    void only_notOneElement_isUnreadable() {
        assertThatThrownBy(() -> read("{'Invoices':[]}").only()).hasMessage("0 elements in it instead of 1");
        assertThatThrownBy(() -> read(PAGE).only()).hasMessage("2 elements in it instead of 1");
    }

    private static Envelope<Invoice> read(String json) throws IOException {
        try (JsonParser parser = Reading.parser(json)) {
            return Envelope.read(parser, "Invoices", Invoice.class);
        }
    }
}
