package dev.xeroauth.tests.chaos;

import dev.xeroauth.testkit.Ledger.Presentation;
import dev.xeroauth.testkit.Mood;
import java.time.Instant;
import java.util.List;

/** A line of a ledger on its way between two processes. */
record Line(Mood mood, Presentation presentation) {

    private static final String BEGINNING = "presented";

    static String of(Mood mood, Presentation each) {
        return String.join(
                " ",
                BEGINNING,
                mood.name(),
                each.at().toString(),
                Integer.toString(each.consent()),
                Integer.toString(each.presented()),
                Integer.toString(each.issued()));
    }

    static boolean is(String line) {
        return line.startsWith(BEGINNING + " ");
    }

    static Line read(String line) {
        List<String> words = List.of(line.split(" "));
        return new Line(
                Mood.valueOf(words.get(1)),
                new Presentation(
                        Instant.parse(words.get(2)),
                        Integer.parseInt(words.get(3)),
                        Integer.parseInt(words.get(4)),
                        Integer.parseInt(words.get(5))));
    }
}
