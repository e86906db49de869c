package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists longer than an address. */
class ListPartsTest {

    private static final HttpUrl LIST = HttpUrl.get("https://api.xero.com/api.xro/2.0/Invoices");
    private static final long SEED = 91;
    private static final int ROUNDS = 300;

    @Test
    void parts_anyNumbersAndIds_areTheirUnionAndFit() {
        System.out.println("split: seed=" + SEED);
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            List<String> numbers = texts(random);
            List<UUID> ids = ids(random);
            InvoiceQuery query = InvoiceQuery.builder()
                    .invoiceNumbers(numbers)
                    .contactIds(ids)
                    .searchTerm("x".repeat(1 + random.nextInt(300)))
                    .pageSize(1 + random.nextInt(1000))
                    .build();
            assertFits(query);
            assertCombined(query, numbers, ids);
        }
    }

    private static void assertFits(InvoiceQuery query) {
        parts(query)
                .forEach(
                        part -> assertThat(part.request(9_999_999).build().url().toString())
                                .hasSizeLessThan(2048));
    }

    /** Every number meets every id exactly once. */
    private static void assertCombined(InvoiceQuery query, Collection<String> numbers, Collection<UUID> ids) {
        Set<List<String>> numberParts = new LinkedHashSet<>();
        Set<List<String>> idParts = new LinkedHashSet<>();
        Set<List<List<String>>> combinations = new HashSet<>();
        parts(query).forEach(part -> {
            numberParts.add(values(part, "InvoiceNumbers"));
            idParts.add(values(part, "ContactIDs"));
            combinations.add(List.of(values(part, "InvoiceNumbers"), values(part, "ContactIDs")));
        });
        assertThat(numberParts.stream().flatMap(List::stream))
                .containsExactlyElementsOf(numbers.stream().distinct().toList());
        assertThat(idParts.stream().flatMap(List::stream))
                .containsExactlyElementsOf(
                        ids.stream().distinct().map(UUID::toString).toList());
        assertThat(combinations).hasSize(numberParts.size() * idParts.size());
        assertThat(parts(query)).hasSameSizeAs(combinations);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 48, 49, 50, 51, 100, 1000})
    void parts_idsAlone_fillTheirAddresses(int count) {
        List<ListPart> parts = parts(InvoiceQuery.builder().ids(ids(count)).build());

        assertThat(parts).hasSize((count + 49) / 50);
        assertThat(parts.stream().flatMap(part -> values(part, "IDs").stream())).hasSize(count);
    }

    @Test
    void parts_aShortListBesideALongOne_staysWhole() {
        List<ListPart> parts =
                parts(InvoiceQuery.builder().ids(ids(10)).contactIds(ids(200)).build());

        assertThat(parts)
                .hasSize(5)
                .allSatisfy(part -> assertThat(values(part, "IDs")).hasSize(10));
    }

    @Test
    void parts_oneVeryLongNumber_isAlone() {
        String longest = "€".repeat(200);
        List<String> numbers = Stream.concat(IntStream.range(0, 300).mapToObj(i -> "N" + i), Stream.of(longest))
                .toList();

        InvoiceQuery query = InvoiceQuery.builder()
                .invoiceNumbers(numbers)
                .contactIds(ids(1))
                .build();

        assertFits(query);
        assertThat(parts(query).stream().flatMap(part -> values(part, "InvoiceNumbers").stream()))
                .containsExactlyElementsOf(numbers);
    }

    @Test
    void parts_shown_hideWhatIsAskedFor() {
        InvoiceQuery query =
                InvoiceQuery.builder().invoiceNumbers(List.of("Blue Ltd")).build();
        assertThat(parts(query)).hasToString("[ListPart[[unitdp, InvoiceNumbers]]]");
    }

    @Test
    void parts_nothingSet_isOne() {
        assertThat(parts(InvoiceQuery.builder().build()))
                .extracting(part -> part.url().query())
                .containsOnly("unitdp=4")
                .hasSize(1);
    }

    @Test
    void parts_filterTooLongByItself_isRefusedUnseen() {
        String secret = "secret".repeat(400);
        for (InvoiceQuery.Builder query : List.of(
                InvoiceQuery.builder().searchTerm(secret),
                InvoiceQuery.builder().where(secret).ids(ids(1)),
                InvoiceQuery.builder().invoiceNumbers(List.of("N1", secret)))) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> parts(query.build()))
                    .withMessageContaining("2047")
                    .withMessageNotContaining("secret");
        }
    }

    @Test
    void parts_filterThatJustFits_isTakenOnEveryPage() {
        int room = 2047 - (LIST + "?searchTerm=&unitdp=4&page=9999999&pageSize=1000").length();
        assertThat(parts(searched(room))).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> parts(searched(room + 1)));
    }

    private static InvoiceQuery searched(int characters) {
        return InvoiceQuery.builder().searchTerm("x".repeat(characters)).build();
    }

    private static List<ListPart> parts(InvoiceQuery query) {
        List<ListPart> parts = new ArrayList<>();
        query.parts(LIST, RequestOptions.none()).forEach(parts::add);
        return parts;
    }

    private static List<String> values(ListPart part, String name) {
        String value = part.url().queryParameter(name);
        return value == null ? List.of() : List.of(value.split(",", -1));
    }

    private static List<UUID> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> new UUID(1, i)).toList();
    }

    private static List<UUID> ids(Random random) {
        return IntStream.range(0, 1 + random.nextInt(120))
                .mapToObj(i -> new UUID(1, random.nextInt(80)))
                .toList();
    }

    /** Invoice numbers of whatever characters, some of them twice. */
    private static List<String> texts(Random random) {
        List<String> texts = new ArrayList<>();
        int count = 1 + random.nextInt(60);
        for (int i = 0; i < count; i++) {
            String text = i > 0 && random.nextInt(5) == 0 ? texts.get(random.nextInt(i)) : text(random);
            texts.add(text);
        }
        return texts;
    }

    private static String text(Random random) {
        int limit = List.of(0x80, 0x800, 0x10000, 0x110000).get(random.nextInt(4));
        StringBuilder text = new StringBuilder("n");
        random.ints(random.nextInt(40), 0, limit)
                .filter(point -> point != ',' && Character.getType(point) != Character.SURROGATE)
                .forEach(text::appendCodePoint);
        return text.toString();
    }
}
