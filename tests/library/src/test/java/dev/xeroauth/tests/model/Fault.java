package dev.xeroauth.tests.model;

/** What the explorer lets happen, each as often as a {@link Budget} says. */
enum Fault {
    /** A process dies, and what it knew with it; a request that it was about to send may be on its way. */
    CRASH,
    /** A process stops for so long that its lease ends, and goes on. */
    PAUSE,
    /** A request is lost before the server works on it. */
    LOST_REQUEST,
    /** The server works on a request, and its answer is lost. */
    LOST_ANSWER,
    /** The client gives up, and its request arrives later, within two minutes. */
    LATE,
    /** A request arrives twice. */
    DUPLICATE,
    /** The server refuses a token that is good, once. */
    REFUSAL,
    /** The store throws, before or after it wrote. */
    STORE_THROWS,
    /** The store loses its last write. */
    STORE_FORGETS,
    /** Somebody writes something else into the record. */
    OTHER_WRITE,
    /** An operator insists on a refresh. */
    INSISTENCE,
    /** The user consents again. */
    CONSENT
}
