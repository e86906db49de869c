package dev.xeroauth.internal.engine;

import dev.xeroauth.Connection;
import dev.xeroauth.GrantDescription;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.TenantId;
import dev.xeroauth.TokenImportException;
import dev.xeroauth.TokenImportException.Reason;
import dev.xeroauth.TokenSet;
import dev.xeroauth.internal.consent.AccessClaims;
import dev.xeroauth.internal.http.ConnectionsEndpoint;
import dev.xeroauth.internal.protocol.Issue;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.OpenGrant;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.StoredGrant;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Tokens from elsewhere become a grant: stored first, refreshed at once, so that they are this application's alone and a dead
 * one shows, and then their tenants are read. Blocks; thread-safe.
 */
public final class Imports {

    /** What the generation of an import is called, before its random part. */
    private static final String IMPORT = "import-";

    private final Machinery with;
    private final Overview overview;
    private final Tenants tenants;
    private final ConnectionsEndpoint connections;
    private final Grants grants;
    private final GrantReads reads;
    private final String clientId;

    /** @param clientId of the application, to which the tokens have to belong */
    public Imports(
            Machinery with,
            Grants grants,
            Overview overview,
            Tenants tenants,
            ConnectionsEndpoint connections,
            String clientId) {
        this.with = with;
        this.grants = grants;
        this.overview = overview;
        this.tenants = tenants;
        this.connections = connections;
        this.clientId = clientId;
        this.reads = new GrantReads(with, grants);
    }

    /**
     * Imports, or goes on with an import that did not come to its end.
     *
     * @param chosen the tenants that are the grant's; empty: those of the consent that the tokens name
     */
    public GrantDescription tokens(GrantId id, TokenSet tokens, Optional<Set<TenantId>> chosen) {
        String refreshToken = tokens.refreshToken().orElse("");
        if (refreshToken.isBlank()) {
            throw new IllegalArgumentException(
                    "There is no refresh token to import: it takes a consent with offline_access to get one");
        }
        AccessClaims claims = AccessClaims.of(tokens.accessToken());
        requireOwnApp(id, claims);
        overview.onOwnThread(() -> store(id, imported(tokens, refreshToken, claims, chosen)));
        GrantDescription refreshed = overview.retry(id);
        requireAccepted(id, refreshed, refreshToken);
        if (refreshed.lastError().isPresent()) {
            return refreshed;
        }
        AccessClaims own =
                AccessClaims.of(reads.find(id, Patience.USUAL).record().access().token());
        if ((chosen.isPresent() ? choose(id, own, chosen.get()) : readAll(id, own)).isEmpty()) {
            throw new TokenImportException(
                    Reason.NO_TENANTS,
                    "Xero connects none of the tenants to the grant '" + id
                            + "'. Its tokens are stored: import it again"
                            + " with the right tenants, or end it with disconnect");
        }
        return overview.describe(id);
    }

    private void requireOwnApp(GrantId id, AccessClaims claims) {
        if (claims.clientId().isPresent() && !claims.clientId().get().equals(clientId)) {
            throw new TokenImportException(
                    Reason.OTHER_APP,
                    "The tokens for the grant '" + id + "' were issued to another app than this one (" + clientId
                            + "): only that app can refresh them");
        }
    }

    private GrantRecord imported(
            TokenSet tokens, String refreshToken, AccessClaims claims, Optional<Set<TenantId>> chosen) {
        Instant now = with.clock().instant();
        boolean isUsable = !tokens.accessToken().isBlank() && tokens.lifetime().compareTo(Duration.ZERO) > 0;
        IssuedAccess access = isUsable
                ? Issue.of(tokens, with.moment(), with.draw()).access()
                : new IssuedAccess(tokens.accessToken(), now, Duration.ZERO, now);
        // The tenants that are chosen are known once Xero has told their connections; until then it reaches none.
        Reach reach = chosen.isPresent()
                ? new Reach(claims.xeroUserId(), Set.of(noConsent()), Optional.of(List.of()))
                : new Reach(claims.xeroUserId(), events(claims), Optional.empty(), Optional.of(now));
        return GrantRecord.consented(IMPORT + with.nonce(), access, refreshToken, reach)
                .edit()
                .confirmAt(Optional.of(now))
                .done();
    }

