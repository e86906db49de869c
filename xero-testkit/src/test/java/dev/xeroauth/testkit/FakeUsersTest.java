package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.xeroauth.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Several users at one fake: what one of them connects or ends is not the others'. */
class FakeUsersTest extends FakeXeroCalls {

    private final FakeXero xero = withUsers().start();
    private final FakeUser robin = xero.user();
    private final FakeUser bo = xero.users().get(1);
    private final TenantId bakery = xero.organisations().get(0).tenantId();
    private final TenantId cycles = xero.organisations().get(1).tenantId();

    @AfterEach
    void close() {
        xero.close();
    }

    private FakeXero.Builder withUsers() {
        return FakeXero.builder()
                .time(time)
                .organisation("Bakery", 20)
                .organisation("Cycles", 20)
                .user("bo.berg@example.com", "Bo", "Berg", "Cycles");
    }

    @Test
    void users_named_standBehindTheOneWhoIsAlwaysThere() {
        assertThat(xero().users()).containsExactly(xero().user());
        assertThat(xero.users()).containsExactly(robin, bo);
        assertThat(bo.familyName()).isEqualTo("Berg");
        assertThat(bo).hasToString("FakeUser[" + bo.id() + "]");
    }

    @Test
    void user_thatCannotBe_isRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> withUsers().user("bo.berg@example.com", "Bo", "Other"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> withUsers()
                        .user("kim@example.com", "Kim", "Ng", "Nowhere")
                        .start())
                .withMessageContaining("Nowhere");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> xero().approve(consentUrl(url -> url), bo))
                .withMessageContaining(bo.id().toString());
        assertThatIllegalArgumentException().isThrownBy(() -> xero().revoke(bo));
    }

    @Test
    void approve_twoUsers_haveEachAConnectionToTheSameOrganisation() throws IOException {
        String robins = connect(robin).text("access_token");
        String bos = connect(bo).text("access_token");

        assertThat(listed(robins, "").findValuesAsText("tenantId"))
                .containsExactly(bakery.toString(), cycles.toString());
        assertThat(listed(bos, "").findValuesAsText("tenantId")).containsExactly(cycles.toString());
        assertThat(listed(bos, "").get(0).path("id"))
                .isNotEqualTo(listed(robins, "").get(1).path("id"));
        String event = listed(bos, "").get(0).path("authEventId").asText();
        assertThat(listed(bos, "?authEventId=" + event)).hasSize(1);
        assertThat(listed(robins, "?authEventId=" + event)).isEmpty();
        assertThat(claims(robins).path("xero_userid").asText())
                .isEqualTo(robin.id().toString());
        assertThat(claims(bos).path("xero_userid").asText()).isEqualTo(bo.id().toString());
        assertThat(claims(bos).path("sub")).isNotEqualTo(claims(robins).path("sub"));
    }

    @Test
    void approve_organisationOfOthers_isRefusedAndNotCallable() throws IOException {
        connect(robin);
        String bos = connect(bo).text("access_token");

        assertThatIllegalStateException()
                .isThrownBy(() -> xero.approve(consentUrl(xero, url -> url), bo, bakery))
                .withMessageContaining("500");
        assertThat(invoices(xero, bos, 0).status()).isEqualTo(403);
        assertThat(invoices(xero, bos, 1).status()).isEqualTo(200);
    }

    @Test
    void approveNothing_givesTokensWithoutAConnection() throws IOException {
        String token =
                exchanged(xero.approveNothing(consentUrl(xero, url -> url))).text("access_token");

        assertThat(listed(token, "")).isEmpty();
        assertThat(invoices(xero, token, 0).status()).isEqualTo(403);
    }

    @Test
    void delete_connectionOfAnotherUser_isA404() throws IOException {
        String robins = connect(robin).text("access_token");
        String bos = connect(bo).text("access_token");
        String own = listed(bos, "").get(0).path("id").asText();

        assertThat(call(at("/connections/" + own, robins).delete().build()).status())
                .isEqualTo(404);
        assertThat(call(at("/connections/" + own, bos).delete().build()).status())
                .isEqualTo(204);
        assertThat(listed(bos, "")).isEmpty();
        assertThat(listed(robins, "")).hasSize(2);
    }

    @Test
    void revocation_oneUser_endsEveryConsentOfThatUserAlone() throws IOException {
        Answered first = connect(robin, bakery);
        Answered second = connect(robin, cycles);
        Answered bos = connect(bo);
        Request request = new Request.Builder()
                .url(xero.endpoints().identity() + "/connect/revocation")
                .header("Authorization", basic())
                .post(new FormBody.Builder()
                        .add("token", first.text("refresh_token"))
                        .build())
                .build();

        assertThat(call(request).status()).isEqualTo(200);
        onlyLives(bos, first, second);
    }

    @Test
    void revoke_user_leavesTheOthers() throws IOException {
        Answered robins = connect(robin);
        Answered bos = connect(bo);

        xero.revoke(robin);
        onlyLives(bos, robins);

        xero.revokeAll();
        assertThat(xero.accepts(bos.text("refresh_token"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void secondConsent_ofAnotherUser_doesNothingToTheFirst(SecondConsent second) throws IOException {
        try (FakeXero moody = withUsers()
                .secondConsent(second)
                .mood(Mood.NO_WINDOW_AND_FAMILY_REVOKED)
                .start()) {
            String robins = connect(moody).text("refresh_token");
            String code = HttpUrl.get(moody.approve(consentUrl(moody, url -> url), bo))
                    .queryParameter("code");
            String bos = token(moody, codeForm(code, CALLBACK).build()).text("refresh_token");
            assertThat(moody.accepts(robins)).isTrue();

            refresh(moody, bos);
            refresh(moody, bos);

            assertThat(moody.accepts(bos)).isFalse();
            assertThat(moody.accepts(robins)).isTrue();
        }
    }

    @Test
    void start_stateFile_knowsWhoseEverythingIs(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("xero.json");
        Answered bos;
        try (FakeXero first = withUsers().stateFile(file).start()) {
            connect(first);
            String code = HttpUrl.get(first.approve(consentUrl(first, url -> url), bo))
                    .queryParameter("code");
            bos = token(first, codeForm(code, CALLBACK).build());
        }
        try (FakeXero second = FakeXero.builder()
                .time(time)
                .organisation("Cycles", 20)
                .user("kim@example.com", "Kim", "Ng")
                .user("bo.berg@example.com", "Bo", "Berg")
                .stateFile(file)
                .start()) {
            second.revoke(second.user());
            assertThat(refresh(second, bos.text("refresh_token")).status()).isEqualTo(200);
            second.revoke(second.users().get(2));
            assertThat(second.accepts(bos.text("refresh_token"))).isFalse();
        }
    }

    @Test
    void start_stateFileWithoutUsers_isRefused(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("xero.json");
        try (FakeXero first = withUsers().stateFile(file).start()) {
            connect(first);
        }
        String state = Files.readString(file);
        for (String part : List.of("chains", "connections")) {
            Files.writeString(
                    file,
                    state.replaceFirst(
                            "(\"" + part + "\":.*?)\"of\":\\{\"clientId\":(\"[^\"]*\").*?}", "$1\"clientId\":$2"));

            assertThatThrownBy(() -> withUsers().stateFile(file).start())
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("delete it");
        }
    }

    private void onlyLives(Answered other, Answered... ended) throws IOException {
        for (Answered each : ended) {
            assertThat(xero.accepts(each.text("refresh_token"))).isFalse();
            assertThat(call(at("/connections", each.text("access_token")).build())
                            .status())
                    .isEqualTo(401);
        }
        assertThat(xero.accepts(other.text("refresh_token"))).isTrue();
        assertThat(listed(other.text("access_token"), "")).hasSize(1);
    }

    private Answered connect(FakeUser user) throws IOException {
        return exchanged(xero.approve(consentUrl(xero, url -> url), user));
    }

    private Answered connect(FakeUser user, TenantId tenant) throws IOException {
        return exchanged(xero.approve(consentUrl(xero, url -> url), user, tenant));
    }

    private Answered exchanged(URI back) throws IOException {
        String code = HttpUrl.get(back).queryParameter("code");
        return token(xero, codeForm(code, CALLBACK).build());
    }

    private JsonNode listed(String token, String query) throws IOException {
        return call(at("/connections" + query, token).build()).body();
    }

    private Request.Builder at(String path, String token) {
        return new Request.Builder().url(xero.endpoints().api() + path).header("Authorization", "Bearer " + token);
    }

    private static JsonNode claims(String token) throws IOException {
        byte[] claims = Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]);
        return JSON.readTree(new String(claims, StandardCharsets.UTF_8));
    }
}
