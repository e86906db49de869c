package dev.xeroauth.testkit;

/** What becomes of the tokens of a consent when the same user consents once more, which Xero does not say. */
public enum SecondConsent {
    /** Each consent has tokens of its own. */
    INDEPENDENT,
    /** Both have good tokens, and what ends the one ends the other. */
    SHARED,
    /** The tokens of the first consent are dead. */
    KILLS_THE_FIRST
}
