package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.xeroauth.XeroApp;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that a browser shows: what is on it, who is signed in, and what is not even asked for. */
class FakeConsentPageTest extends FakeXeroCalls {

    private static final String APP = "Tom & <b>\"Jerry's\"";
    private static final Pattern LINK = Pattern.compile("<a href=\"([^\"]*)\">Sign in as Bo");

    private final FakeXero xero = FakeXero.builder()
            .time(time)
            .app(XeroApp.web(APP, () -> "secret"))
            .organisation("<i>Bakery</i> & Sons", 1)
            .organisation("Cycles", 1)
            .user("bo.berg@example.com", "Bo", "<u>Berg</u>", "Cycles")
            .start();

    @AfterEach
    void close() {
        xero.close();
    }

    @Test
    void page_asked_saysWhoWantsWhatOfWhom() throws IOException {
        String page = page(url -> url.setQueryParameter("scope", "openid accounting.invoices.read files"));

        assertThat(page)
                .contains("You are signed in as Robin Field (robin.field@example.com)")
                .contains("The app " + xero.app().clientId() + " asks for access")
                .contains("Know that it is you", "Read invoices, bills", "<small>files</small>")
                .contains("checked value=\"" + xero.organisations().get(1).tenantId() + "\"> Cycles")
                .contains(">Allow access</button>", ">Cancel</button>", "name=viewport")
                .doesNotContain("src=", "http://", "https://", "<script", "@import", "url(");
    }

    @Test
    void page_namesWithMarkup_areText() throws IOException {
        String page = page(url -> url.setQueryParameter("client_id", APP)
                .setQueryParameter("scope", "<script>alert(1)</script>")
                .setQueryParameter("state", "\"><script>"));

        assertThat(page)
                .contains("Tom &amp; &lt;b&gt;&quot;Jerry&#39;s&quot;")
                .contains("&lt;i&gt;Bakery&lt;/i&gt; &amp; Sons", "&lt;u&gt;Berg&lt;/u&gt;")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;")
                .doesNotContain("<script", "<i>", "<u>", "<b>");
    }

    @Test
    void page_otherUserSignedIn_showsAndConnectsThatUsersOrganisations() throws IOException {
        Matcher link = LINK.matcher(page(url -> url));
        assertThat(link.find()).isTrue();

        HttpUrl bos =
                HttpUrl.get(consentUrl(xero, url -> url)).resolve(link.group(1).replace("&amp;", "&"));
        String page = call(new Request.Builder().url(bos).build()).raw();

        assertThat(page)
                .contains(
                        "signed in as Bo",
                        "name=user value=\"" + xero.users().get(1).id() + "\"",
                        "> Cycles</label>")
                .contains("Sign in as Robin Field")
                .doesNotContain("Bakery");
    }

    @Test
    void page_unknownUser_leadsNowhere() throws IOException {
        HttpUrl url = HttpUrl.get(
                consentUrl(xero, each -> each.addQueryParameter("user", "00000000-0000-0000-0000-000000000001")));

        assertThat(call(new Request.Builder().url(url).build()).status()).isEqualTo(500);
    }

    @Test
    void form_postedWithoutAUser_isTheFirstUsers() throws IOException {
        OkHttpClient browser = new OkHttpClient.Builder().followRedirects(false).build();
        FormBody form = new FormBody.Builder()
                .add("decision", "allow")
                .add("tenant", xero.organisations().get(0).tenantId().toString())
                .build();
        Request request = new Request.Builder()
                .url(consentUrl(xero, url -> url).toString())
                .post(form)
                .build();

        try (Response answer = browser.newCall(request).execute()) {
            assertThat(answer.header("Location"))
                    .startsWith(CALLBACK + "?code=")
                    .contains("&scope=", "&state=");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"app.connections", "offline_access marketplace.billing"})
    void authorize_scopeOfAppsAlone_isRefused(String scopes) {
        assertRefused(xero, url -> url.setQueryParameter("scope", scopes));
    }

    @Test
    void authorize_withoutResponseType_isRefused() {
        assertRefused(xero, url -> url.removeAllQueryParameters("response_type"));
    }

    @Test
    void authorize_broadScopes_areRefusedOnDemandAlone() {
        try (FakeXero strict =
                FakeXero.builder().time(time).refusingBroadScopes().start()) {
            for (String broad :
                    List.of("accounting.transactions", "accounting.transactions.read", "accounting.reports.read")) {
                UnaryOperator<HttpUrl.Builder> asking = url -> url.setQueryParameter("scope", "openid " + broad);
                assertRefused(strict, asking);
                assertThat(xero.approve(consentUrl(xero, asking)).toString()).contains("code=");
            }
            assertThat(strict.approve(consentUrl(strict, url -> url)).toString())
                    .contains("code=");
        }
    }

    private static void assertRefused(FakeXero at, UnaryOperator<HttpUrl.Builder> change) {
        assertThatIllegalStateException()
                .isThrownBy(() -> at.approve(consentUrl(at, change)))
                .withMessageContaining("500");
    }

    private String page(UnaryOperator<HttpUrl.Builder> change) throws IOException {
        Answered shown = call(
                new Request.Builder().url(consentUrl(xero, change).toString()).build());
        assertThat(shown.status()).isEqualTo(200);
        return shown.raw();
    }
}
