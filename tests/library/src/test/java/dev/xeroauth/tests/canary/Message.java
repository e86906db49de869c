package dev.xeroauth.tests.canary;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * One HTTP message as it passed on the wire.
 *
 * @param first its first line
 * @param headers by their names in any case; the last one of a name
 * @param body as text, decompressed, as far as it came
 */
record Message(String first, Map<String, String> headers, String body) {

    private static final String END_OF_HEAD = "\r\n\r\n";

    String header(String name) {
        return headers.getOrDefault(name, "");
    }

    /** What one end of a connection has sent. */
    static List<Message> all(byte[] bytes) {
        List<Message> messages = new ArrayList<>();
        int at = 0;
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int end = text.indexOf(END_OF_HEAD); end >= 0; end = text.indexOf(END_OF_HEAD, at)) {
            List<String> head = text.substring(at, end).lines().toList();
            Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
            for (String line : head.subList(1, head.size())) {
                headers.put(
                        line.substring(0, line.indexOf(':')),
                        line.substring(line.indexOf(':') + 1).strip());
            }
            int from = end + END_OF_HEAD.length();
            at = Math.min(bytes.length, from + Integer.parseInt(headers.getOrDefault("Content-Length", "0")));
            byte[] body = Arrays.copyOfRange(bytes, from, at);
            boolean zipped = "gzip".equals(headers.get("Content-Encoding"));
            messages.add(new Message(
                    head.get(0), headers, new String(zipped ? unzipped(body) : body, StandardCharsets.UTF_8)));
        }
        return messages;
    }

    private static byte[] unzipped(byte[] zipped) {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                plain.write(next);
            }
        } catch (IOException e) {
            // Cut off: what came is there.
        }
        return plain.toByteArray();
    }
}
