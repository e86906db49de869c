package dev.xeroauth.examples.connect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.FileTokenStore;
import dev.xeroauth.GrantId;
import dev.xeroauth.KeyRing;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroException;
import dev.xeroauth.examples.KeyFile;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import dev.xeroauth.testkit.ManualTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What {@code status} and {@code tenants} say, and where grants are kept. */
class StandingTest {

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(() -> FakeXero.builder()
            .organisation("Orchard Lane Bakery", 3)
            .organisation("Harbour Cycles", 3)
            .start());

    @TempDir
    Path home;

    private Terminal terminal;
    private String xero;

    @BeforeEach
    void terminal() {
        xero = fake.get().endpoints().api().toString();
        terminal = new Terminal(home).user(fake.get()::approve);
        terminal.environment.put("XERO_CLIENT_ID", fake.get().pkceApp().clientId());
    }

    private void connected(String grant, String... more) {
        assertThat(terminal.run(with(more, "connect", grant, "--port", "0", "--xero", xero)))
                .as(terminal::err)
                .isZero();
    }

    private static String[] with(String[] more, String... args) {
        String[] all = java.util.Arrays.copyOf(args, args.length + more.length);
        System.arraycopy(more, 0, all, args.length, more.length);
        return all;
    }

    @Test
    void status_noGrants_saysHowToMakeOne() {
        assertThat(terminal.run("status")).isZero();

        assertThat(terminal.out()).contains("There are no grants in directory ", "`connect NAME` makes one.");
    }

    @Test
    void status_severalGrants_hasALineForEach() {
        connected("demo");
        connected("other");

        assertThat(terminal.run("status", "--xero", xero)).isZero();

        assertThat(terminal.out().lines().map(line -> line.replaceAll(" +", " ")))
                .hasSize(3)
                .anyMatch(line -> line.startsWith("demo connected "))
                .anyMatch(line -> line.startsWith("other connected "));
    }

    @Test
    void status_withoutAnApp_readsTheStore() {
        connected("demo");
        terminal.environment.clear();

        assertThat(terminal.run("status", "demo", "--xero", xero)).isZero();

        assertThat(terminal.out())
                .contains(
                        "Status              connected",
                        fake.get().organisations().get(1).tenantId().toString())
                .doesNotContain("Harbour Cycles");
    }

    @Test
    void status_grantThatXeroNoLongerAccepts_isDisconnected() throws IOException {
        connected("demo");
        fake.get().revokeAll();
        untilDisconnected();

        assertThat(terminal.run("status", "--xero", xero)).isZero();
        assertThat(terminal.out()).contains("demo   disconnected", "invalid_grant");
    }

    /** A service over the same store, an hour and some attempts later. */
    private void untilDisconnected() throws IOException {
        Path played = home.resolve(".xero-connect/played");
        ManualTime time = ManualTime.at(Instant.now());
        try (XeroAuth auth = XeroAuth.builder()
                .app(fake.get().pkceApp())
                .tokenStore(FileTokenStore.in(played.resolve("grants")))
                .encryption(KeyFile.in(played, "connect"))
                .environment("played-production")
                .endpoints(fake.get().endpoints())
                .time(time)
                .withoutKeeper()
                .build()) {
            for (int attempt = 0; attempt < 5; attempt++) {
                time.advance(Duration.ofHours(1));
                assertThatThrownBy(() -> auth.accessToken(GrantId.of("demo"))).isInstanceOf(XeroException.class);
            }
        }
    }

    @Test
    void status_missingGrant_saysWhereToLook() {
        assertThat(terminal.run("status", "nobody")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err())
                .isEqualToNormalizingNewlines(
                        "There is no grant 'nobody' in this store. `status` lists those that there are; `connect nobody` makes it.\n");
    }

