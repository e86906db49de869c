package dev.xeroauth.accounting.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.xeroauth.accounting.internal.json.Reading;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTest {

    private static final UUID ID = UUID.fromString("d4956132-ed94-4dd7-9eaa-aa22dfdf06f2");

    @Test
    void builder_values_comeBack() {
        List<LineItem> lines = new ArrayList<>(List.of(LineItem.builder()
                .description("Paint")
                .quantity(new BigDecimal("2"))
                .build()));
        Invoice invoice = Invoice.builder()
                .type(InvoiceType.ACCREC)
                .contact(Contact.builder().contactId(ID).build())
                .date(LocalDate.of(2026, 11, 20))
                .lineItems(lines)
                .build();
        lines.clear();
        assertThat(invoice.type()).contains(InvoiceType.ACCREC);
        assertThat(invoice.contact().flatMap(Contact::contactId)).contains(ID);
        assertThat(invoice.lineItems()).hasSize(1);
        assertThat(invoice.total()).isEmpty();
    }

    @Test
    void toBuilder_oneChange_keepsTheRestAndTheOriginal() throws IOException {
        Invoice read = Reading.read(Invoice.class, "{'InvoiceNumber':'INV-1','Total':46.00,'Status':'DRAFT'}");
        Invoice changed = read.toBuilder().status(InvoiceStatus.SUBMITTED).build();
        assertThat(changed.total()).contains(new BigDecimal("46.00"));
        assertThat(changed.status()).contains(InvoiceStatus.SUBMITTED);
        assertThat(read.status()).contains(InvoiceStatus.DRAFT);
        assertThat(changed).isNotEqualTo(read);
        assertThat(changed.toBuilder().status(InvoiceStatus.DRAFT).build())
                .isEqualTo(read)
                .hasSameHashCodeAs(read);
    }

    @Test
    void build_twice_makesIndependentObjects() {
        Invoice.Builder builder = Invoice.builder().reference("a");
        Invoice first = builder.build();
        builder.reference("b");
        assertThat(first.reference()).contains("a");
    }

    @Test
    void builder_null_isRefusedByName() {
        Invoice.Builder builder = Invoice.builder();
        assertThatThrownBy(() -> builder.reference(null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("Reference");
    }

    @Test
    void lists_areUnmodifiable() throws IOException {
        Invoice invoice = Reading.read(Invoice.class, "{'LineItems':[{'Quantity':1}]}");
        assertThatThrownBy(() -> invoice.lineItems().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> invoice.payments().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void toString_showsIdsAndEnumeratedValuesAlone() throws IOException {
        Invoice invoice = Reading.read(
                Invoice.class,
                "{'Type':'ACCREC','InvoiceID':'" + ID + "','InvoiceNumber':'N-1','Reference':'secret','Total':12.34,"
                        + "'Contact':{'Name':'Blue Ltd'},'Date':'2026-11-20','Status':'PAID','Url':'secret'}");
        assertThat(invoice).hasToString("Invoice[Type=ACCREC, InvoiceID=" + ID + ", Status=PAID]");
        assertThat(Contact.builder()
                        .name("Blue Ltd")
                        .emailAddress("a@example.com")
                        .build())
                .hasToString("Contact[]");
    }

    @Test
    void equals_otherModel_isFalse() {
        assertThat((Object) Invoice.builder().build())
                .isNotEqualTo(Contact.builder().build());
    }

    @Test
    void models_areFound() {
        assertThat(models())
                .contains(Invoice.class, BankTransaction.class, Pagination.class)
                .hasSizeGreaterThan(30);
    }

    @Test
    void field_unknownName_isKeptInOrderAndInToBuilder() {
        Invoice invoice = Invoice.builder()
                .field("Second", "\"a\"")
                .field("First", "{\"b\": 1.50}")
                .build();
        assertThat(invoice.unknownFields()).containsExactly(entry("Second", "\"a\""), entry("First", "{\"b\":1.50}"));
        Invoice more = invoice.toBuilder().field("Third", "true").build();
        assertThat(more.unknownFields()).containsOnlyKeys("Second", "First", "Third");
        assertThat(invoice.unknownFields()).hasSize(2);
        assertThat(more).isNotEqualTo(invoice);
        assertThat(invoice).hasToString("Invoice[]");
    }

    @Test
    void field_knownNameOrNoName_isRefused() {
        Invoice.Builder builder = Invoice.builder();
        assertThatThrownBy(() -> builder.field("Total", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Total");
        assertThatThrownBy(() -> builder.field("a b", "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.field("More", "1,\"Total\":2")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownFields_cannotBeChanged() throws IOException {
        Invoice invoice = Reading.read(Invoice.class, "{'More':[1]}");
        assertThat(invoice.unknownFields()).containsExactly(entry("More", "[1]"));
        assertThatThrownBy(() -> invoice.unknownFields().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void json_thereAndBack_isEqual() throws IOException {
        Invoice invoice = Reading.read(
                Invoice.class,
                "{'InvoiceID':'" + ID + "','Total':46.00,'Date':'/Date(1551916800000+0000)/',"
                        + "'Contact':{'Name':'Blue'},'LineItems':[{'Quantity':1}],'More':{'a':1}}");
        assertThat(Invoice.fromJson(invoice.toJson())).isEqualTo(invoice);
        assertThat(invoice.toJson()).contains("\"Total\":46.00", "\"More\":{\"a\":1}");
    }

    @ParameterizedTest
    @MethodSource("models")
    void accessors_followTheOneRule(Class<?> model) {
        assertThat(Modifier.isFinal(model.getModifiers())).isTrue();
        assertThat(Arrays.stream(model.getDeclaredMethods())
                        .filter(method ->
                                Modifier.isPublic(method.getModifiers()) && !Modifier.isStatic(method.getModifiers()))
                        .filter(method -> !method.getName().equals("toBuilder")))
                .isNotEmpty()
                .allMatch(method -> method.getReturnType() == Optional.class || method.getReturnType() == List.class);
    }

    @ParameterizedTest
    @MethodSource("models")
    void accessors_readTheFieldOfTheirName(Class<?> model) throws Exception {
        for (Method accessor : model.getDeclaredMethods()) {
            if (accessor.getReturnType() == Optional.class) {
                Object read = Reading.read(model, Samples.jsonFor(model, accessor.getName()));
                assertThat((Optional<?>) accessor.invoke(read))
                        .as("%s", accessor)
                        .isPresent();
            }
        }
    }

    static Stream<Class<?>> models() {
        return Models.all().stream();
    }
}
