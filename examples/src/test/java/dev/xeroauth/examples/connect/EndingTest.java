package dev.xeroauth.examples.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** {@code disconnect} and {@code revoke}. */
class EndingTest {

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(() -> FakeXero.builder()
            .organisation("Orchard Lane Bakery", 3)
            .organisation("Harbour Cycles", 3)
            .start());

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
    void disconnect_oneByName_leavesTheOther() {
        assertThat(run("disconnect", "demo", "harbour cycles"))
                .as(terminal::err)
                .isZero();

        assertThat(terminal.out())
                .contains("Disconnected Harbour Cycles. The grant 'demo' reaches one organisation now.");
        assertThat(run("tenants", "demo")).isZero();
        assertThat(terminal.out()).contains("Orchard Lane Bakery").doesNotContain("Harbour Cycles");
    }

    @Test
    void disconnect_oneByTenantId_leavesTheOther() {
        String tenant = fake.get().organisations().get(0).tenantId().toString();

        assertThat(run("disconnect", "demo", tenant)).as(terminal::err).isZero();

        run("tenants", "demo");
        assertThat(terminal.out()).contains("Harbour Cycles").doesNotContain("Orchard Lane Bakery");
    }

    @Test
    void disconnect_organisationThatItDoesNotReach_saysWhereToLook() {
        assertThat(run("disconnect", "demo", "Nobody Ltd")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err())
                .startsWith("The grant 'demo' reaches no organisation 'Nobody Ltd'. `tenants demo` lists");
    }

    @Test
    void disconnect_allAndYesAtTheConsole_endsTheGrant() {
        terminal.types.add("y");

        assertThat(run("disconnect", "demo")).as(terminal::err).isZero();

        assertThat(terminal.asked)
                .containsExactly(
                        "This disconnects 2 organisations and ends the grant 'demo': Orchard Lane Bakery, Harbour Cycles."
                                + " Go on? [y/N] ");
        assertThat(run("tenants", "demo")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void disconnect_allAndAnythingButYes_changesNothing() {
        terminal.types.add("");

        assertThat(run("disconnect", "demo")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.out()).contains("Nothing has changed.");
        assertThat(run("tenants", "demo")).isZero();
        assertThat(terminal.out()).contains("Harbour Cycles", "Orchard Lane Bakery");
    }

    @Test
    void disconnect_nobodyToAsk_wantsYes() {
        assertThat(run("disconnect", "demo")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).startsWith("This has to be confirmed").contains("--yes");
        assertThat(run("disconnect", "demo", "--yes")).isZero();
    }

    @Test
    void revoke_otherGrantsOfTheUser_areNamedBeforeItAsks() {
        run("connect", "other", "--port", "0");
        terminal.types.add("no");

        assertThat(run("revoke", "demo")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.asked).singleElement().asString().contains("These grants end with it: other.");
        assertThat(terminal.out()).contains("Nothing has changed.");
        assertThat(run("tenants", "other")).isZero();
    }

    @Test
    void revoke_yes_endsThemAll() {
        run("connect", "other", "--port", "0");

        assertThat(run("revoke", "demo", "--yes")).as(terminal::err).isZero();

        assertThat(terminal.out()).contains("Revoked 'demo'.", "Ended with it: other.");
        assertThat(run("tenants", "other")).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void revoke_onlyGrant_saysThatNoOtherEnds() {
        terminal.types.add("yes");

        assertThat(run("revoke", "demo")).as(terminal::err).isZero();

        assertThat(terminal.asked).singleElement().asString().contains("No other grant here ends with it.");
    }
}
