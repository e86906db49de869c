package dev.xeroauth.internal.consent;

import dev.xeroauth.ConsentOptions;
import dev.xeroauth.GrantId;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.XeroException;
import dev.xeroauth.internal.json.Json;
import dev.xeroauth.internal.json.JsonObject;
import dev.xeroauth.internal.json.JsonWord;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.SealContext;
import dev.xeroauth.spi.SealedRecord;
import dev.xeroauth.spi.TokenCipher;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Turns a pending consent into a text that only this installation can read, and back. The grant stays outside the seal and
 * is authenticated with it: {@code grant id . revision . sealed}, each in URL-safe Base64.
 */
public final class ConsentSeal {

    private static final Base64.Decoder BASE64 = Base64.getUrlDecoder();
    private static final String PURPOSE = "consent:";
    private static final int PARTS = 3;

    private final TokenCipher cipher;
    private final String environment;
    private final RandomGenerator random;

    /** @param environment the label that stored grants are bound to as well, marked so that neither opens as the other */
    public ConsentSeal(TokenCipher cipher, String environment, RandomGenerator random) {
        this.cipher = cipher;
        this.environment = PURPOSE + environment;
        this.random = random;
    }

    /** Seals. */
    public String seal(PendingConsent consent) {
        Revision revision = Revision.random(random);
        byte[] plaintext = plaintext(consent);
        SealedRecord sealed = sealed(plaintext, place(consent.grantId().value(), revision));
        return String.join(".", base64(utf8(consent.grantId().value())), revision.value(), base64(sealed.bytes()));
    }

    /** Opens; empty if it was changed, or was sealed elsewhere. */
    public Optional<PendingConsent> open(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        try {
            String grantId = new String(BASE64.decode(parts[0]), StandardCharsets.UTF_8);
            SealContext place = place(grantId, new Revision(parts[1]));
            byte[] plaintext = cipher.open(SealedRecord.of(BASE64.decode(parts[2])), place);
            return Optional.of(pending(Json.read(plaintext).object().orElse(JsonObject.EMPTY)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private SealedRecord sealed(byte[] plaintext, SealContext place) {
        try {
            return cipher.seal(plaintext, place);
        } catch (XeroException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SealedRecordException(
                    "The consent for '" + place.grantId() + "' could not be sealed: the cipher failed", e);
        }
    }

    private SealContext place(String grantId, Revision revision) {
        return new SealContext(environment, GrantId.of(grantId), revision);
    }

    private static byte[] plaintext(PendingConsent consent) {
        JsonObject.Builder node = JsonObject.builder()
                .put("grantId", consent.grantId().value())
                .put("state", consent.state())
                .put("nonce", consent.nonce())
                .put("verifier", consent.pkce().verifier())
                .put("redirectUri", consent.redirectUri().toString())
                .put("scopes", consent.scopes())
                .put("sameUser", consent.options().refusesAnotherUser())
                .put("until", consent.until().toEpochMilli());
        consent.options().acrValues().ifPresent(values -> node.put("acrValues", values));
        return Json.write(node.build());
    }

    private static PendingConsent pending(JsonObject node) {
        return new PendingConsent(
                GrantId.of(text(node, "grantId")),
                text(node, "state"),
                text(node, "nonce"),
                new Pkce(text(node, "verifier")),
                URI.create(text(node, "redirectUri")),
                text(node, "scopes"),
                options(node),
                Instant.ofEpochMilli(node.get("until").integer().orElse(0L)));
    }

    private static ConsentOptions options(JsonObject node) {
        ConsentOptions options = ConsentOptions.none();
        if (node.get("sameUser") == JsonWord.TRUE) {
            options = options.refuseAnotherUser();
        }
        String acrValues = text(node, "acrValues");
        return acrValues.isEmpty() ? options : options.acrValues(acrValues);
    }

    private static String text(JsonObject node, String name) {
        return node.get(name).text().orElse("");
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
