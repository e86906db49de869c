package dev.xeroauth.internal.consent;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** SHA-256 as text. */
final class Sha256 {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private Sha256() {}

    /** 43 characters of URL-safe Base64. */
    static String of(String text) {
        try {
            return BASE64.encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has SHA-256", e);
        }
    }
}
