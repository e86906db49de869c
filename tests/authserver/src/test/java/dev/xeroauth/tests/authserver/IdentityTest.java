package dev.xeroauth.tests.authserver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.IdTokenException;
import dev.xeroauth.IdTokenException.Reason;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.XeroUser;
import dev.xeroauth.internal.identity.IdTokens;
import dev.xeroauth.spi.TimeSource;
import java.net.URI;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;

/** ID tokens that the library has not made itself. */
class IdentityTest {

    private static final String NONCE = "nonce-of-this-consent";
    /** Of RFC 7636, appendix B. */
    private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";

    private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

    private final AuthorizationServer server = AuthorizationServer.shared();
    private final Visitor visitor = server.visitor();

    @Test
    void verify_idTokenOfTheServer_namesTheUser() throws JsonProcessingException {
        XeroUser user = tokens(Apps.WEB.clientId()).verify(idToken(), NONCE);

        assertThat(user.id()).isEqualTo(XeroClaims.userId(visitor.name()));
        assertThat(user.subject()).isEqualTo(visitor.name());
        assertThat(user.email()).contains(visitor.name());
        assertThat(user.givenName()).contains("Ada");
        assertThat(user.familyName()).contains("Ngata");
        Line.ok("an ID token, RS256 by the server's published key, with the nonce that was sent");
    }

    @Test
    void complete_openidAskedFor_namesTheUser() {
        try (Connected at = new Connected(Apps.WEB)) {
            Scopes scopes = Connected.SCOPES.and(Scope.OPENID, Scope.EMAIL);
            ConsentRequest request = at.auth.consent().begin(Connected.GRANT, Apps.CALLBACK, scopes);

            ConsentResult result = at.auth.consent().complete(request, at.visitor.allow(request.url()));

            assertThat(result.user()).hasValueSatisfying(user -> {
                assertThat(user.id()).isEqualTo(XeroClaims.userId(at.visitor.name()));
                assertThat(user.email()).contains(at.visitor.name());
            });
            assertThat(at.nextToken()).isNotEmpty();
        }
        Line.ok("a consent with openid names its user, and refreshes");
    }

    @Test
    void complete_openidNotAskedFor_namesNobody() {
        try (Connected at = new Connected(Apps.WEB)) {
            assertThat(at.connect().user()).isEmpty();
        }
    }

    @Test
    void verify_idTokenOfAnotherConsentOrApp_isRefused() throws JsonProcessingException {
        String idToken = idToken();

        refused(tokens(Apps.WEB.clientId()), idToken, "nonce-of-another", Reason.NONCE);
        refused(tokens(Apps.PKCE.clientId()), idToken, NONCE, Reason.AUDIENCE);
        Line.ok("an ID token with another nonce or for another app is refused");
    }

    private static void refused(IdTokens tokens, String idToken, String nonce, Reason reason) {
        assertThatThrownBy(() -> tokens.verify(idToken, nonce))
                .asInstanceOf(type(IdTokenException.class))
                .extracting(IdTokenException::reason)
                .isEqualTo(reason);
    }

    private IdTokens tokens(String clientId) {
        return new IdTokens(server.endpoints(), clientId, TimeSource.system());
    }

    private String idToken() throws JsonProcessingException {
        URI consent = HttpUrl.get(server.endpoints().authorize())
                .newBuilder()
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", Apps.WEB.clientId())
                .addQueryParameter("redirect_uri", Apps.CALLBACK.toString())
                .addQueryParameter("scope", "openid profile email")
                .addQueryParameter("nonce", NONCE)
                .addQueryParameter("code_challenge", CHALLENGE)
                .addQueryParameter("code_challenge_method", "S256")
                .build()
                .uri();
        String code = HttpUrl.get(visitor.allow(consent)).queryParameter("code");
        ByHand.Answer answer = new ByHand(server).exchange(code, VERIFIER);
        return new ObjectMapper().readTree(answer.body()).path("id_token").asText();
    }
}
