package dev.xeroauth;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class XeroAuthBuilderTest {

    @Test
    void build_nothingSet_namesEverythingInOneMessage() {
        assertThatThrownBy(() -> XeroAuth.builder().build())
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("app(")
                .hasMessageContaining("tokenStore(")
                .hasMessageContaining("encryption(");
    }

    @Test
    void build_storeInMemory_needsNoKeys() {
        XeroAuth auth = XeroAuth.builder()
                .app(XeroApp.pkce("id"))
                .tokenStore(new InMemoryTokenStore())
                .build();

        assertThatThrownBy(() -> auth.accessToken(GrantId.of("nobody"))).isInstanceOf(GrantNotFoundException.class);
        auth.close();
    }
}
