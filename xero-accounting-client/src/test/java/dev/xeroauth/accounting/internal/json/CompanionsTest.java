package dev.xeroauth.accounting.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.accounting.model.BrandingTheme;
import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.Models;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CompanionsTest {

    @ParameterizedTest
    @CsvSource({
        "2019-03-07T00:00:00",
        "2019-03-07",
        "2019-03-07T00:00:00.000Z",
        "2019-03-08T00:00:00",
        "2019-03-07T10:00:00",
        "2019-02-30T00:00:00",
        "soon",
        "''"
    })
    void read_companionInEitherOrder_isKeptToTheLetterAndLeavesTheDate(String text) throws IOException {
        String companion = "'DateString':'" + text + "'";
        String main = "'Date':'/Date(1551916800000+0000)/'";
        Invoice before = Reading.read(Invoice.class, "{" + companion + "," + main + "}");
        assertThat(Reading.read(Invoice.class, "{" + main + "," + companion + "}"))
                .isEqualTo(before);
        assertThat(before.date()).contains(LocalDate.of(2019, 3, 7));
        assertThat(Json.text(before, Writing.WHOLE)).contains("\"DateString\":\"" + text + "\"");
        assertThat(Json.model(Invoice.class, Json.text(before, Writing.WHOLE))).isEqualTo(before);
        assertThat(Json.text(before, Writing.REQUEST)).isEqualTo("{\"Date\":\"2019-03-07\"}");
    }

    @ParameterizedTest
    @CsvSource({"2019-03-07T00:00:00,2019-03-07", "2019-03-07T13:00:00+14:00,2019-03-06", "soon,"})
    void read_companionAlone_isTheDateIfItIsOne(String text, LocalDate expected) throws IOException {
        Invoice read = Reading.read(Invoice.class, "{'DateString':'" + text + "','Date':null}");
        assertThat(read.date().orElse(null)).isEqualTo(expected);
        assertThat(Json.text(read, Writing.WHOLE)).contains("\"DateString\":\"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource({"2019-03-05T18:59:06Z", "2019-03-05T18:59:06", "2019-03-05T18:59:06.1230000", "2019-03-05T18:59:07Z"})
    void read_companionOfAMoment_isKeptToTheLetter(String text) throws IOException {
        String millis = text.contains(".") ? "123" : "000";
        Invoice read = Reading.read(
                Invoice.class,
                "{'UpdatedDateUTCString':'" + text + "','UpdatedDateUTC':'/Date(1551812346" + millis + "+0000)/'}");
        assertThat(read.updatedDateUtc()).contains(Instant.ofEpochMilli(Long.parseLong("1551812346" + millis)));
        assertThat(Json.text(read, Writing.WHOLE)).contains("\"" + text + "\"");
    }

    @ParameterizedTest
    @MethodSource("modelsWithMoments")
    <M> void read_companionOfAnyModelsMoment_isNotSentBack(Class<M> model, String moment) throws IOException {
        M read = Reading.read(
                model, "{'" + moment + "':'/Date(1551812346000)/','" + moment + "String':'2019-03-05T18:59:06'}");
        assertThat(Json.text(read, Writing.REQUEST)).isEqualTo("{}");
        assertThat(Json.text(read, Writing.WHOLE)).contains(moment + "String");
    }

    /** All but the one that Xero sends without it. */
    static Stream<Arguments> modelsWithMoments() {
        return Models.all().stream()
                .flatMap(model -> Shape.of(model).fields().stream()
                        .filter(field -> field.kind() == Kind.INSTANT)
                        .map(field -> Arguments.of(model, field.name())))
                .filter(moment -> moment.get()[0] != BrandingTheme.class);
    }

    @Test
    void read_companionThatAgrees_costsNoText() throws IOException {
        Invoice read = Reading.read(Invoice.class, "{'DateString':'2019-03-07T00:00:00','Date':'2019-03-07'}");
        Shape<Invoice> shape = Shape.of(Invoice.class);
        Field<?> companion = shape.field("DateString");
        assertThat((Object) companion.get(shape.values(read))).isSameAs(TimeForm.of(0, false));
    }
}
