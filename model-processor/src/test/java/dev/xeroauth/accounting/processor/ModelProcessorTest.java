package dev.xeroauth.accounting.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelProcessorTest {

    private static final String GOOD = "ThingID  id  key  its id";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Name  txt  rw  its name               | unknown kind "txt"; it is one of [bool, date, decimal, id, instant, integer, text]
            Other  Nothing  rw  another           | unknown kind "Nothing"
            Other  ref text  rw  another          | unknown kind "ref text"
            Others  KnownValue[]  rw  others      | unknown kind "KnownValue[]"
            ThingID  text  r  its name            | there is a line with this name already
            ThingId  text  r  its name            | there is a line with this name already
            Class  text  rw  its class            | a method cannot be named "class"; write "Class as otherName"
            ToString  text  rw  its text          | a method cannot be named "toString"
            A.B  text  rw  its text               | a method cannot be named "a.b"
            Name  text  rw                        | the description is missing
            Name  text                            | name, kind, access and description are wanted
            Name  text  rw  its name  or so       | name, kind, access and description are wanted
            Name  text  w  its name               | access "w" is none of r, rw and key
            Name  text  key  its name             | a key is an id
            Name  text  rw  its <name>            | the description is a phrase
            Name  text  rw  Its name.             | the description is a phrase
            """)
    void model_badLine_isReportedAtTheDeclaration(String line, String problem) {
        Compilation compilation = Compilation.ofModel(folder, GOOD, line);
        assertThat(compilation.errors()).hasSize(1);
        assertThat(compilation.errors().get(0))
                .startsWith("interface Thing {}: Table of Thing: \"" + line + "\": " + problem);
    }

    @Test
    void model_severalBadLines_areReportedTogether() {
        assertThat(Compilation.ofModel(folder, "A  b  c  d", "B  c  d  e").errors())
                .hasSize(2);
    }

    @Test
    void model_wrongAsAWhole_isReported() {
        assertThat(Compilation.ofModel(folder, GOOD, "OtherID  id  key  another")
                        .errors())
                .containsExactly("interface Thing {}: Table of Thing: There is more than one key");
        assertThat(Compilation.ofModel(folder, "Name  text  r  a", "Title as name  text  r  b")
                        .errors())
                .containsExactly("interface Thing {}: Table of Thing: Two fields have the same method");
        assertThat(Compilation.ofModel(folder, "DateString  companion Date", "Date  date  r  a day")
                        .errors())
                .singleElement()
                .asString()
                .contains("there is no date or instant Date above it");
        assertThat(Compilation.ofModel(folder).errors())
                .singleElement()
                .asString()
                .contains("The table is empty");
        assertThat(Compilation.ofModel(folder, "Name  text  r  " + "long ".repeat(25) + "name")
                        .errors())
                .singleElement()
                .asString()
                .contains("longer than 128 characters");
    }

    @Test
    void declaration_withoutJavadoc_isReported() {
        assertThat(new Compilation(folder, "@FieldTable(\"" + GOOD + "\")\ninterface Thing {}").errors())
                .containsExactly("interface Thing {}: Table of Thing: The declaration has no Javadoc");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            NEW  New again.   | there is a line with this name already
            OLD               | value and description are wanted
            OLD  Old          | the description is a sentence
            1ST  The first.   | "1_ST" is no name for a constant
            """)
    void enumeration_badLine_isReportedAtTheDeclaration(String line, String problem) {
        assertThat(Compilation.ofEnumeration(folder, "NEW  New.", line).errors())
                .singleElement()
                .asString()
                .startsWith("interface State {}: Table of State: \"" + line + "\": " + problem);
    }

    @Test
    void model_goodTable_hasFieldsGettersAndSettersForWhatIsWritten() throws IOException {
        Compilation compilation = Compilation.ofModel(
                folder,
                GOOD,
                "Parent  ref Thing  rw  what it belongs to",
                "Others  Known[]  r  the others",
                "State  KnownValue  rw  how it is",
                "UpdatedDateUTC  instant  r  when it changed",
                "UpdatedDateUTCString  companion UpdatedDateUTC",
                "Class as thingClass  text  r  its class");
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated("Thing"))
                .contains("/**\n * A thing.\n */\npublic final class Thing extends Model {")
                .contains("Field<UUID> THING_ID = FIELDS.id(\"ThingID\").written().key();")
                .contains("Field<Thing> PARENT = FIELDS.reference(\"Parent\", Thing.class).written();")
                .contains("Field<List<Known>> OTHERS = FIELDS.list(\"Others\", Known.class);")
                .contains("Field<KnownValue> STATE = FIELDS.open(\"State\", KnownValue::of).written();")
                .contains("FIELDS.companion(\"UpdatedDateUTCString\", UPDATED_DATE_UTC);")
                .contains("/** {@return when it changed} */\n    public Optional<Instant> updatedDateUtc() {")
                .contains("public Optional<String> thingClass() {\n        return get(CLASS);")
                .contains("public Builder thingId(UUID thingId) {")
                .doesNotContain("Builder updatedDateUtc(", "updatedDateUtcString", "BigDecimal");
    }

    @Test
    void model_idAndWrittenLines_isADocument() throws IOException {
        Compilation compilation = new Compilation(folder, """
                /** A line. */
                @FieldTable("Text  text  rw  its text")
                interface LineItem {}

                /** A thing. */
                @FieldTable(\"""
                        ThingID    id          key  its id
                        LineItems  LineItem[]  rw   its lines
                        \""")
                interface Thing {}
                """);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated("Thing"))
                .contains("class Thing extends Document<Thing, Thing.Builder> {")
                .contains("class Builder extends DocumentBuilder<Thing, Builder> {")
                .contains("super(Thing.class, original, LINE_ITEMS);")
                .doesNotContain("Builder lineItems(");
        assertThat(compilation.generated("LineItem")).contains("class LineItem extends Model {");
    }

    @Test
    void model_nothingWritten_hasNoBuilder() throws IOException {
        Compilation compilation = Compilation.ofModel(folder, "Name  text  r  its name");
        assertThat(compilation.generated("Thing")).doesNotContain("uilder").contains("Thing fromJson(String json)");
    }

    @Test
    void enumeration_goodTable_hasAConstantForEachLine() throws IOException {
        Compilation compilation = Compilation.ofEnumeration(folder, "NoTax  Without tax.", "SYS/US-1  A part.");
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.generated("State"))
                .contains("/** Without tax. */\n    public static final State NO_TAX = CONSTANTS.add(\"NoTax\");")
                .contains("State SYS_US_1 = CONSTANTS.add(\"SYS/US-1\");");
    }
}
