package dev.xeroauth.accounting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import okhttp3.HttpUrl;

/**
 * Divides the room that an address has among the lists of a query. A list that is short enough stays whole; the others share
 * alike what is left, which makes the fewest combinations.
 */
final class UrlRoom {

    /** Xero answers a longer address with 404. */
    static final int LONGEST_URL = 2047;

    /** No walk comes so far; its number has to fit nevertheless. */
    private static final int LAST_PAGE = 9_999_999;

    /** A comma, as it is encoded. */
    private static final int COMMA = 3;

    private UrlRoom() {}

    /**
     * Splits lists so that each combination of their parts fits.
     *
     * @param rest the query without its lists
     * @param options whose parameters come on top
     * @param lists their elements by name
     * @throws IllegalArgumentException if the rest alone is too long, or single elements are
     */
    static ListParts split(ListPart rest, RequestOptions options, Map<String, List<String>> lists) {
        int length = length(rest, options);
        int room = LONGEST_URL - length;
        if (lists.isEmpty()) {
            return new ListParts(rest, List.of());
        }
        List<Need> needs = lists.entrySet().stream()
                .map(list -> Need.of(list.getKey(), list.getValue()))
                .toList();
        int spare = room - needs.stream().mapToInt(Need::least).sum();
        if (spare < 0) {
            throw new IllegalArgumentException("A single element of " + lists.keySet()
                    + " makes an address longer than the " + LONGEST_URL
                    + " characters that Xero reads, beside filters of "
                    + length + ": filter by ids instead, or shorten the other filters");
        }
        Map<String, Integer> shares = shares(needs, spare);
        return new ListParts(
                rest,
                needs.stream()
                        .map(need -> need.split(shares.getOrDefault(need.name(), 0)))
                        .toList());
    }

    private static int length(ListPart rest, RequestOptions options) {
        HttpUrl longest = options.applyTo(rest.page(LAST_PAGE));
        int length = longest.toString().length();
        if (length > LONGEST_URL) {
            throw new IllegalArgumentException(
                    "The filters make an address of " + length
                            + " characters even without their lists, and Xero reads " + LONGEST_URL
                            + ": shorten where(...), searchTerm(...) or the parameters of the options, or ask in several queries");
        }
        return length;
    }

    private static Map<String, Integer> shares(List<Need> needs, int spare) {
        List<Need> modestFirst = new ArrayList<>(needs);
        modestFirst.sort(Comparator.comparingLong(Need::further));
        Map<String, Integer> shares = new LinkedHashMap<>();
        int left = spare;
        int sharers = needs.size();
        for (Need need : modestFirst) {
            int share = (int) Math.min(need.further(), left / sharers);
            shares.put(need.name(), share);
            left -= share;
            sharers--;
        }
        return shares;
    }

    /**
     * A list and the room for it.
     *
     * @param name of its parameter
     * @param elements all of them
     * @param longest the room for its longest element
     * @param further how much more the whole list takes
     */
    private record Need(String name, List<String> elements, int longest, long further) {

        static Need of(String name, List<String> elements) {
            int longest = elements.stream().mapToInt(UrlRoom::room).max().orElse(0);
            long all = elements.stream().mapToLong(UrlRoom::room).sum();
            return new Need(name, elements, longest, all - longest);
        }

        /** Without the elements, which may be a customer's. */
        @Override
        public String toString() {
            return name;
        }

        /** With the name and its separators. */
        int least() {
            return name.length() + 2 + longest;
        }

        ListParts.Split split(int share) {
            int room = longest + share;
            List<List<String>> parts = new ArrayList<>();
            int from = 0;
            int used = 0;
            for (int i = 0; i < elements.size(); i++) {
                int next = room(elements.get(i));
                if (used + next > room) {
                    parts.add(elements.subList(from, i));
                    from = i;
                    used = 0;
                }
                used += next;
            }
            parts.add(elements.subList(from, elements.size()));
            return new ListParts.Split(name, parts);
        }
    }

    private static int room(String element) {
        return Texts.encodedLength(element) + COMMA;
    }
}
