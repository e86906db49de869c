package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XeroAppTest {

    @Test
    void from_idAndSecret_isAWebApp() {
        XeroApp app = AppInEnvironment.read(Map.of("XERO_CLIENT_ID", "id", "XERO_CLIENT_SECRET", "s3cret"));

        assertThat(app.clientId()).isEqualTo("id");
        assertThat(app.clientSecret()).contains("s3cret");
        assertThat(app.toString()).contains("web", "id").doesNotContain("s3cret");
    }

    @Test
    void from_idAlone_isAPkceApp() {
        XeroApp app = AppInEnvironment.read(Map.of("XERO_CLIENT_ID", "id", "XERO_CLIENT_SECRET", " "));

        assertThat(app.clientSecret()).isEmpty();
        assertThat(app.toString()).contains("pkce");
    }

    @Test
    void from_kindNamed_isThatKind() {
        Map<String, String> both = Map.of("XERO_CLIENT_ID", "id", "XERO_CLIENT_SECRET", "s3cret");

        assertThat(named(both, "web").kind()).isEqualTo(XeroApp.Kind.WEB);
        assertThat(named(both, "custom-connection").kind()).isEqualTo(XeroApp.Kind.CUSTOM_CONNECTION);
        assertThat(named(both, "custom-connection").clientSecret()).contains("s3cret");
        assertThat(named(both, "custom-connection").scopes()).isEmpty();
        assertThat(named(Map.of("XERO_CLIENT_ID", "id"), "pkce").kind()).isEqualTo(XeroApp.Kind.PKCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"web", "custom-connection"})
    void from_kindWithoutItsSecret_namesBothVariables(String kind) {
        assertThatThrownBy(() -> named(Map.of("XERO_CLIENT_ID", "id"), kind))
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContainingAll("XERO_APP_KIND", kind, "XERO_CLIENT_SECRET");
    }

    @Test
    void from_secretOfAPkceApp_namesBothVariablesAndNotTheSecret() {
        assertThatThrownBy(() -> named(Map.of("XERO_CLIENT_ID", "id", "XERO_CLIENT_SECRET", "s3cret"), "pkce"))
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContainingAll("XERO_APP_KIND", "XERO_CLIENT_SECRET")
                .message()
                .doesNotContain("s3cret");
    }

    @Test
    void from_unknownKind_namesThoseThereAre() {
        assertThatThrownBy(() -> named(Map.of("XERO_CLIENT_ID", "id"), "mobile"))
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContainingAll("XERO_APP_KIND", "web", "pkce", "custom-connection");
    }

    private static XeroApp named(Map<String, String> others, String kind) {
        Map<String, String> environment = new HashMap<>(others);
        environment.put("XERO_APP_KIND", kind);
        return AppInEnvironment.read(environment);
    }

    @Test
    void customConnection_textForm_namesTheKindAndNoSecret() {
        XeroApp app = XeroApp.customConnection("id", () -> "s3cret", Scope.ACCOUNTING_INVOICES_READ);

        assertThat(app).hasToString("XeroApp[custom-connection, clientId=id]");
        assertThat(app.scopes()).containsExactly(Scope.ACCOUNTING_INVOICES_READ);
    }

    @Test
    void customConnection_offlineAccess_isRefused() {
        assertThatThrownBy(() -> XeroApp.customConnection("id", () -> "s3cret", Scope.OFFLINE_ACCESS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offline_access");
    }

    @Test
    void from_nothing_saysWhatToSet() {
        assertThatThrownBy(() -> AppInEnvironment.read(Map.of()))
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
