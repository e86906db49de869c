package dev.xeroauth.accounting;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the body of a failure that is no JSON. Text is the message itself; of XML, which Xero sends where a file was asked
 * for, the same few keys are taken; HTML is a gateway's page and says nothing.
 */
final class ErrorText {

    private static final int MAX_BYTES = 64 * 1024;
    private static final int LONGEST_MESSAGE = 2000;
    private static final List<Pattern> XML = List.of(tag("ErrorNumber"), tag("Type"), tag("Message"), tag("Detail"));

    private ErrorText() {}

    /** With keys in lower case. */
    static Map<String, String> read(InputStream in) throws IOException {
        String text = new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8).strip();
        if (text.startsWith("<")) {
            return xml(text);
        }
        boolean sentence = !text.isEmpty() && !text.startsWith("[") && text.length() <= LONGEST_MESSAGE;
        return sentence ? Map.of("message", text) : Map.of();
    }

    private static Map<String, String> xml(String text) {
        int elements = text.indexOf("<Elements");
        String head = elements < 0 ? text : text.substring(0, elements);
        Map<String, String> found = new TreeMap<>();
        for (Pattern tag : XML) {
            Matcher matcher = tag.matcher(head);
            if (matcher.find()) {
                found.put(matcher.group(1).toLowerCase(Locale.ROOT), unescaped(matcher.group(2)));
            }
        }
        return found;
    }

    private static Pattern tag(String name) {
        return Pattern.compile("<(" + name + ")>([^<]{1," + LONGEST_MESSAGE + "})</" + name + ">");
    }

    private static String unescaped(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&apos;", "'")
                .replace("&amp;", "&");
    }
}
