package dev.xeroauth.accounting.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.internal.json.Reading;
import dev.xeroauth.accounting.internal.json.Writing;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of a line of before is sent when some of it changes. */
class LineChangesTest {

    private static final UUID ID = UUID.fromString("d4956132-ed94-4dd7-9eaa-aa22dfdf06f2");
    private static final UUID OTHER = UUID.fromString("00000000-0000-4000-8000-000000000009");
    private static final UUID LINE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("00000000-0000-4000-8000-000000000002");

    private Invoice read;

    @BeforeEach
    void read() throws IOException {
        read = Reading.read(
                Invoice.class,
                "{'InvoiceID':'" + ID + "','LineAmountTypes':'Exclusive','LineItems':[{'LineItemID':'" + LINE
                        + "','Description':'a','Quantity':1.0000,'UnitAmount':5.00,'DiscountRate':10,'DiscountAmount':0.50,"
                        + "'LineAmount':4.50,'TaxType':'X','TaxAmount':1,'TaxBreakdown':[{'Name':'t'}],'AccountCode':'200',"
                        + "'AccountID':'" + ID
                        + "','Tracking':[{'Name':'Region','Option':'North','TrackingCategoryID':'"
                        + ID + "','TrackingOptionID':'" + ID + "'},{'Name':'Team','Option':'A'}]},"
                        + "{'LineItemID':'" + SECOND + "','Description':'b','TaxAmount':2,'New':{'a':1.50}}]}");
    }

    @Test
    void accountCode_changed_leavesTheOldIdOut() {
        LineItem line = changed(item -> item.accountCode("400"));
        assertThat(line.accountCode()).contains("400");
        assertThat(line.accountId()).isEmpty();
        assertThat(line.taxAmount()).isPresent();
    }

    @Test
    void accountId_changed_leavesTheOldCodeOut() {
        LineItem line = changed(item -> item.accountId(OTHER));
        assertThat(line.accountId()).contains(OTHER);
        assertThat(line.accountCode()).isEmpty();
    }

    @Test
    void account_bothChanged_areSent() {
        LineItem line = changed(item -> item.accountId(OTHER).accountCode("400"));
        assertThat(line.accountId()).contains(OTHER);
        assertThat(line.accountCode()).contains("400");
    }

    @Test
    void account_changedTwice_isTheLastOne() {
        LineItem line = read.changes(invoice -> invoice.changeLineItem(LINE, item -> item.accountCode("400"))
                        .changeLineItem(LINE, item -> item.accountId(OTHER)))
                .lineItems()
                .get(0);
        assertThat(line.accountId()).contains(OTHER);
        assertThat(line.accountCode()).isEmpty();
    }

    @Test
    void discount_oneOfTwoChanged_leavesTheOtherOut() {
        LineItem rate = changed(item -> item.discountRate(BigDecimal.ONE));
        assertThat(rate.discountRate()).contains(BigDecimal.ONE);
        assertThat(rate.discountAmount()).isEmpty();
        assertThat(rate.lineAmount()).isEmpty();
        LineItem amount = changed(item -> item.discountAmount(BigDecimal.ONE));
        assertThat(amount.discountAmount()).contains(BigDecimal.ONE);
        assertThat(amount.discountRate()).isEmpty();
    }

    @Test
    void quantity_withOtherZerosAtItsEnd_keepsAmounts() {
        LineItem line = changed(item -> item.quantity(new BigDecimal("1")));
        assertThat(line.lineAmount()).isPresent();
        assertThat(line.taxAmount()).isPresent();
    }

    @Test
    void trackingOption_changed_leavesTheOldIdOut() {
        LineItem line = changed(item ->
                item.tracking(tracking(old -> old.toBuilder().option("South").build())));
        assertThat(line.tracking().get(0))
                .isEqualTo(LineItemTracking.builder()
                        .name("Region")
                        .option("South")
                        .trackingCategoryId(ID)
                        .build());
        assertThat(line.tracking().get(1))
                .isEqualTo(read.lineItems().get(0).tracking().get(1));
    }

    @Test
    void trackingOptionId_changed_leavesTheOldNameOut() {
        LineItemTracking first = changed(item -> item.tracking(
                        tracking(old -> old.toBuilder().trackingOptionId(OTHER).build())))
                .tracking()
                .get(0);
        assertThat(first.trackingOptionId()).contains(OTHER);
        assertThat(first.option()).isEmpty();
        assertThat(first.trackingCategoryId()).contains(ID);
    }

    @Test
    void lineItems_editedByHand_loseTheSameAmountsAsByChangeLineItem() {
        Consumer<LineItem.Builder> edit = line -> line.quantity(BigDecimal.TEN).accountCode("400");
        LineItem.Builder byHand = read.lineItems().get(0).toBuilder();
        edit.accept(byHand);
        LineItem added =
                LineItem.builder().description("c").taxAmount(BigDecimal.ONE).build();
        List<LineItem> all = List.of(byHand.build(), read.lineItems().get(1), added);
        assertThat(read.changes(invoice -> invoice.lineItems(all)).lineItems())
                .containsExactly(changed(edit), read.lineItems().get(1), added);
        assertThat(changed(edit).lineAmount()).isEmpty();
    }

    @Test
    void lineItems_asTheyWere_areNotSent() {
        assertThat(read.changes(invoice -> invoice.lineItems(read.lineItems())))
                .isEqualTo(Invoice.builder().invoiceId(ID).build());
    }

