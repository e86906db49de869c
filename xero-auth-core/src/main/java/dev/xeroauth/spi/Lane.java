package dev.xeroauth.spi;

/** Which of the keeper's two queues a grant waits in. */
public enum Lane {
    /** Something was begun and not finished: looked at first, in every round. */
    RESCUE,
    /** Keep-alive of idle grants and purging of ended ones: done at a steady, low rate. */
    ROUTINE
}
