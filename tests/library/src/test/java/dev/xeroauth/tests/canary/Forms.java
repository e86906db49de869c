package dev.xeroauth.tests.canary;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The forms in which a value may show. */
final class Forms {

    /** Of a long value this much of either end gives it away; short of it nobody would cut. */
    private static final int END = 16;

    private static final int BASE64_BYTES = 3;
    private static final int BASE64_CHARS = 4;

    private Forms() {}

    /** Each with its name. */
    static Map<String, String> of(String value) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(value, "as it is");
        if (value.length() >= 2 * END) {
            forms.put(value.substring(0, END), "its beginning");
            forms.put(value.substring(value.length() - END), "its end");
        }
        String encoded = URLEncoder.encode(value, StandardCharsets.UTF_8);
        forms.putIfAbsent(encoded, "URL-encoded");
        forms.putIfAbsent(encoded.replace("+", "%20"), "URL-encoded");
        forms.putIfAbsent(URLEncoder.encode(encoded, StandardCharsets.UTF_8), "URL-encoded twice");
        bytes(value.getBytes(StandardCharsets.UTF_8)).forEach(forms::putIfAbsent);
        bytes(encoded.getBytes(StandardCharsets.UTF_8)).forEach(forms::putIfAbsent);
        return forms;
    }

    static Map<String, String> of(byte[] value) {
        Map<String, String> forms = bytes(value);
        forms.put(new String(value, StandardCharsets.ISO_8859_1), "bytes as text");
        String list = Arrays.toString(value);
        forms.put(list.substring(1, list.length() - 1), "list of bytes");
        return forms;
    }

    private static Map<String, String> bytes(byte[] value) {
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(HexFormat.of().formatHex(value), "hex");
        forms.put(HexFormat.ofDelimiter(":").formatHex(value), "hex with colons");
        for (int before = 0; before < BASE64_BYTES; before++) {
            forms.put(inBase64(value, before), "Base64");
        }
        return forms;
    }

    /** Those characters that depend on the value alone if this many bytes stand before it, whatever stands around it. */
    private static String inBase64(byte[] value, int before) {
        byte[] all = new byte[before + value.length];
        System.arraycopy(value, 0, all, before, value.length);
        String text = Base64.getEncoder().withoutPadding().encodeToString(all);
        int from = before == 0 ? 0 : BASE64_CHARS;
        int to = all.length / BASE64_BYTES * BASE64_CHARS;
        return from < to ? text.substring(from, to) : "";
    }
}
