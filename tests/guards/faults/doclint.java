package dev.xeroauth.guard;

/** Leads to {@link Nowhere}. */
public final class Fault {

    private Fault() {}
}
