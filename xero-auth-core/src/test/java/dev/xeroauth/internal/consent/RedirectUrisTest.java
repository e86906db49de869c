package dev.xeroauth.internal.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedirectUrisTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://app.example/callback",
                "https://app.example:8443/callback?from=xero",
                "http://localhost:8723/callback",
                "http://localhost/callback"
            })
    void checked_allowed_isTheSame(String uri) {
        assertThat(RedirectUris.checked(URI.create(uri))).isEqualTo(URI.create(uri));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/callback",
                "http://[::1]/callback",
                "http://app.example/callback",
                "https://app.example/callback#done",
                "https://planted:planted@app.example/callback",
                "https://*.app.example/callback",
                "myapp://callback",
                "/callback",
                "mailto:somebody"
            })
    void checked_refusedByXero_saysWhyAndShowsNoSecret(String uri) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RedirectUris.checked(URI.create(uri)))
                .withMessageContaining("Xero would refuse")
                .withMessageNotContaining("planted");
    }
}
