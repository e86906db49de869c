package dev.xeroauth.internal.record;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Records to test with. */
final class Records {

    static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final UUID EVENT = new UUID(1, 2);

    private Records() {}

    static GrantRecord first() {
        Reach reach = new Reach(Optional.empty(), Set.of(), Optional.empty());
        return GrantRecord.consented("generation-1", access("AT-1"), "RT-1", reach);
    }

    static GrantRecord full() {
        Connection connection = new Connection(
                new ConnectionId(new UUID(3, 4)),
                new TenantId(new UUID(5, 6)),
                "ORGANISATION",
                Optional.empty(),
                Optional.of(EVENT));
        Reach reach = new Reach(Optional.of(new UUID(7, 8)), Set.of(EVENT), Optional.of(List.of(connection)));
        return GrantRecord.consented("generation-1", access("AT-1"), "RT-1", reach)
                .edit()
                .access(access("AT-2"))
                .current(RefreshCandidate.ofConsent("RT-1").successor("RT-2").presented(NOW.plusSeconds(60)))
                .previous(RefreshCandidate.ofConsent("RT-1").presented(NOW))
                .spares(List.of(RefreshCandidate.ofConsent("RT-9").presented(NOW)))
                .released(Setback.NONE.more("status 503", Optional.of(NOW.plusSeconds(61))))
                .confirmAt(Optional.of(NOW.plusSeconds(300)))
                .cleanSince(Optional.of(NOW.plusSeconds(30)))
                .lease(new Lease("nonce-3", NOW.plusSeconds(99)))
                .done();
    }

    static IssuedAccess access(String token) {
        return new IssuedAccess(token, NOW, Duration.ofMinutes(30), NOW.plus(Duration.ofMinutes(17)));
    }
}
