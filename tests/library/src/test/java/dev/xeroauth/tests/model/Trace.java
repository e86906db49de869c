package dev.xeroauth.tests.model;

import dev.xeroauth.internal.protocol.Action;
import dev.xeroauth.internal.protocol.Ending;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.RefreshCandidate;
import java.util.stream.Collectors;

/** Moves in words. */
final class Trace {

    /** How a move ends that brought tokens. */
    static final String OBTAINED = "and ends: Obtained";

    private Trace() {}

    static String of(Action.Write write) {
        GrantRecord record = write.record();
        return "{" + write.status().name().toLowerCase(java.util.Locale.ROOT) + " current="
                + record.current().token()
                + record.previous().map(it -> " previous=" + it.token()).orElse("")
                + (record.spares().isEmpty()
                        ? ""
                        : " spares="
                                + record.spares().stream()
                                        .map(RefreshCandidate::token)
                                        .collect(Collectors.joining("+")))
                + (record.lease().isPresent() ? " leased" : "") + "}";
    }

    static String of(Ending ending) {
        return "and ends: " + ending.getClass().getSimpleName();
    }
}
