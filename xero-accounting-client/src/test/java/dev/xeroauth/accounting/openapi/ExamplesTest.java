package dev.xeroauth.accounting.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The examples of the two resources, read and written again. */
@Tag("openapi")
class ExamplesTest {

    private static final int OF_EACH_RESOURCE = 7;

    @ParameterizedTest
    @ValueSource(strings = {"Invoices", "BankTransactions"})
    void lost_whoWritesWhatWasRead_losesNothing(String list) throws IOException {
        Examples examples = new Examples(Description.accounting());

        assertThat(examples.listing(list)).hasSizeGreaterThanOrEqualTo(OF_EACH_RESOURCE);
        assertThat(examples.lost(list, UnaryOperator.identity())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Invoices", "BankTransactions"})
    void lost_whoForgetsAField_isFoundInEveryExample(String list) throws IOException {
        Examples examples = new Examples(Description.accounting());

        assertThat(examples.lost(list, ExamplesTest::withoutLast)).hasSizeGreaterThanOrEqualTo(OF_EACH_RESOURCE);
    }

    private static String withoutLast(String json) {
        ObjectNode object = (ObjectNode) Bodies.json(json);
        List<String> names = object.propertyStream().map(Map.Entry::getKey).toList();
        object.remove(names.get(names.size() - 1));
        return object.toString();
    }
}
