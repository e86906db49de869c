package dev.xeroauth.accounting.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.accounting.openapi.Examples.Example;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The description's own examples, some of which are not as it says itself: a validator that finds fewer has gone blind,
 * and one that finds more sees ghosts.
 */
@Tag("openapi")
class DescriptionExamplesTest {

    /** What a schema forbids by itself, before it is made stricter. */
    private static final Set<String> PLAIN = Set.of("type", "required", "enum", "format", "maxLength");

    @Test
    void violations_ofEveryExample_areThoseKnown() throws IOException {
        Description description = Description.accounting();
        List<Example> examples = new Examples(description).all();
        Set<String> wrong = new TreeSet<>();
        List<String> here = new ArrayList<>();
        int violations = 0;
        for (Example example : examples) {
            for (Violation each : violations(description, example)) {
                violations++;
                if (PLAIN.contains(each.keyword())) {
                    wrong.add(example.name());
                }
                if (example.operation().path().matches("/(Invoices|BankTransactions).*")) {
                    here.add(example.name() + " " + each);
                }
            }
        }
        System.out.println("openapi-examples: examples=" + examples.size() + " violations=" + violations
                + " examples-against-plain-schemas=" + wrong.size());

        assertThat(wrong).containsExactlyInAnyOrderElementsOf(WrongExamples.AGAINST_PLAIN_SCHEMAS.keySet());
        assertThat(here).containsExactlyInAnyOrderElementsOf(WrongExamples.OF_THE_TWO_RESOURCES.keySet());
        assertThat(violations).isEqualTo(WrongExamples.IN_ALL);
        assertThat(examples).hasSize(WrongExamples.EXAMPLES);
    }

    private static List<Violation> violations(Description description, Example example) {
        return description.bodies().schemas(example.direction()).violations(example.schema(), example.body());
    }
}
