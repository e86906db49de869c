package dev.xeroauth.internal.protocol;

/**
 * What comes of an event.
 *
 * @param flight what it knows now
 * @param action what is to be done
 */
public record Step(Flight flight, Action action) {}
