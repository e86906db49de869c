package dev.xeroauth.testkit;

/** A store that breaks a promise. */
interface Broken {

    /** Which promise it breaks, by its number. */
    int promise();

    /** An empty one. */
    OtherStore store();
}
