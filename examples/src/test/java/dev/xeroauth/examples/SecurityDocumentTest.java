package dev.xeroauth.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.KeyRing;
import dev.xeroauth.ResealResult;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.spi.TokenStore;
import dev.xeroauth.testkit.FakeXero;
import dev.xeroauth.testkit.FakeXeroExtension;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The Java in docs/security.md: that it compiles, does what the page says, and is the same. */
class SecurityDocumentTest {

    private static final Pattern JAVA = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    @RegisterExtension
    final FakeXeroExtension fake =
            new FakeXeroExtension(() -> FakeXero.builder().start());

    private final List<String> logged = new ArrayList<>();

    private void log(String line) {
        logged.add(line);
    }

    @Test
    void changeOfKeys_asPrinted_saysWhenTheOldKeyMayGo() {
        TokenStore store = new InMemoryTokenStore();
        KeyRing before = KeyRing.of("2026-05", key(1));
        try (XeroAuth auth = auth(store, before)) {
            URI redirectUri = URI.create("http://localhost:8723/callback");
            ConsentRequest consent = auth.consent()
                    .begin(
                            GrantId.of("customer-42"),
                            redirectUri,
                            Scopes.of(Scope.ACCOUNTING_INVOICES_READ, Scope.OFFLINE_ACCESS));
            auth.consent().complete(consent, fake.get().approve(consent.url()));
            assertThat(mayGo(auth)).isFalse();
        }

        try (XeroAuth auth = auth(store, KeyRing.of("2026-11", key(2)).alsoOpening("2026-05", key(1)))) {
            assertThat(mayGo(auth)).isTrue();
        }
        assertThat(logged).isEmpty();
        try (XeroAuth auth = auth(store, KeyRing.of("2027-05", key(3)))) {
            assertThat(mayGo(auth)).isFalse();
        }
        assertThat(logged).singleElement().asString().contains("customer-42", "'2026-11'");
    }

    private XeroAuth auth(TokenStore store, KeyRing ring) {
        return XeroAuth.builder()
                .app(fake.get().app())
                .tokenStore(store)
                .encryption(ring)
                .endpoints(fake.get().endpoints())
                .build();
    }

    private static byte[] key(int first) {
        byte[] key = new byte[32];
        key[0] = (byte) first;
        return key;
    }

    private boolean mayGo(XeroAuth auth) {
        // spotless:off
ResealResult result = auth.resealAll();
result.failed().forEach((grant, why) -> log(grant + ": " + why));
boolean mayGo = result.failed().isEmpty() && !result.keyIds().containsKey("2026-05");
        // spotless:on
        return mayGo;
    }

    @Test
    void keysFromTheEnvironment_notSet_sayWhatToSet() {
        assertThatThrownBy(() -> fromEnvironment("id", new Secrets(), new InMemoryTokenStore()))
                .isInstanceOf(XeroConfigurationException.class)
                .hasMessageContaining("XERO_SEALING_KEY");
    }

    private static XeroAuth fromEnvironment(String clientId, Secrets secrets, TokenStore store) {
        // spotless:off
XeroAuth auth = XeroAuth.builder()
        .app(XeroApp.web(clientId, secrets::xeroSecret))
        .tokenStore(store)
        .encryption(KeyRing.fromEnvironment()) // or encryption(secrets::xeroKeys), asked at every use
        .build();
        // spotless:on
        return auth;
    }

    @Test
    void java_inTheDocument_isThisOne() throws IOException {
        String document = Files.readString(Path.of("../docs/security.md"));
        String source = Files.readString(Path.of("src/test/java/dev/xeroauth/examples/SecurityDocumentTest.java"));

        List<String> blocks = JAVA.matcher(document.replaceAll("(?m)^   ", ""))
                .results()
                .map((MatchResult block) -> block.group(1))
                .toList();
        assertThat(blocks)
                .hasSize(2)
                .allSatisfy(block -> assertThat(unspaced(source)).contains(unspaced(block)));
    }

    private static String unspaced(String text) {
        return text.replaceAll("\\s+", " ");
    }

    private static final class Secrets {
        String xeroSecret() {
            return "secret";
        }
    }
}
