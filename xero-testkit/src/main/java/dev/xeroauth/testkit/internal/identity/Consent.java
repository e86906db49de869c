package dev.xeroauth.testkit.internal.identity;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a code stands for. */
record Consent(
        String clientId,
        String redirectUri,
        String challenge,
        List<String> scopes,
        List<UUID> tenantIds,
        Instant until) {}
