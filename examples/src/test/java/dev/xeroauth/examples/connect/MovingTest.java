package dev.xeroauth.examples.connect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code export} and {@code import}. */
class MovingTest {

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(
            () -> FakeXero.builder().organisation("Orchard Lane Bakery", 3).start());

    @TempDir
    Path home;

    private Terminal terminal;

    @BeforeEach
    void connect() {
        terminal = new Terminal(home).user(fake.get()::approve);
        terminal.environment.put("XERO_CLIENT_ID", fake.get().pkceApp().clientId());
        assertThat(terminal.connectTo(fake.get())).as(terminal::err).isZero();
    }

    private int run(String... args) {
        return terminal.runAt(fake.get(), args);
    }

    @Test
    void export_toTheTerminal_isATokenResponseAfterAWarning() throws IOException {
        assertThat(run("export", "demo")).as(terminal::err).isZero();

        JsonNode json = new ObjectMapper().readTree(terminal.out());
        assertThat(fake.get().accepts(json.path("refresh_token").asText())).isTrue();
        assertThat(json.path("expires_in").asLong()).isBetween(1L, 1800L);
        assertThat(json.path("token_type").asText()).isEqualTo("Bearer");
        assertThat(terminal.err())
                .startsWith("Warning: ")
                .doesNotContain(json.path("refresh_token").asText());
    }

    @Test
    void export_toAFile_isForItsOwnerAlone() throws IOException {
        Path file = home.resolve("tokens.json");

        assertThat(run("export", "demo", "--out", file.toString()))
                .as(terminal::err)
                .isZero();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(terminal.out()).doesNotContain("access_token");
        assertThat(new ObjectMapper().readTree(file.toFile()).hasNonNull("access_token"))
                .isTrue();
    }

    @Test
    void export_fileThatIsThere_isLeftAlone() throws IOException {
        Path file = Files.writeString(home.resolve("tokens.json"), "mine");

        assertThat(run("export", "demo", "--out", file.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(file).hasContent("mine");
        assertThat(terminal.err())
                .contains("is there already. Name another file")
                .doesNotContain("\tat ");
    }

    @Test
    void export_intoNoDirectory_saysSo() {
        assertThat(run("export", "demo", "--out", home.resolve("no/tokens.json").toString()))
                .isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("There is no directory for ");
    }

    @Test
    void take_whatWasExported_isAGrantOfItsOwn() {
        Path file = home.resolve("tokens.json");
        run("export", "demo", "--out", file.toString());

        assertThat(run("import", "moved", file.toString())).as(terminal::err).isZero();

        assertThat(terminal.out()).contains("The tokens are in 'moved' now.", "connected");
        assertThat(run("tenants", "moved")).as(terminal::err).isZero();
        assertThat(terminal.out()).contains("Orchard Lane Bakery");
    }

    @Test
    void take_grantThatIsThere_isLeftAlone() {
        Path file = home.resolve("tokens.json");
        run("export", "demo", "--out", file.toString());

        assertThat(run("import", "demo", file.toString())).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("demo").hasLineCount(1).doesNotContain("\tat ");
    }

    @Test
    void take_fileThatHoldsNoTokens_saysWhatItShouldHold() throws IOException {
        for (String content : new String[] {"", "not json", "[]", "{\"access_token\": 1}"}) {
            Path file = Files.writeString(home.resolve("tokens.json"), content);

            assertThat(run("import", "moved", file.toString())).isEqualTo(ExitCode.FAILED);

            assertThat(terminal.err()).startsWith("The file holds no tokens: ");
        }
        assertThat(run("import", "moved", "/no/such/file")).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).startsWith("There is no file ");
    }
}
