package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.xeroauth.accounting.model.BankTransaction;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.openapi.Description;
import dev.xeroauth.accounting.openapi.Examples;
import dev.xeroauth.accounting.openapi.Examples.Example;
import dev.xeroauth.accounting.openapi.Lossless;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Xero's own examples of requests and answers, field by field against what the models say of them. */
@Tag("openapi")
class XeroExampleTest {

    private static final int EXAMPLES = 8;

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    private final Set<String> notModelled = new TreeSet<>();
    private int checked;

    @Test
    void list_everyExampleOfInvoices_isReadFieldByField() throws IOException {
        List<Example> examples = new Examples(Description.accounting()).listing("Invoices");

        for (Example example : examples) {
            xero.answer(example.body().toString());
            List<Invoice> invoices = xero.invoices().list().stream().toList();
            compare(example.name(), example.body().path("Invoices"), invoices);
        }

        System.out.println("openapi-models: list=Invoices examples=" + examples.size() + " fields-checked=" + checked
                + " not-modelled=" + notModelled);
        assertThat(examples).hasSize(EXAMPLES);
        assertThat(checked).isGreaterThan(200);
    }

    @Test
    void examples_ofBothResources_areWrittenBackWithoutLoss() throws IOException {
        Examples examples = new Examples(Description.accounting());
        int invoices = examples.listing("Invoices").size();
        int transactions = examples.listing("BankTransactions").size();

        Map<String, List<String>> lost = new HashMap<>();
        lost.putAll(examples.lost("Invoices", json -> Invoice.fromJson(json).toJson()));
        lost.putAll(examples.lost(
                "BankTransactions", json -> BankTransaction.fromJson(json).toJson()));

        System.out.println("openapi-examples: invoices=" + invoices + " bank-transactions=" + transactions
                + " lost-fields=" + lost.size());
        assertThat(lost).isEmpty();
        assertThat(transactions).isPositive();
    }

    private void compare(String path, JsonNode expected, Object actual) {
        if (expected.isObject()) {
            expected.properties().forEach(entry -> compareField(path, entry.getKey(), entry.getValue(), actual));
        } else if (expected.isArray()) {
            List<?> list = (List<?>) actual;
            assertThat(list).as(path).hasSameSizeAs(expected);
            for (int i = 0; i < list.size(); i++) {
                compare(path + "/" + i, expected.path(i), list.get(i));
            }
        } else if (!expected.isNull()) {
            checked++;
            assertThat(sameAs(expected, actual))
                    .as(path + ": " + expected + " was read as " + actual)
                    .isTrue();
        }
    }

    private void compareField(String path, String name, JsonNode expected, Object model) {
        Optional<Method> accessor = List.of(model.getClass().getMethods()).stream()
                .filter(method ->
                        method.getParameterCount() == 0 && method.getName().equalsIgnoreCase(name))
                .findFirst();
        if (accessor.isEmpty()) {
            notModelled.add(name);
            return;
        }
        compare(path + "/" + name, expected, unwrapped(accessor.get(), model));
    }

    private static Object unwrapped(Method accessor, Object model) {
        try {
            Object value = accessor.invoke(model);
            return value instanceof Optional<?> optional
                    ? optional.map(Object.class::cast).orElse("absent")
                    : value;
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(accessor.getName(), e);
        }
    }

    /** Numbers with every digit that was sent. */
    private static boolean sameAs(JsonNode expected, Object actual) {
        return actual instanceof BigDecimal decimal
                ? decimal.toString().equals(new BigDecimal(expected.asText()).toString())
                : Lossless.lost(TextNode.valueOf(expected.asText()), TextNode.valueOf(actual.toString()))
                        .isEmpty();
    }
}
