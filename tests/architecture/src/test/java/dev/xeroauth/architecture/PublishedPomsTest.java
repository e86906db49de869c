package dev.xeroauth.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The poms that are deployed, against what users need and against docs/decisions.md. */
class PublishedPomsTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([\\w-]+)` \\| (.*) \\|$");
    private static final Pattern NAME = Pattern.compile("`([\\w-]+)`( \\(\\w+\\))?");
    private static final Pattern REASON = Pattern.compile("(?m)^- \\*\\*([\\w, -]+)\\*\\*");

    private final Path root = Reactor.root();
    private final List<PublishedPom> published = Reactor.deployed(root).stream()
            .map(home -> new PublishedPom(Pom.read(home.resolve("target/.flattened-pom.xml"))))
            .toList();

    @Test
    void problems_everyPublishedPom_hasNone() {
        assertThat(published).extracting(PublishedPom::artifact).contains("xero-auth-core", "xero-auth-bom");
        assertThat(published)
                .allSatisfy(pom -> assertThat(pom.problems(Pom.in(root)))
                        .as(pom.artifact())
                        .isEmpty());
    }

    @Test
    void dependencies_everyLibrary_areThoseOfTheDecisions() throws IOException {
        assertThat(found()).isEqualTo(decided(section()));
    }

    @Test
    void dependencies_notInTheDecisions_areSeen() throws IOException {
        String without = section().replace("`failsafe`, ", "").replace(" (optional)", "");

        assertThat(section()).isNotEqualTo(without);
        assertThat(decided(without)).doesNotContainEntry("xero-auth-core", found().get("xero-auth-core"));
        assertThat(decided(without)).doesNotContainEntry("xero-testkit", found().get("xero-testkit"));
    }

    @Test
    void dependencies_ofOthers_haveEachAReason() throws IOException {
        Set<String> reasons = REASON.matcher(section())
                .results()
                .flatMap(reason -> List.of(reason.group(1).split(", ", -1)).stream())
                .collect(Collectors.toSet());

        Map<String, Set<String>> decided = decided(section());
        assertThat(decided.values().stream()
                        .flatMap(Set::stream)
                        .map(name -> name.replaceFirst(" .*", ""))
                        .filter(name -> !decided.containsKey(name)))
                .allMatch(reasons::contains);
    }

    @Test
    void managed_bom_isEveryLibraryInOneVersion() {
        Set<String> libraries = published.stream()
                .filter(pom -> !pom.isBom())
                .map(pom -> "dev.xeroauth:" + pom.artifact() + ":" + pom.pom().text("version"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(published)
                .filteredOn(PublishedPom::isBom)
                .singleElement()
                .satisfies(bom -> assertThat(bom.managed()).isEqualTo(libraries));
    }

    @ParameterizedTest
    @CsvSource({
        "<parent/>, has parent",
        "<build/>, has build",
        "<properties/>, has properties",
        "<repositories/>, has repositories",
        "<dependencyManagement/>, has dependencyManagement",
        "<name/>, has no name",
        "<description/>, has no description",
        "<version/>, has no version",
        "<version>${revision}</version>, has a placeholder",
        "<licenses><license>Other</license></licenses>, has not the licence of the root pom",
        "<dependencies><dependency><artifactId>a</artifactId></dependency></dependencies>, has a without a version",
        "<dependencies><dependency><artifactId>a</artifactId><version>1</version><scope>test</scope></dependency>"
                + "</dependencies>, has a in scope test"
    })
    void problems_seeded_areFound(String part, String problem) throws Exception {
        String rest = "<name>n</name><description>d</description><version>1</version>";
        Pom seeded = Pom.of("<project>" + part + rest + "</project>");

        assertThat(new PublishedPom(seeded).problems(Pom.of("<project/>"))).containsExactly(problem);
        assertThat(new PublishedPom(Pom.of("<project>" + rest + "</project>")).problems(Pom.of("<project/>")))
                .isEmpty();
    }

    private Map<String, Set<String>> found() {
        Map<String, Set<String>> found = new TreeMap<>();
        published.stream().filter(pom -> !pom.isBom()).forEach(pom -> found.put(pom.artifact(), pom.dependencyNames()));
        return found;
    }

    private static Map<String, Set<String>> decided(String section) {
        return ROW.matcher(section)
                .results()
                .collect(Collectors.toMap(row -> row.group(1), row -> names(row.group(2)), (a, b) -> a, TreeMap::new));
    }

    private static Set<String> names(String row) {
        return NAME.matcher(row)
                .results()
                .map((MatchResult name) -> name.group().replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private String section() throws IOException {
        String decisions = Files.readString(root.resolve("docs/decisions.md"));
        return decisions.replaceFirst("(?s).*\n## Dependencies\n", "").replaceFirst("(?s)\n## .*", "");
    }
}
