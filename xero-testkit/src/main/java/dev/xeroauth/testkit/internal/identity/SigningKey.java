package dev.xeroauth.testkit.internal.identity;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A key of RS256.
 *
 * @param id the {@code kid}
 */
record SigningKey(String id, KeyPair pair) {

    private static final int BITS = 2048;
    private static final int ID_BYTES = 20;

    static SigningKey made() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(pair.getPublic().getEncoded());
            return new SigningKey(HexFormat.of().withUpperCase().formatHex(hash, 0, ID_BYTES), pair);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("Every JDK has RSA and SHA-256", e);
        }
    }

    byte[] sign(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(pair.getPrivate());
            signature.update(text.getBytes(StandardCharsets.US_ASCII));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new AssertionError("Every JDK signs with RSA", e);
        }
    }

    /** The public half, as RFC 7517 writes it. */
    ObjectNode published() {
        RSAPublicKey key = (RSAPublicKey) pair.getPublic();
        return JsonNodeFactory.instance
                .objectNode()
                .put("kty", "RSA")
                .put("use", "sig")
                .put("kid", id)
                .put("e", base64(key.getPublicExponent()))
                .put("n", base64(key.getModulus()))
                .put("alg", "RS256");
    }

    /** Without the zero that stands for the sign. */
    private static String base64(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] unsigned = bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(unsigned);
    }

    @Override
    public String toString() {
        return "SigningKey[" + id + "]";
    }
}
