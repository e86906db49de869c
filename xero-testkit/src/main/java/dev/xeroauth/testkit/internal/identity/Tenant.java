package dev.xeroauth.testkit.internal.identity;

import java.util.UUID;

/** An organisation that somebody may connect. */
public record Tenant(UUID id, String name) {}
