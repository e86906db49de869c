package dev.xeroauth.examples.connect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.xeroauth.TokenSet;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Tokens in the form in which Xero issues them (RFC 6749, section 5.1). */
final class TokenJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenJson() {}

    static String written(TokenSet tokens) {
        ObjectNode node = JSON.createObjectNode().put("access_token", tokens.accessToken());
        tokens.refreshToken().ifPresent(token -> node.put("refresh_token", token));
        tokens.idToken().ifPresent(token -> node.put("id_token", token));
        node.put("token_type", "Bearer").put("expires_in", tokens.lifetime().toSeconds());
        return node.put("scope", String.join(" ", new TreeSet<>(tokens.scopes())))
                .toPrettyString();
    }

    static TokenSet read(String json) {
        JsonNode node = parsed(json);
        String access = text(node, "access_token").orElseThrow(TokenJson::noTokens);
        return new TokenSet(
                access,
                text(node, "refresh_token"),
                Duration.ofSeconds(node.path("expires_in").asLong()),
                scopes(text(node, "scope").orElse("")),
                text(node, "id_token"));
    }

    /** What the parser says would quote the file. */
    private static JsonNode parsed(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw noTokens();
        }
    }

    private static ToldException noTokens() {
        return new ToldException(
                "The file holds no tokens: it has to be JSON with access_token, refresh_token and expires_in, as"
                        + " `export` writes it.");
    }

    private static Optional<String> text(JsonNode node, String name) {
        return Optional.ofNullable(node.path(name).textValue()).filter(text -> !text.isBlank());
    }

    private static Set<String> scopes(String names) {
        return Arrays.stream(names.split(" ")).filter(name -> !name.isEmpty()).collect(Collectors.toSet());
    }
}