    @Test
    void status_keyOfAnotherStore_namesTheGrantAndFails() throws Exception {
        connected("demo");
        Files.delete(home.resolve(".xero-connect/played/key"));

        assertThat(terminal.run("status", "--xero", xero)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.out()).contains("demo   sealed with a key or in an environment that is not here");

        assertThat(terminal.run("tenants", "demo", "--xero", xero)).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).startsWith("The grant cannot be opened with this key.");
    }

    @Test
    void tenants_connected_printsNamesAndBothIds() {
        connected("demo");

        assertThat(terminal.run("tenants", "demo", "--xero", xero)).isZero();

        assertThat(terminal.out())
                .contains("Orchard Lane Bakery  "
                        + fake.get().organisations().get(0).tenantId())
                .contains("CONNECTION ID", "ORGANISATION");
    }

    @Test
    void tenants_anotherInstanceOverTheSameStore_goesOnFromIt() {
        connected("demo");
        Terminal second = new Terminal(home);
        second.environment.putAll(terminal.environment);

        assertThat(second.run("tenants", "demo", "--xero", xero)).isZero();

        assertThat(second.out()).contains("Harbour Cycles");
    }

    @Test
    void fake_nextCommand_goesOnFromItsStateFile() {
        assertThat(terminal.run("connect", "demo", "--fake", "--port", "0"))
                .as(terminal::err)
                .isZero();
        assertThat(terminal.out()).contains("[play] the user allows access");

        assertThat(terminal.run("tenants", "demo", "--fake")).as(terminal::err).isZero();

        assertThat(terminal.out()).contains("Orchard Lane Bakery", "Harbour Cycles");
    }

    @Test
    void fake_userWhoDenies_isNoConsent() {
        assertThat(terminal.run("connect", "demo", "--fake", "--fake-user", "denies", "--port", "0"))
                .isEqualTo(ExitCode.NO_CONSENT);
    }

    @Test
    void jdbc_h2_keepsTheGrantInTheDatabase() {
        String url = "jdbc:h2:file:" + home.resolve("database");
        connected("demo", "--jdbc", url);

        assertThat(terminal.run("status", "--xero", xero, "--jdbc", url)).isZero();

        assertThat(terminal.out()).contains("demo   connected");
        assertThat(home.resolve(".xero-connect/played/grants")).doesNotExist();
    }

    @Test
    void status_playedAndRealInOneDatabase_keepsThemApart() {
        String url = "jdbc:h2:file:" + home.resolve("database");
        terminal.environment.put("XERO_SEALING_KEY", "set");
        terminal.keys = KeyRing.of("shared", key());
        connected("demo", "--jdbc", url);

        assertThat(terminal.run("status", "--jdbc", url)).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.out()).contains("demo   sealed with a key or in an environment that is not here");
    }

    @Test
    void jdbc_otherDatabase_saysWhichItTakes() {
        assertThat(terminal.run("status", "--jdbc", "jdbc:mysql://localhost/x")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).startsWith("--jdbc takes jdbc:postgresql:");
    }

    @Test
    void jdbc_noServerThere_saysSoWithoutATrace() {
        assertThat(terminal.run("status", "--jdbc", "jdbc:postgresql://localhost:1/x"))
                .isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err())
                .startsWith("The store cannot be used.")
                .contains("refused")
                .doesNotContain("\tat ");
    }

    @Test
    void jdbc_h2FileOpenElsewhere_saysSo() throws Exception {
        String url = "jdbc:h2:file:" + home.resolve("database");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "org.h2.tools.Shell",
                        "-url",
                        url)
                .redirectErrorStream(true)
                .start();
        try {
            while (!Files.exists(home.resolve("database.mv.db"))) {
                assertThat(other.isAlive()).isTrue();
                Thread.onSpinWait();
            }

            assertThat(terminal.run("status", "--jdbc", url)).isEqualTo(ExitCode.FAILED);

            assertThat(terminal.err()).startsWith("The database is open in another program.");
        } finally {
            other.destroy();
            other.waitFor();
        }
    }

    @Test
    void keys_ofTheEnvironment_sealInsteadOfAFile() {
        terminal.environment.put("XERO_SEALING_KEY", "set");
        terminal.keys = KeyRing.of("shared", key());

        connected("demo");

        assertThat(home.resolve(".xero-connect/played/key")).doesNotExist();
    }

    @Test
    void store_firstUse_isForItsOwnerAlone() throws Exception {
        connected("demo");

        assertThat(rights(".xero-connect")).isEqualTo("rwx------");
        assertThat(rights(".xero-connect/played/grants")).isEqualTo("rwx------");
        assertThat(rights(".xero-connect/played/key")).isEqualTo("rw-------");
    }

    private String rights(String path) throws Exception {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve(path)));
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        key[0] = 1;
        return key;
    }
}
