package dev.xeroauth.examples.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.testkit.BadIdToken;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConsentPagesTest {

    private RunningExample example;
    private Visitor visitor;

    @BeforeEach
    void start() {
        example = new RunningExample();
        visitor = new Visitor(example);
    }

    @AfterEach
    void stop() {
        example.close();
    }

    @Test
    void connect_always_keepsTheConsentInACookieThatScriptsAndForeignPagesCannotUse() {
        HttpResponse<String> answer = visitor.get("/connect");
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(ConsentController.COOKIE + "="))
                .findFirst()
                .orElseThrow();
        assertThat(cookie)
                .contains("Path=/callback", "Max-Age=600", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    @Test
    void callback_withAForgedState_connectsNothing() {
        URI callback = example.xero().approve(visitor.consentPage());
        URI forged = URI.create(callback.toString().replaceAll("state=[^&]*", "state=forged"));
        assertThatNothingIsConnected(visitor.get(forged), 400, "did not come from the page");
    }

    @Test
    void callback_inAnotherBrowser_connectsNothing() {
        URI callback = example.xero().approve(visitor.consentPage());
        Visitor other = new Visitor(example);
        assertThatNothingIsConnected(other.get(callback), 400, "began in another browser");
    }

    @Test
    void callback_afterTenMinutes_connectsNothing() {
        URI consentPage = visitor.consentPage();
        example.advance(Duration.ofMinutes(11));
        assertThatNothingIsConnected(visitor.get(example.xero().approve(consentPage)), 400, "longer than ten minutes");
    }

    @Test
    void callback_ofAUserWhoSaidNo_connectsNothing() {
        URI denied = example.xero().deny(visitor.consentPage());
        assertThatNothingIsConnected(visitor.get(denied), 403, "not allowed at Xero");
    }

    @Test
    void callback_ofAUserWhoChoseNoOrganisation_saysSo() {
        URI callback = example.xero().approveNothing(visitor.consentPage());
        assertThatNothingIsConnected(visitor.get(callback), 403, "No organisation was chosen");
    }

    @Test
    void callback_askedForTwice_connectsOnce() {
        URI callback = example.xero().approve(visitor.consentPage());
        assertThat(visitor.get(callback).statusCode()).isEqualTo(302);
        assertThat(visitor.get(callback).statusCode()).isEqualTo(400);
        assertThat(visitor.get("/").body()).contains("Orchard Lane Bakery");
    }

    @Test
    void callback_reloadedBeforeItsAnswer_leadsToTheStart() {
        URI callback = example.xero().approve(visitor.consentPage());
        List<HttpCookie> sent = List.copyOf(visitor.cookies().getCookieStore().getCookies());
        assertThat(visitor.get(callback).statusCode()).isEqualTo(302);
        HttpResponse<String> again = reloaded(callback, sent);
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(Visitor.location(again).getPath()).isEqualTo("/");
        assertThat(visitor.get("/").body()).contains("Orchard Lane Bakery");
    }

    @Test
    void callback_reloadedAfterTheEndOfTheGrant_saysThatNothingIsConnected() {
        URI callback = example.xero().approve(visitor.consentPage());
        List<HttpCookie> sent = List.copyOf(visitor.cookies().getCookieStore().getCookies());
        visitor.get(callback);
        visitor.press("/disconnect");
        assertThatNothingIsConnected(reloaded(callback, sent), 400, "Please connect again");
    }

    private HttpResponse<String> reloaded(URI callback, List<HttpCookie> sent) {
        sent.forEach(cookie -> visitor.cookies().getCookieStore().add(callback, cookie));
        return visitor.get(callback);
    }

    @Test
    void callback_whileXeroDoesNotTellTheOrganisations_saysThatTheyWillShow() {
        URI callback = example.xero().approve(visitor.consentPage());
        Fault away = Fault.answer(503, "text/html", "away");
        example.xero().next(Endpoint.CONNECTIONS, away, away, away);
        HttpResponse<String> page = visitor.get(callback);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("<h1>Connected</h1>", "organisations will show in a minute")
                .doesNotContain("No connection", "not answering", "href=\"/connect\"");
        assertThat(visitor.get("/").body()).contains("Orchard Lane Bakery");
    }

    @Test
    void callback_whileXerosKeysAreNotToBeHad_saysThatNothingHasHappened() {
        URI callback = example.xero().approve(visitor.consentPage());
        example.xero().next(Endpoint.JWKS, Fault.answer(503, "text/html", "away"));
        assertThatNothingIsConnected(visitor.get(callback), 503, "Please connect again in a minute");
    }

    @Test
    void callback_withAnIdTokenOfSomebodyElse_saysThatWhoItWasIsNotKnown() {
        URI callback = example.xero().approve(visitor.consentPage());
        example.xero().next(Endpoint.TOKEN, Fault.idToken(BadIdToken.WRONG_SIGNATURE));
        HttpResponse<String> page = visitor.get(callback);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("You are connected", "did not say who you are", "href=\"/connect\"")
                .doesNotContain("No connection");
        String name = example.user().givenName();
        assertThat(visitor.get("/").body()).contains("Orchard Lane Bakery").doesNotContain(name);
        visitor.connect();
        assertThat(visitor.get("/").body()).contains(name);
    }

    private void assertThatNothingIsConnected(HttpResponse<String> page, int status, String advice) {
        assertThat(page.statusCode()).isEqualTo(status);
        assertThat(page.body()).contains(advice).doesNotContain("Exception");
        assertThat(visitor.get("/").body()).contains("Connect to Xero").doesNotContain("Orchard Lane Bakery");
    }
}
