package dev.xeroauth.testkit;

import dev.xeroauth.testkit.internal.rotation.Rules;

/** What {@link FakeXero} plays by in a mood, for an explorer without a server. */
public final class MoodRules {

    private MoodRules() {}

    public static Rules of(Mood mood) {
        return mood.rules();
    }
}
