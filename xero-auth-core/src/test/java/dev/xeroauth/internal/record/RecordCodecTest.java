package dev.xeroauth.internal.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCodecTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void decode_everyFieldSet_comesBackEqual() {
        GrantRecord full = Records.full();

        assertThat(RecordCodec.decode(RecordCodec.encode(full))).isEqualTo(full);
    }

    @Test
    void decode_onlyWhatAConsentKnows_comesBackEqual() {
        GrantRecord first = Records.first();

        assertThat(RecordCodec.decode(RecordCodec.encode(first))).isEqualTo(first);
    }

    @Test
    void decode_unknownField_survivesARewrite() throws IOException {
        ObjectNode stored = (ObjectNode) JSON.readTree(RecordCodec.encode(Records.first()));
        stored.putObject("fromTheFuture").put("a", 1);

        GrantRecord read = RecordCodec.decode(JSON.writeValueAsBytes(stored));
        GrantRecord changed = read.edit().confirmAt(Optional.of(Instant.EPOCH)).done();

        assertThat(JSON.readTree(RecordCodec.encode(changed))
                        .path("fromTheFuture")
                        .path("a")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void decode_everyRequiredFieldInTurn_isNamedWhenMissing() throws IOException {
        ObjectNode whole = (ObjectNode) JSON.readTree(RecordCodec.encode(Records.first()));
        for (String field : new String[] {"v", "generation", "serial", "tokenSerial", "access", "current", "setback"}) {
            ObjectNode lacking = whole.deepCopy();
            lacking.remove(field);

            assertThatThrownBy(() -> RecordCodec.decode(JSON.writeValueAsBytes(lacking)))
                    .isInstanceOf(UnreadableRecordException.class)
                    .hasMessageContaining("'" + field + "'");
        }
    }

    @Test
    void decode_aFieldOfAnotherKind_isNamed() throws IOException {
        JsonNode golden = JSON.readTree(GoldenRecord.payload());
        for (String pointer : new String[] {
            "/serial",
            "/access/lifetime",
            "/current/parent",
            "/current/firstPresentedAt",
            "/current/presentations",
            "/previous",
            "/spares",
            "/lease",
            "/lease/until",
            "/confirmAt",
            "/setback/failures",
            "/setback/lastError",
            "/reach",
            "/reach/xeroUserId",
            "/reach/authEvents",
            "/reach/connections"
        }) {
            JsonPointer path = JsonPointer.compile(pointer);
            ObjectNode wrong = golden.deepCopy();
            String field = path.last().getMatchingProperty();
            ((ObjectNode) wrong.at(path.head())).put(field, 1.5);

            assertThatThrownBy(() -> RecordCodec.decode(JSON.writeValueAsBytes(wrong)))
                    .as(pointer)
                    .isInstanceOf(UnreadableRecordException.class)
                    .hasMessageContaining("'" + field + "'");
        }
    }

    @Test
    void decode_countBeyondAllBounds_isNamed() throws IOException {
        ObjectNode wrong = (ObjectNode) JSON.readTree(GoldenRecord.payload());
        wrong.withObjectProperty("setback").put("failures", 1L << 40);

        assertThatThrownBy(() -> RecordCodec.decode(JSON.writeValueAsBytes(wrong)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasMessageContaining("'failures'");
    }

    @Test
    void decode_nullWhereAFieldMayBeAbsent_isAbsent() throws IOException {
        ObjectNode stored = (ObjectNode) JSON.readTree(RecordCodec.encode(Records.first()));
        stored.putNull("lease").putNull("confirmAt").putNull("previous").putNull("spares");

        GrantRecord read = RecordCodec.decode(JSON.writeValueAsBytes(stored));

        assertThat(read.lease()).isEmpty();
        assertThat(read.confirmAt()).isEmpty();
        assertThat(read.previous()).isEmpty();
    }

    @Test
    void decode_newerVersion_saysSo() throws IOException {
        ObjectNode newer = (ObjectNode) JSON.readTree(RecordCodec.encode(Records.first()));
        newer.put("v", 2);

        assertThatThrownBy(() -> RecordCodec.decode(JSON.writeValueAsBytes(newer)))
                .hasMessageContaining("newer version");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "[]", "7", "RT-secret", "{\"v\":1,\"generation\":\"RT-secret\"", "{\"v\":\"RT-secret\"}"})
    void decode_noRecord_isRefusedWithoutQuotingIt(String bytes) {
        assertThatThrownBy(() -> RecordCodec.decode(bytes.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UnreadableRecordException.class)
                .hasNoCause()
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret"));
    }

    @Test
    void toString_ofARecord_showsNoToken() {
        assertThat(Records.full().toString()).doesNotContain("AT-", "RT-");
    }
}
