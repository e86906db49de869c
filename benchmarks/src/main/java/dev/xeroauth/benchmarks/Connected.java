package dev.xeroauth.benchmarks;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.KeyRing;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.internal.engine.GrantTokens;
import dev.xeroauth.internal.engine.Grants;
import dev.xeroauth.internal.record.GrantRecord;
import dev.xeroauth.internal.record.GrantRepository;
import dev.xeroauth.internal.record.IssuedAccess;
import dev.xeroauth.internal.record.Reach;
import dev.xeroauth.internal.seal.AesGcmTokenCipher;
import dev.xeroauth.spi.Revision;
import dev.xeroauth.spi.TimeSource;
import dev.xeroauth.spi.TokenStore;
import java.lang.reflect.Field;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The library with customers whose fresh tokens it has read from the store. */
final class Connected {

    static final TenantId TENANT = TenantId.of("fe79f7dd-b6d4-4a92-ba7b-538af6289c58");

    private static final String ENVIRONMENT = "benchmarks";
    private static final KeyRing KEYS = KeyRing.of("2026-11", key());

    private Connected() {}

    static XeroAuth auth(int customers) {
        TokenStore store = new InMemoryTokenStore();
        GrantRepository repository = repository(store);
        for (int customer = 0; customer < customers; customer++) {
            repository.replace(id(customer), GrantStatus.CONNECTED, consented(customer), Revision.NONE);
        }
        XeroAuth auth = XeroAuth.builder()
                .app(XeroApp.web("benchmarks", () -> "no secret"))
                .tokenStore(store)
                .encryption(KEYS)
                .environment(ENVIRONMENT)
                .tokenRefresher(request -> {
                    throw new IllegalStateException("Nothing is refreshed here");
                })
                .build();
        for (int customer = 0; customer < customers; customer++) {
            auth.accessToken(id(customer));
        }
        return auth;
    }

    static GrantId id(int customer) {
        return GrantId.of(Customers.name(customer));
    }

    /** What an interceptor can hold. It is not public, so this reads a private field. */
    static GrantTokens handle(XeroAuth auth, GrantId id) {
        try {
            Field grants = XeroAuth.class.getDeclaredField("grants");
            grants.setAccessible(true);
            return ((Grants) grants.get(auth)).of(id);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("XeroAuth keeps its grants elsewhere now", e);
        }
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        key[0] = 1;
        return key;
    }

    private static GrantRepository repository(TokenStore store) {
        SecureRandom random = new SecureRandom();
        return new GrantRepository(
                store, new AesGcmTokenCipher(() -> KEYS, random), ENVIRONMENT, random, TimeSource.system()::now);
    }

    private static GrantRecord consented(int customer) {
        IssuedAccess access = new IssuedAccess(
                Customers.token(customer),
                Customers.NOW,
                Customers.LIFETIME,
                Customers.NOW.plus(Customers.LIFETIME.dividedBy(2)));
        Connection connection = new Connection(
                new ConnectionId(new UUID(1, customer)), TENANT, "ORGANISATION", Optional.empty(), Optional.empty());
        Reach reach = new Reach(Optional.empty(), Set.of(), Optional.of(List.of(connection)));
        return GrantRecord.consented("generation-" + customer, access, "rt-" + customer, reach);
    }
}
