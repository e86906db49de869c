package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.xeroauth.accounting.model.InvoiceStatus;
import dev.xeroauth.accounting.model.InvoiceType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {

    private static final UUID ID = UUID.fromString("d4956132-ed94-4dd7-9eaa-aa22dfdf06f2");
    private static final LocalDate DAY = LocalDate.of(2015, 1, 31);
    private static final Instant MOMENT = Instant.parse("2015-01-31T04:05:06.999Z");

    private static final Filter A = InvoiceFilters.TOTAL.moreThan(new BigDecimal("1"));
    private static final Filter B = InvoiceFilters.REFERENCE.is("b");
    private static final Filter C = InvoiceFilters.SENT_TO_CONTACT.is(true);

    static Stream<Arguments> fields() {
        return Stream.of(
                arguments(InvoiceFilters.TYPE.is(InvoiceType.ACCREC), "Type==\"ACCREC\""),
                arguments(InvoiceFilters.STATUS.isNot(InvoiceStatus.of("NEW")), "Status!=\"NEW\""),
                arguments(
                        InvoiceFilters.STATUS.isAnyOf(List.of(InvoiceStatus.PAID, InvoiceStatus.DRAFT)),
                        "Status==\"PAID\" OR Status==\"DRAFT\""),
                arguments(InvoiceFilters.INVOICE_ID.is(ID), "InvoiceID==Guid(\"" + ID + "\")"),
                arguments(InvoiceFilters.CONTACT_ID.isNot(ID), "Contact.ContactID!=Guid(\"" + ID + "\")"),
                arguments(InvoiceFilters.DATE.is(DAY), "Date==DateTime(2015, 1, 31)"),
                arguments(InvoiceFilters.DATE.before(DAY), "Date<DateTime(2015, 1, 31)"),
                arguments(InvoiceFilters.DATE.onOrBefore(DAY), "Date<=DateTime(2015, 1, 31)"),
                arguments(InvoiceFilters.DUE_DATE.after(DAY), "DueDate>DateTime(2015, 1, 31)"),
                arguments(InvoiceFilters.DUE_DATE.onOrAfter(DAY), "DueDate>=DateTime(2015, 1, 31)"),
                arguments(
                        InvoiceFilters.DATE.between(DAY.withDayOfMonth(1), DAY),
                        "Date>=DateTime(2015, 1, 1) AND Date<=DateTime(2015, 1, 31)"),
                arguments(
                        InvoiceFilters.UPDATED_DATE_UTC.atOrAfter(MOMENT),
                        "UpdatedDateUTC>=DateTime(2015, 1, 31, 4, 5, 6)"),
                arguments(
                        InvoiceFilters.UPDATED_DATE_UTC.before(MOMENT),
                        "UpdatedDateUTC<DateTime(2015, 1, 31, 4, 5, 6)"),
                arguments(
                        InvoiceFilters.UPDATED_DATE_UTC.after(MOMENT), "UpdatedDateUTC>DateTime(2015, 1, 31, 4, 5, 6)"),
                arguments(
                        InvoiceFilters.UPDATED_DATE_UTC.atOrBefore(MOMENT),
                        "UpdatedDateUTC<=DateTime(2015, 1, 31, 4, 5, 6)"),
                arguments(InvoiceFilters.TOTAL.moreThan(new BigDecimal("1E+3")), "Total>1000"),
                arguments(InvoiceFilters.TOTAL.atLeast(new BigDecimal("1.50")), "Total>=1.50"),
                arguments(InvoiceFilters.AMOUNT_DUE.lessThan(new BigDecimal("1E-7")), "AmountDue<0.0000001"),
                arguments(InvoiceFilters.AMOUNT_PAID.atMost(new BigDecimal("-0.1")), "AmountPaid<=-0.1"),
                arguments(BankTransactionFilters.IS_RECONCILED.is(true), "IsReconciled==true"),
                arguments(InvoiceFilters.DUE_DATE.isNull(), "DueDate==null"),
                arguments(InvoiceFilters.DUE_DATE.isNotNull(), "DueDate!=null"),
                arguments(InvoiceFilters.REFERENCE.is(""), "Reference==\"\""),
                arguments(InvoiceFilters.CONTACT_NAME.is("O'Neill & Söhne 🐟"), "Contact.Name==\"O'Neill & Söhne 🐟\""),
                arguments(
                        InvoiceFilters.CONTACT_NAME.contains("Ltd"),
                        "Contact.Name!=null AND Contact.Name.Contains(\"Ltd\")"),
                arguments(
                        InvoiceFilters.INVOICE_NUMBER.startsWith("INV"),
                        "InvoiceNumber!=null AND InvoiceNumber.StartsWith(\"INV\")"),
                arguments(InvoiceFilters.REFERENCE.endsWith(")"), "Reference!=null AND Reference.EndsWith(\")\")"));
    }

    @ParameterizedTest
    @MethodSource
    void fields(Filter filter, String sent) {
        assertThat(filter.expression()).isEqualTo(sent);
    }

    static Stream<Arguments> nesting() {
        Filter named = InvoiceFilters.CONTACT_NAME.contains("x");
        String name = "Contact.Name!=null AND Contact.Name.Contains(\"x\")";
        String a = "Total>1";
        String b = "Reference==\"b\"";
        String c = "SentToContact==true";
        return Stream.of(
                arguments(Filter.all(A), a),
                arguments(Filter.all(A, B, C), a + " AND " + b + " AND " + c),
                arguments(Filter.all(A, Filter.all(B, C)), a + " AND " + b + " AND " + c),
                arguments(A.and(B).or(C), "(" + a + " AND " + b + ") OR " + c),
                arguments(A.or(B).and(C), "(" + a + " OR " + b + ") AND " + c),
                arguments(A.or(B).or(C), a + " OR " + b + " OR " + c),
                arguments(A.and(Filter.any(B, C.and(A))), a + " AND (" + b + " OR (" + c + " AND " + a + "))"),
                arguments(named.and(A), name + " AND " + a),
                arguments(named.or(A), "(" + name + ") OR " + a),
                arguments(Filter.any(named).and(Filter.any(A)), name + " AND " + a),
                arguments(Filter.raw("x OR y"), "x OR y"),
                arguments(Filter.raw("x OR y").and(A), "(x OR y) AND " + a),
                arguments(A.or(Filter.raw("x AND y")), a + " OR (x AND y)"));
    }

    @ParameterizedTest
    @MethodSource
    void nesting(Filter filter, String sent) {
        assertThat(filter.expression()).isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"se\"cret", "se\\cret", "se\ncret", "se\0cret", "se\u007fcret", "se\u0085cret", "se\ud83dcret"})
    void texts_notToBeExpressed_areRefusedUnseen(String text) {
        for (TextField field : List.of(InvoiceFilters.REFERENCE, BankTransactionFilters.CONTACT_NAME)) {
            for (var condition : List.<Function<String, Filter>>of(
                    field::is, field::isNot, field::contains, field::startsWith, field::endsWith)) {
                assertThatIllegalArgumentException()
                        .isThrownBy(() -> condition.apply(text))
                        .withMessageNotContaining("cret");
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> InvoiceFilters.STATUS.is(InvoiceStatus.of(text)));
    }

    @Test
    void values_thatXeroCannotRead_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> InvoiceFilters.REFERENCE.contains(""));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceFilters.DATE.is(LocalDate.of(10_000, 1, 1)))
                .withMessageContaining("9999");
        assertThatIllegalArgumentException().isThrownBy(() -> InvoiceFilters.UPDATED_DATE_UTC.after(Instant.MAX));
        assertThatIllegalArgumentException().isThrownBy(() -> InvoiceFilters.DATE.between(DAY, DAY.minusDays(1)));
        assertThatIllegalArgumentException().isThrownBy(() -> InvoiceFilters.TOTAL.is(new BigDecimal("1E+1000000000")));
        assertThatIllegalArgumentException().isThrownBy(() -> InvoiceFilters.TOTAL.is(new BigDecimal("1E-1000000000")));
    }

    @Test
    void conditions_none_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(Filter::all);
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.any(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> InvoiceFilters.STATUS.isAnyOf(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Filter.raw(" "));
    }

    @Test
    void toString_showsFieldsAndNoValues() {
        assertThat(InvoiceFilters.CONTACT_NAME.contains("Ltd").or(A).and(Filter.raw("Reference==\"x\"")))
                .hasToString("Filter[((Contact.Name!=null AND Contact.Name.Contains(?)) OR Total>?) AND (?)]");
        assertThat(InvoiceFilters.DUE_DATE.ascending()).hasToString("DueDate ASC");
        assertThat(InvoiceFilters.DUE_DATE.descending().expression()).isEqualTo("DueDate DESC");
        assertThat(InvoiceFilters.CONTACT_NAME).hasToString("Contact.Name");
    }
}
