package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.accounting.model.Invoice;
import java.io.IOException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Xero's own examples, field by field against what the models say of them. */
@Tag("openapi")
class XeroExampleTest {

    private static final Pattern MILLIS = Pattern.compile("/Date\\((-?\\d+)(?:[+-]\\d{4})?\\)/");

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    private final Set<String> notModelled = new TreeSet<>();
    private int checked;

    @Test
    void list_xerosOwnExample_isReadFieldByField() throws IOException {
        MappingNode example = OpenApi.accounting().example("/Invoices", "get");
        xero.answer(OpenApi.json(example));

        List<Invoice> invoices = xero.invoices().list().stream().toList();

        compareAll(example, invoices);
        assertThat(invoices).hasSize(3);
        assertThat(checked).isGreaterThan(60);
        System.out.println("openapi: example=GET /Invoices invoices=" + invoices.size() + " fields-checked=" + checked
                + " not-modelled=" + notModelled);
    }

    @Test
    void get_xerosOwnExample_isReadFieldByField() throws IOException {
        MappingNode example = OpenApi.accounting().example("/Invoices/{InvoiceID}", "get");
        xero.answer(OpenApi.json(example));

        Invoice invoice = xero.invoices().get(new UUID(0, 1));

        compareAll(example, List.of(invoice));
        assertThat(invoice.lineItems()).isNotEmpty();
        System.out.println("openapi: example=GET /Invoices/{InvoiceID} fields-checked=" + checked + " not-modelled="
                + notModelled);
    }

    private void compareAll(MappingNode example, List<Invoice> invoices) {
        SequenceNode expected = (SequenceNode) OpenApi.get(example, "Invoices").orElseThrow();
        assertThat(invoices).hasSameSizeAs(expected.getValue());
        for (int i = 0; i < invoices.size(); i++) {
            compare("Invoices[" + i + "]", expected.getValue().get(i), invoices.get(i));
        }
    }

    private void compare(String path, Node expected, Object actual) {
        if (expected instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> compareField(path, entry, actual));
        } else if (expected instanceof SequenceNode sequence) {
            List<?> list = (List<?>) actual;
            assertThat(list).as(path).hasSameSizeAs(sequence.getValue());
            for (int i = 0; i < list.size(); i++) {
                compare(path + "[" + i + "]", sequence.getValue().get(i), list.get(i));
            }
        } else {
            checked++;
            assertThat(sameAs(((ScalarNode) expected).getValue(), actual))
                    .as(path + ": " + ((ScalarNode) expected).getValue() + " was read as " + actual)
                    .isTrue();
        }
    }

    private void compareField(String path, NodeTuple field, Object model) {
        String name = ((ScalarNode) field.getKeyNode()).getValue();
        Optional<Method> accessor = List.of(model.getClass().getMethods()).stream()
                .filter(method ->
                        method.getParameterCount() == 0 && method.getName().equalsIgnoreCase(name))
                .findFirst();
        if (accessor.isEmpty()) {
            notModelled.add(name);
            return;
        }
        compare(path + "." + name, field.getValueNode(), unwrapped(accessor.get(), model));
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

    /** By the kind of value that the model has, worked out here once more from the text. */
    private static boolean sameAs(String text, Object actual) {
        if (actual instanceof BigDecimal decimal) {
            return decimal.toString().equals(new BigDecimal(text).toString());
        }
        if (actual instanceof LocalDate date) {
            return date.atStartOfDay(ZoneOffset.UTC).toInstant().equals(instant(text));
        }
        return actual instanceof Instant at
                ? at.equals(instant(text))
                : actual.toString().equals(text);
    }

    private static Instant instant(String text) {
        Matcher millis = MILLIS.matcher(text);
        assertThat(millis.matches()).as(text).isTrue();
        return Instant.ofEpochMilli(Long.parseLong(millis.group(1)));
    }
}
