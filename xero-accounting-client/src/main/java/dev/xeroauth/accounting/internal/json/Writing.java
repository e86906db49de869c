package dev.xeroauth.accounting.internal.json;

/** How much of a model is written. */
public enum Writing {

    /** Everything: what an application keeps and reads again. */
    WHOLE,

    /** What an application may send, and what the library has no name for; a reference by its key alone. */
    REQUEST,

    /** The same with contacts whole. */
    REQUEST_WITH_CONTACTS
}
