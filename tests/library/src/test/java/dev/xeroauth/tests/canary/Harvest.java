package dev.xeroauth.tests.canary;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Finds what is secret, or a customer's, in what passed on the wire and through the cipher, and plants it. */
final class Harvest {

    private static final JsonFactory JSON = new JsonFactory();
    /** By their fields in requests, in answers, and in what is sealed. */
    private static final Map<String, String> SECRETS = Map.of(
            "code", "authorization code",
            "state", "state",
            "code_verifier", "PKCE verifier",
            "verifier", "PKCE verifier",
            "access_token", "access token",
            "refresh_token", "refresh token",
            "id_token", "id token",
            "token", "token of a record");

    private static final Map<String, String> CUSTOMERS = Map.of(
            "tenantName", "tenant's name",
            "Name", "contact's name",
            "EmailAddress", "contact's address",
            "InvoiceNumber", "number of an invoice",
            "Description", "line of an invoice");

    private static final int LONG_ENOUGH = 8;

    private final Canaries canaries;

    Harvest(Canaries canaries) {
        this.canaries = canaries;
    }

    void request(Message request) {
        String path = request.first().split(" ", -1)[1];
        parameters("http://xero" + path);
        parameters("http://xero/?" + request.body());
        String authorization = request.header("Authorization");
        if (authorization.startsWith("Basic ")) {
            String encoded = authorization.substring("Basic ".length());
            canaries.plant("header with client id and secret", encoded);
            canaries.plant(
                    "client id and secret", new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8));
        } else if (authorization.startsWith("Bearer ")) {
            canaries.plant("access token", authorization.substring("Bearer ".length()));
        }
    }

    void answer(Message answer) {
        parameters(answer.header("Location"));
        json(answer.body());
    }

    /** As the cipher got it. */
    void sealed(byte[] plaintext) {
        canaries.plant("plaintext of a record", plaintext);
        json(new String(plaintext, StandardCharsets.UTF_8));
    }

    private void parameters(String address) {
        HttpUrl url = HttpUrl.parse(address);
        if (url != null) {
            SECRETS.forEach((name, kind) -> url.queryParameterValues(name).forEach(value -> plant(kind, value)));
            // In a record, nonce is the name of a lease, which is no secret.
            url.queryParameterValues("nonce").forEach(value -> plant("nonce of OpenID Connect", value));
        }
    }

    /** A body that breaks off, or is none, as far as it goes. */
    private void json(String body) {
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.VALUE_STRING && parser.currentName() != null) {
                    plant(SECRETS.get(parser.currentName()), parser.getText());
                    customer(CUSTOMERS.get(parser.currentName()), parser.getText());
                }
            }
        } catch (IOException e) {
            // That was all.
        }
    }

    /** A name of few letters could be a word of a message. */
    private void customer(@Nullable String kind, String value) {
        if (value.length() >= LONG_ENOUGH) {
            plant(kind, value);
        }
    }

    private void plant(@Nullable String kind, @Nullable String value) {
        if (kind != null && value != null && !value.isEmpty()) {
            canaries.plant(kind, value);
        }
    }
}
