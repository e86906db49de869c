package dev.xeroauth;

/** What made a refresh necessary. */
public enum RefreshReason {
    /** The access token had passed its due point; callers got it meanwhile. */
    DUE,
    /** The access token was about to expire, or had; callers waited. */
    EXPIRED,
    /** Xero's API answered 401 to the access token. */
    REFUSED_BY_API,
    /** Nobody asked, and the keeper found the grant due: unfinished, in doubt, or to be kept alive. */
    UPKEEP,
    /** An operator insisted. */
    RETRIED
}
