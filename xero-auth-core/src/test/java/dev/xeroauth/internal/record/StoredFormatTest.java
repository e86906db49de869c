package dev.xeroauth.internal.record;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.TenantId;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.TimeSource;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is stored can be read by every later build, and {@code docs/stored-format.md} says what it is. */
class StoredFormatTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([A-Za-z.\\[\\]]+)` \\|");
    private static final Instant LATER = Instant.parse("2026-11-21T13:00:00Z");

    @Test
    void decode_goldenV1_isTheRecordThatWasWritten() throws IOException {
        GrantRecord read = RecordCodec.decode(GoldenRecord.payload());

        assertThat(read).isEqualTo(GoldenRecord.record());
        assertThat(read.current().parent())
                .isEqualTo(read.previous().map(RefreshCandidate::fingerprint))
                .contains("s36FD9_Tzk_tVuKf");
    }

    @Test
    void encode_goldenV1_isTheSamePayload() throws IOException {
        byte[] again = RecordCodec.encode(RecordCodec.decode(GoldenRecord.payload()));

        assertThat(JSON.readTree(again)).isEqualTo(JSON.readTree(GoldenRecord.payload()));
    }

    @Test
    void decode_goldenV1WithAdditions_isTheRecordThatWasWritten() throws IOException {
        assertThat(RecordCodec.decode(GoldenRecord.payloadWithAdditions()))
                .isEqualTo(GoldenRecord.recordWithAdditions());
        assertThat(JSON.readTree(RecordCodec.encode(GoldenRecord.recordWithAdditions())))
                .isEqualTo(JSON.readTree(GoldenRecord.payloadWithAdditions()));
    }

    @Test
    void open_goldenV1_isTheSamePayload() throws IOException {
        byte[] opened = GoldenRecord.cipher().open(GoldenRecord.sealed(), GoldenRecord.PLACE);

        assertThat(JSON.readTree(opened)).isEqualTo(JSON.readTree(GoldenRecord.payload()));
    }

    @Test
    void golden_hasEveryFieldThatCanBeWritten() throws Exception {
        Set<String> golden = new TreeSet<>();
        addFields(JSON.readTree(GoldenRecord.payloadWithAdditions()), "", golden);
        Set<String> ours = new TreeSet<>();
        addFields(JSON.readTree(RecordCodec.encode(Records.full())), "", ours);

        assertThat(golden).containsAll(ours);
        assertHasNothingEmpty(RecordCodec.decode(GoldenRecord.payloadWithAdditions()));
    }

    @Test
    void document_namesEveryFieldAndNoOther() throws IOException {
        Set<String> stored = new TreeSet<>();
        addFields(JSON.readTree(GoldenRecord.payloadWithAdditions()), "", stored);
        stored.removeIf(field -> field.startsWith("previous.") || field.startsWith("spares[]."));
        String document = Files.readString(Path.of("../docs/stored-format.md"), UTF_8);
        Set<String> documented = new TreeSet<>();
        ROW.matcher(document).results().forEach(row -> documented.add(row.group(1)));

        assertThat(documented).isEqualTo(stored);
    }

    @Test
    void edit_fieldsOfANewerVersion_surviveWhereWhatTheyAreAboutDoes() throws IOException {
        ObjectNode stored = (ObjectNode) JSON.readTree(GoldenRecord.payload());
        addToEveryObject(stored, "fromTheFuture");

        GrantRecord read = RecordCodec.decode(JSON.writeValueAsBytes(stored));
        JsonNode untouched = JSON.readTree(RecordCodec.encode(read));
        JsonNode saved = JSON.readTree(RecordCodec.encode(read.edit()
                .access(Records.access("golden-access-3"))
                .current(read.current().successor("golden-refresh-3"))
                .previous(read.current().presented(LATER))
                .released(Setback.NONE)
                .done()));

        assertThat(untouched).isEqualTo(stored);
        assertThat(futures(saved))
                .containsExactlyInAnyOrder("", "previous", "spares[]", "setback", "reach", "reach.connections[]");
        assertThat(saved.path("serial").asLong()).isEqualTo(13);
    }

    @Test
    void following_fieldsOfANewerVersion_surviveAtTheTopAlone() throws IOException {
        ObjectNode stored = (ObjectNode) JSON.readTree(GoldenRecord.payload());
        addToEveryObject(stored, "fromTheFuture");

        GrantRecord consented = Records.first().following(RecordCodec.decode(JSON.writeValueAsBytes(stored)));

        assertThat(futures(JSON.readTree(RecordCodec.encode(consented)))).containsExactly("");
    }

    @Test
    void replace_manyTenantsAndLongTokens_leavesOutTheTenantsAndOpens() {
        GrantRecord large = large(500);

        OpenGrant found = storedAndFound(large);

        Reach withoutTenants =
                new Reach(large.reach().xeroUserId(), large.reach().authEvents(), Optional.empty());
        assertThat(RecordCodec.encode(large).length).isGreaterThan(SealedRecord.MAX_BYTES);
        assertThat(found.record().reach()).isEqualTo(withoutTenants);
        assertThat(found.record().edit().reach(large.reach()).done())
                .isEqualTo(large.edit().done());
    }

    @Test
    void replace_asManyTenantsAsThereIsRoomFor_keepsThem() {
        assertThat(storedAndFound(large(200)).record()).isEqualTo(large(200));
    }

    private static OpenGrant storedAndFound(GrantRecord record) {
        InMemoryTokenStore store = new InMemoryTokenStore();
        GrantRepository repository = new GrantRepository(
                store,
                GoldenRecord.cipher(),
                "golden",
                new SecureRandom(),
                () -> TimeSource.system().now());
        GrantId id = GoldenRecord.PLACE.grantId();
        assertThat(repository.replace(id, GrantStatus.CONNECTED, record, Revision.NONE))
                .isPresent();
        assertThat(store.find(id).orElseThrow().sealed().size()).isLessThan(SealedRecord.MAX_BYTES);
        return repository.find(id).orElseThrow();
    }

    /** 16 spares, refresh tokens of 200 characters, an access token of 4 KB. */
    private static GrantRecord large(int tenants) {
        GrantRecord golden = GoldenRecord.record();
        List<RefreshCandidate> spares = IntStream.range(0, 16)
                .mapToObj(i ->
                        golden.current().successor(padded("spare" + i, 200)).presented(LATER))
                .toList();
        List<Connection> connections = new ArrayList<>();
        for (int i = 0; i < tenants; i++) {
            connections.add(new Connection(
                    new ConnectionId(new UUID(6, i)),
                    new TenantId(new UUID(7, i)),
                    "ORGANISATION",
                    Optional.empty(),
                    Optional.of(new UUID(3, 3))));
        }
        return golden.edit()
                .access(Records.access(padded("access", 4096)))
                .current(golden.current().successor(padded("current", 200)).presented(LATER))
                .previous(golden.current().successor(padded("previous", 200)).presented(LATER))
                .spares(spares)
                .reach(new Reach(golden.reach().xeroUserId(), golden.reach().authEvents(), Optional.of(connections)))
                .done();
    }

    private static String padded(String name, int length) {
        return name + "x".repeat(length - name.length());
    }

    private static void assertHasNothingEmpty(Record record) throws ReflectiveOperationException {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(record);
            Object inside = value instanceof Optional<?> optional ? optional.orElse(null) : value;
            if (component.getName().equals("name") || inside instanceof Unknown) {
                continue; // Names of tenants are not stored, and the golden record has nothing that is unknown.
            }
            assertThat(inside).as(component.toString()).isNotNull();
            if (inside instanceof Collection<?> many) {
                assertThat(many).as(component.toString()).isNotEmpty();
            } else if (inside instanceof Record part) {
                assertHasNothingEmpty(part);
            }
        }
    }

    /** Where a field stands: the names that lead to it, with brackets behind a list's. */
    private static void addFields(JsonNode node, String path, Set<String> to) {
        node.properties().forEach(field -> {
            JsonNode value = field.getValue();
            String name = path + field.getKey() + (value.isArray() ? "[]" : "");
            JsonNode inside = value.isArray() ? value.path(0) : value;
            if (inside.isObject()) {
                addFields(inside, name + ".", to);
            } else {
                to.add(name);
            }
        });
    }

    private static void addToEveryObject(JsonNode node, String name) {
        node.forEach(inside -> addToEveryObject(inside, name));
        if (node instanceof ObjectNode object) {
            object.putObject(name).put("a", 1);
        }
    }

    private static Set<String> futures(JsonNode root) {
        Set<String> fields = new TreeSet<>();
        addFields(root, "", fields);
        Set<String> places = new TreeSet<>();
        fields.stream()
                .filter(field -> field.endsWith("fromTheFuture.a"))
                .map(field -> field.replaceAll("\\.?fromTheFuture\\.a$", ""))
                .forEach(places::add);
        return places;
    }
}
