package dev.xeroauth.accounting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.xeroauth.accounting.internal.json.Envelope;
import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.internal.json.Reading;
import dev.xeroauth.accounting.internal.json.Writing;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** A list of lines that is sent is all lines to Xero: which lists are sent, and which are not or are refused. */
class WholeLinesTest {

    private static final UUID ID = UUID.fromString("d4956132-ed94-4dd7-9eaa-aa22dfdf06f2");
    private static final UUID LINE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final String SENT_ID = "{\"InvoiceID\":\"" + ID + "\"";
    private static final String SENT_NONE = SENT_ID + ",\"LineItems\":[]}";
    private static final LineItem NEW = LineItem.builder().description("c").build();

    private Invoice read;

    @BeforeEach
    void read() throws IOException {
        read = Reading.read(
                Invoice.class,
                "{'InvoiceID':'" + ID + "','LineItems':[{'LineItemID':'" + LINE + "','UnitAmount':1.00}]}");
    }

    @Test
    void build_idAndAddedLinesAlone_isRefusedWithTheWayOut() {
        for (Invoice.Builder builder : List.of(
                Invoice.builder().invoiceId(ID).addLineItem(NEW),
                Invoice.builder().addLineItem(NEW).addLineItem(NEW).invoiceId(ID),
                Invoice.builder().build().toBuilder().invoiceId(ID).addLineItem(NEW),
                Invoice.builder().invoiceId(ID).lineItems(unseen().lineItems()).addLineItem(NEW))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(builder::build)
                    .withMessageContaining("Xero would delete the lines that " + ID + " has")
                    .withMessageContaining("changes(...addLineItem(line))")
                    .withMessageContaining("lineItems(all)");
        }
        BankTransaction.Builder spent =
                BankTransaction.builder().bankTransactionId(ID).addLineItem(NEW);
        assertThatIllegalArgumentException().isThrownBy(spent::build);
    }

    @Test
    void build_allLinesOrAddedToThem_isADocument() {
        assertThat(Invoice.builder().addLineItem(NEW).build().lineItems()).hasSize(1);
        assertThat(Invoice.builder()
                        .invoiceId(ID)
                        .lineItems(List.of(NEW))
                        .addLineItem(NEW)
                        .build()
                        .lineItems())
                .hasSize(2);
        assertThat(Invoice.builder()
                        .invoiceId(ID)
                        .lineItems(List.of())
                        .addLineItem(NEW)
                        .build()
                        .lineItems())
                .hasSize(1);
        assertThat(read.toBuilder().addLineItem(NEW).build().lineItems()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "WHOLE")
    void write_emptyListAsRead_isLeftOut(Writing how) {
        assertThat(Json.text(unseen(), how)).isEqualTo(SENT_ID + "}");
        assertThat(Json.text(unseen().toBuilder().reference("a").build(), how))
                .isEqualTo(SENT_ID + ",\"Reference\":\"a\"}");
        for (Invoice without :
                List.of(unseen(), Invoice.fromJson("{}"), Invoice.builder().build())) {
            Invoice copy = Invoice.builder()
                    .invoiceId(ID)
                    .lineItems(without.lineItems())
                    .build();
            assertThat(Json.text(copy, how)).isEqualTo(SENT_ID + "}");
        }
    }

    @Test
    void write_listsInsideOfLinesThatCameEmpty_areLeftOutToo() throws IOException {
        Invoice line = Reading.read(
                Invoice.class, "{'LineItems':[{'Tracking':[],'TaxBreakdown':[null]}],'InvoiceAddresses':[]}");
        assertThat(Json.text(line, Writing.REQUEST)).isEqualTo("{\"LineItems\":[{}]}");
    }

    @Test
    void write_listEmptiedOnPurpose_isSent() {
        assertThat(request(unseen().toBuilder().lineItems(List.of()).build())).isEqualTo(SENT_NONE);
        assertThat(request(Invoice.builder().invoiceId(ID).lineItems(List.of()).build()))
                .isEqualTo(SENT_NONE);
        assertThat(request(read.toBuilder().removeLineItem(LINE).build())).isEqualTo(SENT_NONE);
        assertThat(request(read.changes(invoice -> invoice.removeLineItem(LINE))))
                .isEqualTo(SENT_NONE);
    }

    @Test
    void toJson_emptyListAsRead_isKept() {
        assertThat(unseen().toJson()).isEqualTo(SENT_NONE);
        assertThat(Invoice.fromJson(unseen().toJson()))
                .isEqualTo(unseen())
                .hasSameHashCodeAs(unseen())
                .isEqualTo(Invoice.builder().invoiceId(ID).lineItems(List.of()).build());
    }

    @Test
    void changes_ofRoundedLines_areRefused() throws IOException {
        Invoice rounded = rounded();
        assertThat(rounded).isEqualTo(read);
        LineItem price = rounded.lineItems().get(0).toBuilder()
                .unitAmount(BigDecimal.TEN)
                .build();
        for (Consumer<Invoice.Builder> change : List.<Consumer<Invoice.Builder>>of(
                invoice -> invoice.addLineItem(NEW),
                invoice -> invoice.changeLineItem(LINE, line -> line.description("a")),
                invoice -> invoice.removeLineItem(LINE),
                invoice -> invoice.lineItems(List.of(price)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> rounded.changes(change))
                    .withMessageContaining("read with rounded prices");
        }
        assertThat(request(rounded.changes(invoice -> invoice.reference("a"))))
                .isEqualTo(SENT_ID + ",\"Reference\":\"a\"}");
    }

    @Test
    void builder_ofRoundedLines_takesNoSingleOne() throws IOException {
        Invoice.Builder builder = rounded().toBuilder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.addLineItem(NEW))
                .withMessageContaining("read with rounded prices");
    }

    @Test
    void write_roundedLines_isRefused() throws IOException {
        Invoice rounded = rounded();
        for (Invoice unfit : List.of(
                rounded,
                rounded.toBuilder().reference("a").build(),
                Invoice.builder().lineItems(rounded.lineItems()).build())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> request(unfit))
                    .withMessageContaining("rounded when they were read");
        }
        assertThat(request(rounded.toBuilder().lineItems(List.of(NEW)).build())).contains("\"Description\":\"c\"");
        assertThat(rounded.toJson()).isEqualTo(read.toJson());
    }

    private static Invoice unseen() {
        return Invoice.fromJson(SENT_NONE);
    }

    private Invoice rounded() throws IOException {
        return Envelope.readRounded(Reading.parser("{'Invoices':[" + read.toJson() + "]}"), "Invoices", Invoice.class)
                .only();
    }

    private static String request(Invoice invoice) {
        return Json.text(invoice, Writing.REQUEST);
    }
}