    private static Set<UUID> events(AccessClaims claims) {
        return claims.authEventId().isPresent() ? Set.of(claims.authEventId().get()) : Set.of();
    }

    /** None would mean that every connection of the token counts. */
    private UUID noConsent() {
        return new UUID(with.random().nextLong(), with.random().nextLong());
    }

    /** Whether it is new; an import that did not come to its end goes on with the tokens that it has by now. */
    private boolean store(GrantId id, GrantRecord imported) {
        while (true) {
            Optional<StoredGrant> stored = with.repository().stored(id);
            Optional<GrantRecord> ended = Optional.empty();
            if (stored.isPresent()) {
                OpenGrant there = with.repository().open(stored.get());
                if (there.status() != GrantStatus.ENDED) {
                    requireUnfinished(there);
                    return false;
                }
                ended = Optional.of(there.record());
            }
            GrantRecord next = ended.isPresent() ? imported.following(ended.get()) : imported;
            Revision expected = stored.isPresent() ? stored.get().revision() : Revision.NONE;
            if (with.repository()
                    .replace(id, GrantStatus.CONNECTED, next, expected)
                    .isPresent()) {
                grants.of(id).beginAnew();
                return true;
            }
        }
    }

    private static void requireUnfinished(OpenGrant grant) {
        GrantRecord record = grant.record();
        boolean isUnfinished = record.generation().startsWith(IMPORT)
                && record.reach().listed().isEmpty()
                && grant.status() != GrantStatus.DISCONNECTED;
        if (!isUnfinished) {
            throw new TokenImportException(
                    Reason.GRANT_EXISTS,
                    "There is a grant '" + grant.id()
                            + "', whose tokens may be newer than those to be imported. It was left"
                            + " as it is; choose another id, or disconnect it first");
        }
    }

    /** Refused at first sight: whoever imports has the token still, and may try it again. */
    private void requireAccepted(GrantId id, GrantDescription refreshed, String refreshToken) {
        if (refreshed.status() == GrantStatus.CONNECTED) {
            return;
        }
        reads.onOwnThread(
                id,
                Patience.USUAL,
                () -> with.repository()
                        .end(
                                id,
                                record -> record.previous().isEmpty()
                                        && record.current().is(refreshToken)));
        grants.of(id).beginAnew();
        throw new TokenImportException(
                Reason.REFUSED,
                "Xero does not accept the refresh token for the grant '" + id + "' ("
                        + refreshed.lastError().orElse("no reason")
                        + "): it was used up or revoked, is over 60 days old, or"
                        + " belongs to another app. Let the user consent");
    }

    /** Those, and none besides that the same consent may have connected. */
    private List<Connection> choose(GrantId id, AccessClaims own, Set<TenantId> chosen) {
        List<Connection> found = new ArrayList<>();
        for (Connection connection :
                connections.read(BearerInterceptor.withoutTenant(with, grants, id), Optional.empty())) {
            if (chosen.contains(connection.tenantId())) {
                found.add(connection);
            }
        }
        change(id, new Reach(own.xeroUserId(), Set.of(noConsent()), Optional.of(found)).read(found));
        return found;
    }

    /** Those of the consent, whatever an earlier call has chosen. */
    private List<Connection> readAll(GrantId id, AccessClaims own) {
        change(
                id,
                new Reach(
                        own.xeroUserId(),
                        events(own),
                        Optional.empty(),
                        Optional.of(with.clock().instant())));
        return tenants.read(id);
    }

    private void change(GrantId id, Reach next) {
        GrantTokens tokens = grants.of(id);
        int consents = tokens.consents();
        reads.onOwnThread(
                id,
                Patience.USUAL,
                () -> with.repository().update(id, record -> isSame(record, next) ? record : record.reaching(next)));
        tokens.reaching(next, consents);
    }

    private static boolean isSame(GrantRecord record, Reach next) {
        return !record.generation().startsWith(IMPORT) || record.reach().equals(next);
    }
}
