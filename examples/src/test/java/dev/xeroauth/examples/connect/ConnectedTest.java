package dev.xeroauth.examples.connect;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.TenantId;
import dev.xeroauth.testkit.FakeUser;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a repeated consent is said to have changed. */
class ConnectedTest {

    @RegisterExtension
    final FakeXeroExtension fake = new FakeXeroExtension(() -> FakeXero.builder()
            .organisation("Orchard Lane Bakery", 3)
            .organisation("Harbour Cycles", 3)
            .user("sam@example.com", "Sam", "Hill", "Harbour Cycles")
            .start());

    @TempDir
    Path home;

    private Terminal terminal;
    private TenantId bakery;

    @BeforeEach
    void connectTheBakery() {
        bakery = fake.get().organisations().get(0).tenantId();
        terminal = new Terminal(home).user(url -> fake.get().approve(url, bakery));
        terminal.environment.put("XERO_CLIENT_ID", fake.get().pkceApp().clientId());
        assertThat(connect()).as(terminal::err).isZero();
    }

    private int connect(String... more) {
        return terminal.connectTo(fake.get(), more);
    }

    private FakeUser sam() {
        return fake.get().users().get(1);
    }

    @Test
    void print_firstConsent_speaksOfNoChange() {
        assertThat(terminal.out())
                .contains("Connected 'demo' as ", "Orchard")
                .doesNotContain("Gained", "Lost", "another");
    }

    @Test
    void print_sameUserAddsAnOrganisation_saysWhichWasGained() {
        terminal.user(fake.get()::approve);

        assertThat(connect()).as(terminal::err).isZero();

        assertThat(terminal.out())
                .contains("Connected again 'demo'", "Gained: Harbour Cycles")
                .doesNotContain("Lost", "another");
    }

    @Test
    void print_anotherUser_saysSoAndWhatWasLost() {
        terminal.user(url -> fake.get().approve(url, sam()));

        assertThat(connect()).as(terminal::err).isZero();

        assertThat(terminal.out())
                .contains("as Sam Hill <sam@example.com>", "This is another Xero user than before")
                .contains("Gained: Harbour Cycles", "Lost: " + bakery);
    }

    @Test
    void connect_anotherUserAndSameUserWanted_leavesTheGrantAsItWas() {
        terminal.user(url -> fake.get().approve(url, sam()));

        assertThat(connect("--same-user")).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("nother").hasLineCount(1).doesNotContain("sam@example.com");
        terminal.run("tenants", "demo", "--xero", fake.get().endpoints().api().toString());
        assertThat(terminal.out()).contains("Orchard Lane Bakery");
    }

    @Test
    void connect_noOrganisationAllowed_saysToChooseOne() {
        terminal.user(fake.get()::approveNothing);
        String[] other = {
            "connect",
            "other",
            "--port",
            "0",
            "--xero",
            fake.get().endpoints().api().toString()
        };

        assertThat(terminal.run(other)).isEqualTo(ExitCode.FAILED);

        assertThat(terminal.err()).contains("allowed access to no organisation").hasLineCount(1);
    }

    @Test
    void connect_withoutOpenid_namesNoUser() {
        assertThat(connect("--scopes", "accounting.invoices.read"))
                .as(terminal::err)
                .isZero();

        assertThat(terminal.out()).contains("Connected again 'demo', kept in ");
    }
}
