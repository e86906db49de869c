package dev.xeroauth.internal.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.xeroauth.GrantId;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a grant's file is called. Names are of lower-case ASCII, so that no file system takes two of them for one, and a
 * short id can be read off its name whatever has become of the content.
 */
public final class FileNames {

    /** Some file systems take 143 bytes. */
    private static final int LONGEST_SPELT = 128;

    private static final String SPELT = "grant-";
    private static final String HASHED = "grant~";
    private static final Pattern SPELT_NAME = Pattern.compile("grant-(?:[a-z0-9_-]|%[0-9a-f]{2})+");
    private static final Pattern HASHED_NAME = Pattern.compile("grant~[0-9a-f]{64}");
    private static final HexFormat HEX = HexFormat.of();

    private FileNames() {}

    /** The one file that a grant can be in. */
    public static String of(GrantId id) {
        byte[] utf8 = id.value().getBytes(UTF_8);
        StringBuilder spelt = new StringBuilder();
        for (byte each : utf8) {
            if (isPlain(each)) {
                spelt.append((char) each);
            } else {
                spelt.append('%').append(HEX.toHexDigits(each));
            }
        }
        return spelt.length() <= LONGEST_SPELT ? SPELT + spelt : HASHED + HEX.formatHex(sha256(utf8));
    }

    /** Whether a file by this name is a grant's. All others are foreign. */
    public static boolean isGrant(String name) {
        return HASHED_NAME.matcher(name).matches() || spelt(name).isPresent();
    }

    /** The grant's id, if it is short enough to stand in the name. */
    public static Optional<GrantId> spelt(String name) {
        if (!SPELT_NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try {
            GrantId id = GrantId.of(unescaped(name.substring(SPELT.length())));
            return Optional.of(id).filter(each -> of(each).equals(name));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // Nothing that the library can have written.
        }
    }

    private static String unescaped(String spelt) {
        byte[] utf8 = new byte[spelt.length()];
        int length = 0;
        for (int i = 0; i < spelt.length(); i++) {
            if (spelt.charAt(i) == '%') {
                utf8[length++] = (byte) HexFormat.fromHexDigits(spelt, i + 1, i + 3);
                i += 2;
            } else {
                utf8[length++] = (byte) spelt.charAt(i);
            }
        }
        return new String(utf8, 0, length, UTF_8);
    }

    private static boolean isPlain(byte c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
