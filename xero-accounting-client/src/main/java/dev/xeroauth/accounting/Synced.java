package dev.xeroauth.accounting;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * What a sync needs to know of a kind of document.
 *
 * @param <M> its model
 * @param updated when Xero last changed it
 * @param content all of it as text
 * @param parameters without which the list would not hold all of them
 * @param hasSummaries whether {@code summaryOnly} is known
 */
record Synced<M>(
        Resource<M> resource,
        Function<M, Optional<UUID>> id,
        Function<M, Optional<Instant>> updated,
        Function<M, String> content,
        Map<String, String> parameters,
        boolean hasSummaries) {}
