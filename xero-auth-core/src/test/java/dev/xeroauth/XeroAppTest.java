package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class XeroAppTest {

    @Test
    void from_idAndSecret_isAWebApp() {
        XeroApp app = XeroApp.from(Map.of("XERO_CLIENT_ID", "id", "XERO_CLIENT_SECRET", "s3cret"));

        assertThat(app.clientId()).isEqualTo("id");
        assertThat(app.clientSecret()).contains("s3cret");
        assertThat(app.toString()).contains("web", "id").doesNotContain("s3cret");
    }

    @Test
    void from_idAlone_isAPkceApp() {
        XeroApp app = XeroApp.from(Map.of("XERO_CLIENT_ID", "id", "XERO_CLIENT_SECRET", " "));

        assertThat(app.clientSecret()).isEmpty();
        assertThat(app.toString()).contains("pkce");
    }

    @Test
    void from_nothing_saysWhatToSet() {
        assertThatThrownBy(() -> XeroApp.from(Map.of()))
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("XERO_CLIENT_ID")
                .hasMessageContaining("XERO_CLIENT_SECRET");
    }

    @Test
    @SuppressWarnings("NullAway") // what an application may do
    void clientSecret_supplierReturnsNull_isNoPkceApp() {
        XeroApp app = XeroApp.web("id", () -> null);

        assertThatThrownBy(app::clientSecret).isInstanceOf(NullPointerException.class);
    }
}
