package dev.xeroauth.accounting.processor;

/** One line of a table. */
interface Line {

    /** The name of the constant that is made of it, which no other line may have. */
    String constant();
}
