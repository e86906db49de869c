package dev.xeroauth;

/** How a grant stands, as the store shows it in clear. */
public enum GrantStatus {
    /** Tokens can be had. */
    CONNECTED,
    /** Xero refused every token that is known for the grant; they are presented once more before that is believed. */
    SUSPECT,
    /** Xero's user has to consent again. */
    DISCONNECTED,
    /** Ended by the application; kept for a day so that "missing" can be told from "deleted". */
    ENDED
}
