package dev.xeroauth.testkit.internal.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.testkit.internal.identity.Client;
import dev.xeroauth.testkit.internal.identity.Identity;
import dev.xeroauth.testkit.internal.identity.OAuthError;
import dev.xeroauth.testkit.internal.identity.TokenAnswer;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mockwebserver3.RecordedRequest;
import okio.ByteString;

/** The token and the revocation endpoint. */
final class TokenApi {

    private static final String CLIENT_CREDENTIALS = "client_credentials";

    private final Identity identity;

    TokenApi(Identity identity) {
        this.identity = identity;
    }

    Answer token(RecordedRequest request) {
        if (!Form.isSent(request)) {
            return Problems.oauth("invalid_request");
        }
        Form form = Form.of(request);
        Optional<Client> client = client(request, form);
        if (client.isEmpty()) {
            return Problems.oauth("invalid_client");
        }
        try {
            return client.get().isCustomConnection() ? ofOrganisation(client.get(), form) : ofUser(client.get(), form);
        } catch (OAuthError e) {
            return Problems.oauth(e.code());
        }
    }

    private Answer ofUser(Client client, Form form) {
        return switch (form.get("grant_type")) {
            case "authorization_code" ->
                issued(identity.exchange(
                        client, form.get("code"), form.get("redirect_uri"), form.get("code_verifier")));
            case "refresh_token" -> issued(identity.refresh(client, form.get("refresh_token")));
            case CLIENT_CREDENTIALS -> Problems.oauth("unauthorized_client");
            default -> Problems.oauth("unsupported_grant_type");
        };
    }

    private Answer ofOrganisation(Client client, Form form) {
        return switch (form.get("grant_type")) {
            case "authorization_code", "refresh_token" -> Problems.oauth("unauthorized_client");
            case CLIENT_CREDENTIALS -> {
                List<String> asked = ClientScopes.asked(form.get("scope"));
                yield ClientScopes.allowed(asked)
                        ? issued(identity.clientCredentials(client, asked))
                        : Problems.oauth("invalid_scope");
            }
            default -> Problems.oauth("unsupported_grant_type");
        };
    }

    Answer revoke(RecordedRequest request) {
        Form form = Form.of(request);
        Optional<Client> client = client(request, form);
        if (client.isEmpty()) {
            return Problems.oauth("invalid_client");
        }
        identity.revoke(client.get(), form.get("token"));
        return Answer.empty(200);
    }

    private static Answer issued(TokenAnswer tokens) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        if (!tokens.idToken().isEmpty()) {
            body.put("id_token", tokens.idToken());
        }
        body.put("access_token", tokens.accessToken())
                .put("expires_in", tokens.expiresInSeconds())
                .put("token_type", "Bearer");
        if (tokens.scopes().contains("offline_access")) {
            body.put("refresh_token", tokens.refreshToken());
        }
        return Answer.json(200, body.put("scope", String.join(" ", tokens.scopes())));
    }

    /** By HTTP Basic, whose parts are form-encoded, or for a public app by its id in the form. */
    private Optional<Client> client(RecordedRequest request, Form form) {
        String header = request.getHeaders().get("Authorization");
        if (header == null) {
            return identity.directory().app(form.get("client_id")).filter(Client::isPublic);
        }
        List<String> idAndSecret = basic(header);
        return idAndSecret.size() == 2
                ? identity.directory().app(idAndSecret.get(0)).filter(app -> app.hasSecret(idAndSecret.get(1)))
                : Optional.empty();
    }

    private static List<String> basic(String header) {
        ByteString decoded = header.startsWith("Basic ") ? ByteString.decodeBase64(header.substring(6)) : null;
        if (decoded == null) {
            return List.of();
        }
        try {
            return Stream.of(decoded.utf8().split(":", 2))
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .toList();
        } catch (IllegalArgumentException e) {
            return List.of();
        }
    }
}
