package dev.xeroauth.testkit;

import dev.xeroauth.TenantId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import okhttp3.FormBody;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Somebody in front of the consent page. */
final class Browser {

    private final OkHttpClient client =
            new OkHttpClient.Builder().followRedirects(false).build();

    URI allow(URI consentUrl, FakeUser user, List<TenantId> tenants) {
        FormBody.Builder form = new FormBody.Builder()
                .add("decision", "allow")
                .add("user", user.id().toString());
        tenants.forEach(tenant -> form.add("tenant", tenant.toString()));
        return decide(consentUrl, form.build());
    }

    URI cancel(URI consentUrl) {
        return decide(
                consentUrl, new FormBody.Builder().add("decision", "cancel").build());
    }

    private URI decide(URI consentUrl, FormBody decision) {
        Request page = new Request.Builder().url(consentUrl.toString()).build();
        try (Response shown = client.newCall(page).execute()) {
            if (shown.code() != 200) {
                throw new IllegalStateException("This is not the consent page but status " + shown.code() + ": "
                        + shown.body().string());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The consent page could not be reached", e);
        }
        Request answer = page.newBuilder().post(decision).build();
        try (Response response = client.newCall(answer).execute()) {
            String location = response.header("Location");
            if (location == null) {
                throw new IllegalStateException("The consent page leads nowhere: status " + response.code());
            }
            return URI.create(location);
        } catch (IOException e) {
            throw new UncheckedIOException("The consent page could not be reached", e);
        }
    }
}
