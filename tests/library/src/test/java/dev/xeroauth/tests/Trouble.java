package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.KeyRing;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroAuthBuilder;
import dev.xeroauth.XeroConfigurationException;
import dev.xeroauth.XeroException;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.time.Duration;
import java.util.UUID;

/** What goes wrong with a request before it is sent, and the exception that says so. */
enum Trouble {
    NO_GRANT(GrantNotFoundException.class),
    STORE_DOWN(StoreException.class),
    STORE_THROWS_AN_ERROR(StoreException.class),
    KEY_MISSING(SealedRecordException.class),
    XERO_DOWN(TokenUnavailableException.class),
    WRONG_SECRET(AppRejectedException.class),
    REVOKED(GrantDisconnectedException.class),
    TENANTS_UNKNOWN(ConnectionsUnavailableException.class),
    OTHER_TENANT(TenantNotReachableException.class),
    CLOSED(XeroConfigurationException.class);

    private static final Fault DOWN = Fault.answer(503, "text/html", "");
    private static final Duration EXPIRED = Duration.ofMinutes(30);

    private final Class<? extends XeroException> problem;

    Trouble(Class<? extends XeroException> problem) {
        this.problem = problem;
    }

    Class<? extends XeroException> problem() {
        return problem;
    }

    GrantId grant() {
        return this == NO_GRANT ? GrantId.of("nobody") : Connected.GRANT;
    }

    TenantId tenant(Connected at) {
        return this == OTHER_TENANT ? new TenantId(UUID.randomUUID()) : at.bakery();
    }

    /** A grant is connected, and this instance is in trouble. */
    XeroAuth begin(Connected at) {
        if (this == TENANTS_UNKNOWN) {
            // Three for the consent, three for the request.
            at.xero.next(Endpoint.CONNECTIONS, DOWN, DOWN, DOWN, DOWN, DOWN, DOWN);
            assertThatThrownBy(at::connect).isInstanceOf(ConnectionsUnavailableException.class);
        } else {
            at.connect();
        }
        XeroAuth auth = instance(at).build();
        strike(at, auth);
        return auth;
    }

    private XeroAuthBuilder instance(Connected at) {
        if (this == KEY_MISSING) {
            byte[] key = new byte[32];
            key[0] = 2;
            return at.instance().encryption(KeyRing.of("2027-01", key));
        }
        return this == WRONG_SECRET
                ? at.instance().app(XeroApp.web(at.xero.app().clientId(), () -> "wrong"))
                : at.instance();
    }

    private void strike(Connected at, XeroAuth auth) {
        switch (this) {
            case STORE_DOWN -> at.store.readable(false);
            case STORE_THROWS_AN_ERROR -> at.store.broken(new NoClassDefFoundError("a/driver"));
            case WRONG_SECRET -> at.time.advance(EXPIRED);
            case XERO_DOWN -> {
                at.time.advance(EXPIRED);
                at.xero.next(Endpoint.TOKEN, DOWN);
            }
            case REVOKED -> {
                at.time.advance(EXPIRED);
                at.xero.revokeAll();
                assertThatThrownBy(() -> auth.accessToken(Connected.GRANT))
                        .isInstanceOf(TokenUnavailableException.class);
                at.time.advance(Duration.ofSeconds(30));
            }
            case CLOSED -> {
                at.time.advance(EXPIRED);
                auth.close();
            }
            default -> {}
        }
    }
}
