package dev.xeroauth.guard;

/** Badly laid out. */
public final class Fault {
  private Fault()  {}
}