    @Test
    void lineAmountTypes_changedWithLines_leavesOldTaxesOutOfAllLines() {
        List<LineItem> lines = read.changes(invoice -> invoice.changeLineItem(LINE, line -> line.description("new"))
                        .lineAmountTypes(LineAmountTypes.INCLUSIVE))
                .lineItems();
        assertThat(lines)
                .allMatch(line ->
                        line.taxAmount().isEmpty() && line.taxBreakdown().isEmpty());
        assertThat(lines.get(0).lineAmount()).contains(new BigDecimal("4.50"));
    }

    @Test
    void lineAmountTypes_changedWithATax_sendsThatTax() {
        List<LineItem> lines = read.changes(
                        invoice -> invoice.changeLineItem(SECOND, line -> line.taxAmount(BigDecimal.TEN))
                                .lineAmountTypes(LineAmountTypes.INCLUSIVE))
                .lineItems();
        assertThat(lines.get(1).taxAmount()).contains(BigDecimal.TEN);
        assertThat(lines.get(0).taxAmount()).isEmpty();
    }

    @Test
    void amounts_setToWhatTheyWere_areSent() {
        LineItem was = read.lineItems().get(0);
        LineItem line = changed(item -> item.quantity(BigDecimal.TEN)
                .lineAmount(new BigDecimal("4.50"))
                .taxAmount(BigDecimal.ONE)
                .taxBreakdown(was.taxBreakdown()));
        assertThat(line).isEqualTo(was.toBuilder().quantity(BigDecimal.TEN).build());
    }

    @Test
    void discountAndAccount_bothSet_areSentThoughOneIsAsItWas() {
        LineItem line = changed(item -> item.discountRate(BigDecimal.ONE)
                .discountAmount(new BigDecimal("0.50"))
                .accountCode("400")
                .accountId(ID));
        assertThat(line.discountAmount()).contains(new BigDecimal("0.50"));
        assertThat(line.accountId()).contains(ID);
    }

    @Test
    void tax_setByAnEarlierChange_isLeftOutByALaterOneOfThePrice() {
        assertThat(line(i -> i.changeLineItem(LINE, line -> line.taxAmount(BigDecimal.ONE))
                                .changeLineItem(LINE, line -> line.quantity(BigDecimal.TEN)))
                        .taxAmount())
                .isEmpty();
        assertThat(line(i -> i.changeLineItem(
                                        LINE,
                                        line -> line.quantity(BigDecimal.TEN).taxAmount(BigDecimal.ONE))
                                .changeLineItem(LINE, line -> line.description("new")))
                        .taxAmount())
                .contains(BigDecimal.ONE);
    }

    @Test
    void lineItems_afterAChange_areGuessedAt() {
        LineItem line = line(i -> i.changeLineItem(
                        LINE, item -> item.quantity(BigDecimal.TEN).taxAmount(BigDecimal.ONE))
                .lineItems(i.build().lineItems()));
        assertThat(line.taxAmount()).isEmpty();
    }

    @Test
    void changeLineItem_afterLineItems_leavesTheListsOldAmountsOut() {
        LineItem byHand =
                read.lineItems().get(0).toBuilder().quantity(BigDecimal.TEN).build();
        LineItem line = line(i -> i.lineItems(List.of(byHand, read.lineItems().get(1)))
                .changeLineItem(LINE, item -> item.description("new").taxAmount(BigDecimal.ONE)));
        assertThat(line.lineAmount()).isEmpty();
        assertThat(line.taxAmount()).contains(BigDecimal.ONE);
    }

    @Test
    void lineAmountTypes_changedWithATaxAsItWas_sendsThatTax() {
        Invoice changes =
                read.changes(invoice -> invoice.changeLineItem(SECOND, line -> line.taxAmount(new BigDecimal("2")))
                        .lineAmountTypes(LineAmountTypes.INCLUSIVE));
        assertThat(changes.lineItems().get(1).taxAmount()).contains(new BigDecimal("2"));
        assertThat(changes.lineItems().get(0).taxAmount()).isEmpty();
    }

    @Test
    void lineAmountTypes_changedAlone_sendsNoLines() {
        assertThat(read.changes(invoice -> invoice.lineAmountTypes(LineAmountTypes.INCLUSIVE)))
                .isEqualTo(Invoice.builder()
                        .invoiceId(ID)
                        .lineAmountTypes(LineAmountTypes.INCLUSIVE)
                        .build());
    }

    @Test
    void unknownFieldOfALine_survivesTheChangeOfAnotherLine() {
        Invoice changes = read.changes(invoice -> invoice.changeLineItem(LINE, line -> line.description("new")));
        assertThat(Json.text(changes, Writing.REQUEST)).endsWith("\"New\":{\"a\":1.50}}]}");
    }

    private LineItem changed(Consumer<LineItem.Builder> change) {
        return line(invoice -> invoice.changeLineItem(LINE, change));
    }

    /** The first line as it is sent. */
    private LineItem line(Consumer<Invoice.Builder> change) {
        return read.changes(change).lineItems().get(0);
    }

    /** The tracking of the line with a change of its first. */
    private List<LineItemTracking> tracking(UnaryOperator<LineItemTracking> change) {
        List<LineItemTracking> before = read.lineItems().get(0).tracking();
        return List.of(change.apply(before.get(0)), before.get(1));
    }
}
