package dev.xeroauth.internal.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class JsonObjectTest {

    @Test
    void with_aMemberThatIsThere_takesItsPlace() throws IOException {
        assertThat(text(object("{\"a\":1,\"b\":2}").with("a", JsonWord.TRUE))).isEqualTo("{\"a\":true,\"b\":2}");
    }

    @Test
    void and_another_keepsItsOwnAndAppendsTheRest() throws IOException {
        assertThat(text(object("{\"a\":1,\"b\":null}").and(object("{\"c\":4,\"b\":3}"))))
                .isEqualTo("{\"a\":1,\"b\":null,\"c\":4}");
    }

    @Test
    void without_names_leavesTheOthers() throws IOException {
        JsonObject whole = object("{\"a\":1,\"b\":2,\"c\":3}");

        assertThat(text(whole.without("b"))).isEqualTo("{\"a\":1,\"c\":3}");
        assertThat(text(whole.without(object("{\"a\":7,\"c\":null,\"d\":0}")))).isEqualTo("{\"b\":2}");
        assertThat(whole.without(whole)).isSameAs(JsonObject.EMPTY);
    }

    @Test
    void changing_anObjectOrAListOfThem_reachesEach() throws IOException {
        JsonObject whole = object("{\"one\":{\"a\":1},\"many\":[{\"a\":1},7,{}],\"text\":\"x\"}");

        assertThat(text(whole.changing("one", part -> part.with("b", JsonWord.NULL))
                        .changing("many", part -> part.without("a"))
                        .changing("text", part -> JsonObject.EMPTY)
                        .changing("absent", part -> JsonObject.EMPTY)))
                .isEqualTo("{\"one\":{\"a\":1,\"b\":null},\"many\":[{},7,{}],\"text\":\"x\"}");
    }

    @Test
    void changing_nothing_isItself() throws IOException {
        JsonObject whole = object("{\"one\":{\"a\":1},\"many\":[{\"a\":1},7]}");

        assertThat(whole.changing("one", part -> part).changing("many", part -> part))
                .isSameAs(whole);
    }

    @Test
    void members_ofABuiltObject_areNeverChanged() throws IOException {
        JsonObject.Builder builder = JsonObject.builder().put("a", 1);
        JsonObject built = builder.build();
        builder.put("b", 2);

        assertThat(built).isEqualTo(object("{\"a\":1}"));
        assertThatThrownBy(() -> built.members().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static JsonObject object(String text) throws IOException {
        return Json.read(text).object().orElseThrow();
    }

    private static String text(JsonObject object) {
        return new String(Json.write(object), UTF_8);
    }
}
