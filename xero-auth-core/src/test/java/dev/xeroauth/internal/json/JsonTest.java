package dev.xeroauth.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {

    private static final ObjectMapper DATABIND = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "true",
                "\"\"",
                "-0",
                "1.50",
                "1E+400",
                "123456789012345678901234567890",
                "\"\\\"\\\\\\n\\u0001 ü\"",
                "[1,[2,{\"a\":null}],\"x\",false]",
                "{\"b\":1,\"a\":{\"d\":[{}],\"c\":true},\"\":\"\"}"
            })
    void write_whatWasRead_isTheSameText(String text) throws IOException {
        assertThat(new String(Json.write(Json.read(text)), UTF_8)).isEqualTo(text);
        assertThat(Json.read(text)).isEqualTo(Json.read(" " + text + "\n"));
    }

    @Test
    void write_whatWasBuilt_isWhatJacksonReads() throws IOException {
        JsonObject built = JsonObject.builder()
                .put("text", "ü\u2028\"")
                .put("number", Long.MIN_VALUE)
                .put("word", true)
                .put("list", new JsonList(List.of(JsonWord.NULL, new JsonText("x"))))
                .build();

        assertThat(DATABIND.readTree(Json.write(built)))
                .isEqualTo(DATABIND.createObjectNode()
                        .put("text", "ü\u2028\"")
                        .put("number", Long.MIN_VALUE)
                        .put("word", true)
                        .set("list", DATABIND.createArrayNode().addNull().add("x")));
    }

    @Test
    void write_charactersBeyondTheFirstPlane_comeBack() throws IOException {
        JsonText text = new JsonText("😀");

        assertThat(Json.read(Json.write(text))).isEqualTo(text);
        assertThat(Json.read("\"\\ud83d\\ude00\"")).isEqualTo(text);
    }

    @Test
    void read_aNameTwice_theLaterCounts() throws IOException {
        assertThat(object("{\"a\":1,\"b\":2,\"a\":3}")).isEqualTo(object("{\"b\":2,\"a\":3}"));
    }

    @Test
    void read_nothing_isNull() throws IOException {
        assertThat(Json.read("")).isEqualTo(JsonWord.NULL);
        assertThat(Json.read("  ")).isEqualTo(JsonWord.NULL);
    }

    @Test
    void read_moreThanOneValue_isTheFirst() throws IOException {
        assertThat(Json.read("{} <")).isEqualTo(JsonObject.EMPTY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{", "[", "[1", "{\"a\"", "{\"a\":", "}", "<", "NaN", "01", "'a'", "{a:1}", "[1,]", "\"\n\""})
    void read_noJson_isRefused(String text) {
        assertThatThrownBy(() -> Json.read(text)).isInstanceOf(IOException.class);
    }

    @Test
    void read_tooDeep_isRefused() throws IOException {
        assertThat(Json.read("[".repeat(100) + "]".repeat(100)).items()).isPresent();
        assertThatThrownBy(() -> Json.read("[".repeat(101) + "]".repeat(101))).isInstanceOf(IOException.class);
    }

    @Test
    void values_ofEveryKind_areTheirKindAlone() throws IOException {
        JsonObject all = object("{\"text\":\"7\",\"whole\":7,\"part\":7.0,\"large\":9223372036854775808,\"word\":true,"
                + "\"list\":[7],\"object\":{}}");

        assertThat(all.members()).allSatisfy((name, value) -> {
            assertThat(value.text().isPresent()).isEqualTo(name.equals("text"));
            assertThat(value.integer().isPresent()).isEqualTo(name.equals("whole"));
            assertThat(value.digits().isPresent())
                    .isEqualTo(List.of("whole", "part", "large").contains(name));
            assertThat(value.items().isPresent()).isEqualTo(name.equals("list"));
            assertThat(value.object().isPresent()).isEqualTo(name.equals("object"));
        });
        assertThat(all.get("absent")).isEqualTo(JsonWord.NULL);
    }

    @Test
    void toString_anything_showsNoValue() throws IOException {
        JsonValue all = Json.read("{\"secret\":[\"secret\",{\"secret\":471147,\"a\":true}]}");

        assertThat(all.toString()).isEqualTo("JsonObject[1]");
        assertThat(object("{\"a\":\"secret\",\"b\":471147,\"c\":[\"secret\"],\"d\":true}")
                        .members()
                        .values())
                .extracting(JsonValue::toString)
                .containsExactly("JsonText", "JsonNumber", "JsonList[1]", "JsonWord");
    }

    private static JsonObject object(String text) throws IOException {
        return Json.read(text).object().orElseThrow();
    }
}
