package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.xeroauth.accounting.BatchItem.Outcome;
import dev.xeroauth.accounting.model.BankTransaction;
import dev.xeroauth.accounting.model.Invoice;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** All the ways in which Xero says, in an answer with success, that it has not written an element. */
class RefusedElementsTest {

    private static final String WHY = "\"ValidationErrors\":[{\"Message\":\"Why\"}]";
    private static final Invoice INVOICE = Invoice.builder().reference("x").build();

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"StatusAttributeString\":\"ERROR\"," + WHY + "}",
                "{" + WHY + "}",
                "{\"Contact\":{" + WHY + "}}",
                "{\"LineItems\":[{},{" + WHY + "}]}",
                "{\"Payments\":[{},{" + WHY + "}]}",
                "{\"ValidationErrors\":[{\"Description\":\"Why\"}]}",
                "{\"ValidationErrors\":[{\"Message\":null,\"Description\":\"\\u0057hy\"}]}",
                "{\"ValidationErrors\":[{\"Message\":\"\",\"Description\":\"Why\"},{}]}"
            })
    void invoice_refusedAnyWay_isRejectedWithXerosWords(String element) {
        answer(element);
        BatchItem<Invoice> item =
                xero.invoices().createAll(List.of(INVOICE)).items().get(0);
        assertThat(item.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(item.errors()).containsExactly("Why");

        answer(element);
        ValidationException thrown = refused();
        assertThat(thrown.elements().get(0).messages()).containsExactly("Why");
        assertThat(thrown.elements().get(0).submitted().orElseThrow()).isSameAs(INVOICE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"StatusAttributeString\":\"Error\"}",
                "{\"StatusAttributeString\":\"ERROR\",\"ValidationErrors\":[]}",
                "{\"ValidationErrors\":[{}]}",
                "{\"ValidationErrors\":[{\"Description\":\" \"}]}"
            })
    void invoice_refusedWithoutWords_isRejectedWithOurs(String element) {
        answer(element);
        BatchItem<Invoice> item =
                xero.invoices().createAll(List.of(INVOICE)).items().get(0);
        assertThat(item.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(item.errors()).containsExactly("Xero refused it without saying why");

        answer(element);
        assertThat(refused().elements().get(0).messages()).containsExactly("Xero refused it without saying why");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"StatusAttributeString\":\"OK\",\"Contact\":{\"ValidationErrors\":[]}}",
                "{\"StatusAttributeString\":\"WARNING\",\"Warnings\":[{\"Description\":\"Old\"}]}",
                "{}"
            })
    void invoice_notRefused_isDone(String element) {
        answer(element);
        assertThat(xero.invoices().createAll(List.of(INVOICE)).allDone()).isTrue();
        answer(element);
        assertThat(xero.invoices().create(INVOICE)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"StatusAttributeString\":\"error\"}",
                "{\"Contact\":{" + WHY + "}}",
                "{\"LineItems\":[{" + WHY + "}]}"
            })
    void bankTransaction_refused_isRejected(String element) {
        xero.answer("{\"BankTransactions\":[" + element + "]}");
        BankTransaction spent = BankTransaction.builder().reference("x").build();
        BatchResult<BankTransaction> result = new BankTransactionsClient(xero.calls()).createAll(List.of(spent));
        assertThat(result.items().get(0).outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(result.items().get(0).errors()).isNotEmpty();
    }

    @Test
    void createAll_oneRefusedWithoutElements_isRejectedWithWhatXeroSaysOfTheWhole() {
        xero.answer(XeroServer.response(
                400, "application/json", "{\"Type\":\"ValidationException\",\"Message\":\"The year is closed\"}"));
        xero.answer(XeroServer.response(400, "application/json", "{\"Type\":\"ValidationException\"}"));

        assertThat(errors()).containsExactly("The year is closed");
        assertThat(errors()).containsExactly("Xero refused it without saying why");
    }

    private List<String> errors() {
        BatchItem<Invoice> item =
                xero.invoices().createAll(List.of(INVOICE)).items().get(0);
        assertThat(item.outcome()).isEqualTo(Outcome.REJECTED);
        return item.errors();
    }

    private ValidationException refused() {
        return catchThrowableOfType(
                ValidationException.class, () -> xero.invoices().create(INVOICE));
    }

    private void answer(String element) {
        xero.answer("{\"Invoices\":[" + element + "]}");
    }
}
