package dev.xeroauth.tests.authserver;

import dev.xeroauth.XeroApp;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Requests to the server past the library. */
final class ByHand {

    record Answer(int status, String body) {}

    private static final OkHttpClient CLIENT = new OkHttpClient();

    private final AuthorizationServer server;

    ByHand(AuthorizationServer server) {
        this.server = server;
    }

    Answer refresh(String refreshToken) {
        FormBody form = new FormBody.Builder()
                .add("grant_type", "refresh_token")
                .add("refresh_token", refreshToken)
                .build();
        return post(server.endpoints().token(), form);
    }

    Answer exchange(String code, String verifier) {
        FormBody form = new FormBody.Builder()
                .add("grant_type", "authorization_code")
                .add("code", code)
                .add("redirect_uri", Apps.CALLBACK.toString())
                .add("code_verifier", verifier)
                .build();
        return post(server.endpoints().token(), form);
    }

    /** Spring takes an access token here as well; that one alone is revoked then. */
    Answer revoke(String token) {
        FormBody form = new FormBody.Builder().add("token", token).build();
        return post(URI.create(server.endpoints().identity() + "/connect/revocation"), form);
    }

    private static Answer post(URI address, FormBody form) {
        XeroApp app = Apps.WEB;
        Request request = new Request.Builder()
                .url(address.toString())
                .header(
                        "Authorization",
                        Credentials.basic(
                                encoded(app.clientId()),
                                encoded(app.clientSecret().orElseThrow())))
                .post(form)
                .build();
        try (Response response = CLIENT.newCall(request).execute()) {
            return new Answer(response.code(), response.body().string());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8);
    }
}
