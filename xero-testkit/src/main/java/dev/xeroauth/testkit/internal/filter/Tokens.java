package dev.xeroauth.testkit.internal.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words of a filter, one after the other. For one thread. */
final class Tokens {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(\"[^\"]*\"|-?\\d+(?:\\.\\d+)?|[A-Za-z_]\\w*(?:\\.[A-Za-z_]\\w*)*|==|!=|<=|>=|&&|\\|\\||[<>(),])");

    private final List<String> words = new ArrayList<>();
    private int next;

    Tokens(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length() && matcher.find(end) && matcher.start() == end) {
            words.add(matcher.group(1));
            end = matcher.end();
        }
        if (!text.substring(end).isBlank()) {
            throw new FilterException("Syntax error at position " + end);
        }
    }

    /** Empty behind the last. */
    String peek() {
        return next < words.size() ? words.get(next) : "";
    }

    String take() {
        String word = peek();
        if (word.isEmpty()) {
            throw new FilterException("Expression expected");
        }
        next++;
        return word;
    }

    /** Takes it if it is one of these, in any case. */
    boolean takeIf(String... these) {
        for (String each : these) {
            if (peek().toLowerCase(Locale.ROOT).equals(each)) {
                next++;
                return true;
            }
        }
        return false;
    }

    void expect(String word) {
        if (!takeIf(word)) {
            throw new FilterException("'" + word + "' expected");
        }
    }

    void end() {
        if (!peek().isEmpty()) {
            throw new FilterException("Syntax error");
        }
    }
}
