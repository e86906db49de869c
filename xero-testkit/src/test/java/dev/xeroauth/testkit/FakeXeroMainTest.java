package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FakeXeroMainTest {

    @Test
    void start_environment_listensThereAndSaysHowToUseIt() {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (FakeXero xero = FakeXeroMain.start(Map.of("FAKE_XERO_PORT", "0", "FAKE_XERO_SEED", "7"))) {
            FakeXeroMain.describe(xero, new PrintStream(printed, true, StandardCharsets.UTF_8));

            assertThat(printed.toString(StandardCharsets.UTF_8))
                    .contains(xero.endpoints().api().toString())
                    .contains(xero.app().clientId(), xero.pkceApp().clientId())
                    .contains(xero.customConnectionApp().clientId())
                    .contains("Harbour Cycles, 1000 invoices");
        }
    }

    @Test
    void get_outsideATest_saysHowToRegister() {
        assertThatThrownBy(() -> new FakeXeroExtension().get())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@RegisterExtension");
    }
}
