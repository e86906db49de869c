package dev.xeroauth.accounting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.accounting.internal.json.Reading;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesTest {

    private static final UUID ID = UUID.fromString("d4956132-ed94-4dd7-9eaa-aa22dfdf06f2");
    private static final UUID FIRST = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000002");
    private static final String LINES = "'LineItems':[{'LineItemID':'" + FIRST
            + "','Description':'a','Quantity':1,'UnitAmount':5,'LineAmount':5,'TaxType':'X','TaxAmount':1},"
            + "{'LineItemID':'" + SECOND + "','Description':'b'}]";

    private Invoice read;

    @BeforeEach
    void read() throws IOException {
        read = Reading.read(
                Invoice.class,
                "{'InvoiceID':'" + ID + "','Status':'DRAFT','Total':6,'Reference':'r','More':1," + LINES + "}");
    }

    @Test
    void changes_ofAStatus_holdTheIdAndTheStatusAlone() {
        Invoice changes =
                read.changes(invoice -> invoice.status(InvoiceStatus.SUBMITTED).reference("r"));
        assertThat(changes)
                .isEqualTo(Invoice.builder()
                        .invoiceId(ID)
                        .status(InvoiceStatus.SUBMITTED)
                        .build());
    }

    @Test
    void changes_ofAnUnknownField_holdItAlone() {
        Invoice changes = read.changes(invoice -> invoice.field("More", "1").field("Other", "2"));
        assertThat(changes)
                .isEqualTo(Invoice.builder().invoiceId(ID).field("Other", "2").build());
    }

    @Test
    void changes_addedLine_holdAllLines() {
        LineItem added = LineItem.builder().description("c").build();
        Invoice changes = read.changes(invoice -> invoice.addLineItem(added));
        assertThat(changes.lineItems())
                .containsExactly(read.lineItems().get(0), read.lineItems().get(1), added);
        assertThat(changes.reference()).isEmpty();
    }

    @Test
    void changes_changedDescription_keepsAmounts() {
        LineItem line = read.changes(invoice -> invoice.changeLineItem(FIRST, item -> item.description("new")))
                .lineItems()
                .get(0);
        assertThat(line)
                .isEqualTo(
                        read.lineItems().get(0).toBuilder().description("new").build());
    }

    @Test
    void changes_changedQuantity_leavesAmountAndTaxToXero() {
        LineItem line = read.changes(
                        invoice -> invoice.changeLineItem(FIRST, item -> item.quantity(new BigDecimal("2"))))
                .lineItems()
                .get(0);
        assertThat(line.quantity()).contains(new BigDecimal("2"));
        assertThat(line.lineAmount()).isEmpty();
        assertThat(line.taxAmount()).isEmpty();
        assertThat(line.unitAmount()).isEqualTo(Optional.of(new BigDecimal("5")));
    }

    @Test
    void changes_changedQuantityAndAmounts_areSent() {
        LineItem line = read.changes(invoice -> invoice.changeLineItem(
                        FIRST,
                        item -> item.quantity(new BigDecimal("2"))
                                .lineAmount(BigDecimal.TEN)
                                .taxAmount(new BigDecimal("2"))))
                .lineItems()
                .get(0);
        assertThat(line.lineAmount()).contains(BigDecimal.TEN);
        assertThat(line.taxAmount()).contains(new BigDecimal("2"));
    }

    @Test
    void changes_removedLine_holdTheOthers() {
        Invoice changes = read.changes(invoice -> invoice.removeLineItem(FIRST));
        assertThat(changes.lineItems()).containsExactly(read.lineItems().get(1));
    }

    @Test
    void changes_lostLine_isRefusedByItsId() {
        refused(invoice -> invoice.lineItems(List.of(read.lineItems().get(0))), SECOND.toString());
        refused(
                invoice -> invoice.removeLineItem(FIRST)
                        .lineItems(List.of(LineItem.builder().description("b").build())),
                SECOND.toString());
    }

    @Test
    void changes_anotherId_isRefused() {
        refused(invoice -> invoice.invoiceId(FIRST), ID.toString());
        refused(invoice -> invoice.changeLineItem(FIRST, line -> line.lineItemId(SECOND)), "keeps the id");
    }

    @Test
    void line_notThere_isRefusedByItsId() {
        refused(invoice -> invoice.removeLineItem(ID), ID.toString());
        refused(invoice -> invoice.changeLineItem(ID, line -> {}), ID.toString());
    }

    @Test
    void changes_withoutId_isRefused() {
        Invoice fresh = Invoice.builder().reference("r").build();
        assertThatThrownBy(() -> fresh.changes(invoice -> invoice.reference("s")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'LineItems':[]"})
    void lines_readWithoutThem_areNotChanged(String lines) throws IOException {
        read = Reading.read(Invoice.class, "{'InvoiceID':'" + ID + "'" + lines + "}");
        LineItem line = LineItem.builder().description("c").build();
        refused(invoice -> invoice.addLineItem(line), "read it by its id first");
        refused(invoice -> invoice.changeLineItem(FIRST, item -> {}), "read it by its id first");
        refused(invoice -> invoice.removeLineItem(FIRST), "read it by its id first");
        refused(invoice -> invoice.lineItems(List.of(line)), "read it by its id first");
        refused(invoice -> invoice.addLineItem(line), "Invoice.builder().invoiceId(id).lineItems(all)");
        assertThat(read.changes(invoice -> invoice.reference("s")).lineItems()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'LineItems':[]"})
    void changes_ofADocumentReadWithoutLines_sendNone(String lines) throws IOException {
        read = Reading.read(Invoice.class, "{'InvoiceID':'" + ID + "'" + lines + "}");
        Invoice changes = read.changes(invoice -> invoice.reference("s").lineItems(List.of()));
        assertThat(changes)
                .isEqualTo(Invoice.builder().invoiceId(ID).reference("s").build());
    }

    @Test
    void bankTransaction_readWithoutLines_namesTheWayOut() {
        LineItem line = LineItem.builder().description("c").build();
        BankTransaction spent = BankTransaction.builder().bankTransactionId(ID).build();
        assertThatThrownBy(() -> spent.changes(transaction -> transaction.addLineItem(line)))
                .hasMessageContaining("BankTransaction.builder().bankTransactionId(id).lineItems(all)");
        assertThat(BankTransaction.builder()
                        .bankTransactionId(ID)
                        .lineItems(List.of(line))
                        .build()
                        .lineItems())
                .containsExactly(line);
    }

    @Test
    void newDocument_linesOneByOne_areItsLines() {
        LineItem line = LineItem.builder().description("c").build();
        BankTransaction spent = BankTransaction.builder().addLineItem(line).build();
        assertThat(spent.lineItems()).containsExactly(line);
        assertThat(spent.toBuilder().addLineItem(line).build().lineItems()).hasSize(2);
    }

    @Test
    void addLineItem_withAnId_isRefusedByIt() {
        refused(invoice -> invoice.addLineItem(read.lineItems().get(0)), FIRST.toString());
    }

    @Test
    void lineItems_sameIdTwice_isRefusedByIt() {
        LineItem first = read.lineItems().get(0);
        refused(
                invoice -> invoice.lineItems(List.of(first, read.lineItems().get(1), first)),
                "The line " + FIRST + " is in the list twice");
    }

    private void refused(Consumer<Invoice.Builder> change, String words) {
        assertThatThrownBy(() -> read.changes(change))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(words);
    }
}
