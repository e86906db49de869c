package dev.xeroauth.accounting.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.accounting.model.LineItem;
import dev.xeroauth.accounting.model.Pagination;
import dev.xeroauth.accounting.model.Payment;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShapeTest {

    @Test
    void read_fieldsInAnyOrder_areTheSameModel() throws IOException {
        List<String> fields = new ArrayList<>(List.of(
                "'Type':'ACCREC'",
                "'InvoiceID':'d4956132-ed94-4dd7-9eaa-aa22dfdf06f2'",
                "'InvoiceNumber':'INV-1'",
                "'New':{'a':[1,{'Type':'x'}]}",
                "'Payments':[{'Amount':1.50,'HasAccount':false},null,{'PaymentType':'BARTER'}]",
                "'Contact':{'Name':'Blue Ltd','Phones':[{'PhoneNumber':'1'}],'IsSupplier':true}",
                "'LineItems':[]",
                "'Total':46.00",
                "'FullyPaidOnDate':'/Date(1543449600000+0000)/'"));
        Invoice inOrder = Reading.read(Invoice.class, "{" + String.join(",", fields) + "}");
        for (int seed = 0; seed < 50; seed++) {
            Collections.shuffle(fields, new Random(seed));
            assertThat(Reading.read(Invoice.class, "{" + String.join(",", fields) + "}"))
                    .as("seed %s", seed)
                    .isEqualTo(inOrder);
        }
        assertThat(inOrder.total()).contains(new BigDecimal("46.00"));
        assertThat(inOrder.contact().flatMap(Contact::name)).contains("Blue Ltd");
        assertThat(inOrder.payments()).hasSize(2);
    }

    @Test
    void read_emptyObject_hasNothing() throws IOException {
        Invoice invoice = Reading.read(Invoice.class, "{}");
        assertThat(invoice).isEqualTo(Invoice.builder().build());
        assertThat(invoice.lineItems()).isEmpty();
        assertThat(invoice.total()).isEmpty();
    }

    @Test
    void read_nulls_areAbsent() throws IOException {
        String json =
                "{'Type':null,'InvoiceID':null,'Payments':null,'Total':null,'Contact':null,'Date':null,'Odd':null}";
        assertThat(Reading.read(Invoice.class, json))
                .isEqualTo(Invoice.builder().build());
    }

    @Test
    void read_keysInAnotherCase_areUnknown() throws IOException {
        assertThat(Reading.read(Invoice.class, "{'total':1,'TOTAL':2}").total()).isEmpty();
    }

    @Test
    void read_unknownEnumeratedValue_survives() throws IOException {
        Invoice invoice = Reading.read(Invoice.class, "{'Status':'FROZEN'}");
        assertThat(invoice.status()).contains(InvoiceStatus.of("FROZEN"));
        assertThat(invoice.status().orElseThrow().isKnown()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"0.00", "-12.50", "'\"0.00\"'", "'\" 1200.0000 \"'", "12345678901234567890.123456789", "1E+3", "7"})
    void read_decimal_keepsEveryDigit(String sent) throws IOException {
        BigDecimal exact = new BigDecimal(sent.replace("\"", "").strip());
        BigDecimal expected = exact.scale() < 0 ? exact.setScale(0) : exact;
        assertThat(Reading.read(LineItem.class, "{'Quantity':" + sent + "}").quantity())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "false,false", "'\"true\"',true", "'\"False\"',false", "'\"TRUE\"',true"})
    void read_boolean_quotedOrNot(String sent, boolean expected) throws IOException {
        assertThat(Reading.read(Contact.class, "{'IsSupplier':" + sent + "}").isSupplier())
                .contains(expected);
    }

    @Test
    void read_quotedWholeNumber_isANumber() throws IOException {
        assertThat(Reading.read(Pagination.class, "{'page':'3','pageCount':7}").page())
                .contains(3);
    }

    @Test
    void read_numberForText_isItsText() throws IOException {
        assertThat(Reading.read(LineItem.class, "{'AccountCode':200}").accountCode())
                .contains("200");
    }

    @Test
    void read_emptyTexts_areNoNumbersButTexts() throws IOException {
        LineItem line = Reading.read(LineItem.class, "{'Quantity':'','LineItemID':'','Description':''}");
        assertThat(line.quantity()).isEmpty();
        assertThat(line.lineItemId()).isEmpty();
        assertThat(line.description()).contains("");
        assertThat(Reading.read(Contact.class, "{'IsSupplier':'','ContactStatus':''}"))
                .isEqualTo(Contact.builder().build());
    }

    @Test
    void read_uuidInCapitals_isTheSame() throws IOException {
        UUID id = UUID.fromString("d4956132-ed94-4dd7-9eaa-aa22dfdf06f2");
        assertThat(Reading.read(Payment.class, "{'PaymentID':'D4956132-ED94-4DD7-9EAA-AA22DFDF06F2'}")
                        .paymentId())
                .contains(id);
    }

    @Test
    void read_randomUuids_areWhatTheJdkReads() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            UUID id = new UUID(random.nextLong(), random.nextLong());
            assertThat(Reading.read(Payment.class, "{'PaymentID':'" + id + "'}").paymentId())
                    .contains(id);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'PaymentID':'1-1-1-1-1'}",
                "{'PaymentID':'d4956132-ed94-4dd7-9eaa-aa22dfdf06fg'}",
                "{'PaymentID':'d4956132xed94-4dd7-9eaa-aa22dfdf06f2'}",
                "{'PaymentID':'d4956132-ed94-4dd7-9eaa-aa22dfdf06f٢'}",
                "{'PaymentID':12}",
                "{'Amount':'Blue Ltd'}",
                "{'Amount':true}",
                "{'Amount':{}}",
                "{'Amount':[1]}",
                "{'IsReconciled':'perhaps'}",
                "{'IsReconciled':1}",
                "{'Reference':['Blue Ltd']}",
                "{'Reference':{}}",
                "[]",
                "'Blue Ltd'",
                "12"
            })
    void read_wrongKind_saysWhereAndNotWhat(String json) {
        assertThatThrownBy(() -> Reading.read(Payment.class, json))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessageMatching("no [a-zA-Z ]+ at (/(PaymentID|Amount|IsReconciled|Reference(/0)?)|its start)")
                .hasNoCause();
    }

    @Test
    void read_wrongKindDeepInside_namesThePath() {
        assertThatThrownBy(() -> Reading.read(Invoice.class, "{'LineItems':[{},{'Quantity':'x'}]}"))
                .hasMessage("no decimal number at /LineItems/1/Quantity");
        assertThatThrownBy(() -> Reading.read(Invoice.class, "{'LineItems':{}}"))
                .hasMessage("no array at /LineItems");
    }

    @Test
    void read_endlessQuotedNumber_isRefused() {
        assertThatThrownBy(() -> Reading.read(Payment.class, "{'Amount':'" + "9".repeat(1_000_000) + "'}"))
                .isInstanceOf(UnreadableValueException.class);
    }

    @Test
    void of_classWithoutFields_isRefused() {
        assertThatThrownBy(() -> Shape.of(String.class)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void of_aFieldDeclaredTwice_isRefused() {
        Fields fields = Fields.of(Twice.class, values -> new Twice(), twice -> new Object[0]);
        fields.text("Name");
        fields.text("Name");
        assertThatThrownBy(() -> Shape.of(Twice.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("Name");
    }

    /** Stands for a model with a slip in its declaration. */
    public static final class Twice {}
}
