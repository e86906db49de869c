package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionId;
import dev.xeroauth.ConnectionLost;
import dev.xeroauth.DisconnectFailedException;
import dev.xeroauth.GrantConnected;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantEnded;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroException;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DisconnectTest {

    private static final GrantId OTHER = GrantId.of("customer-7");
    private static final Fault DOWN = Fault.answer(503, "text/html", "");

    private final Connected at = new Connected();
    private final Requests requests = new Requests(at);

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void disconnect_oneTenant_leavesTheOthersAndAsksForNoList() throws Exception {
        at.connect();
        Connection bakery = connection(at.bakery());
        int lists = lists();

        at.auth.disconnect(Connected.GRANT, bakery.id());

        assertThat(lists()).isEqualTo(lists);
        assertThat(requests.problem(at.auth, Connected.GRANT, at.bakery()))
                .isInstanceOf(TenantNotReachableException.class);
        assertThat(requests.status(at.auth, at.cycles())).isEqualTo(200);
        assertThat(at.auth.connections(Connected.GRANT))
                .extracting(Connection::tenantId)
                .containsExactly(at.cycles());
        at.auth.close();
        assertThat(at.events).noneMatch(ConnectionLost.class::isInstance);
    }

    @Test
    void disconnect_oneTenantTwice_isDoneTheSecondTime() {
        at.connect();
        Connection bakery = connection(at.bakery());
        at.xero.disconnect(at.bakery());

        assertThatCode(() -> at.auth.disconnect(Connected.GRANT, bakery.id())).doesNotThrowAnyException();
        assertThat(at.auth.describe(Connected.GRANT).connections().orElseThrow())
                .hasSize(1);
    }

    @Test
    void disconnect_tenantIdInPlaceOfTheConnections_saysSo() {
        at.connect();
        ConnectionId wrong = new ConnectionId(at.bakery().value());

        assertThatThrownBy(() -> at.auth.disconnect(Connected.GRANT, wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("the id of a tenant");
        assertThat(at.auth.refreshConnections(Connected.GRANT)).hasSize(2);
    }

    @Test
    void disconnect_tenantOfAnotherGrant_isRefused() {
        at.connect(at.bakery());
        ConnectionId foreign = at.connect(OTHER, at.cycles()).onlyConnection().id();

        assertThatThrownBy(() -> at.auth.disconnect(Connected.GRANT, foreign))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no connection");
        assertThat(at.auth.refreshConnections(OTHER)).hasSize(1);
    }

    @Test
    void disconnect_xeroDoesNotAnswer_isToldAndCanBeDoneAgain() {
        at.connect();
        ConnectionId bakery = connection(at.bakery()).id();
        at.xero.next(Endpoint.CONNECTIONS, DOWN, DOWN, DOWN);

        assertThatThrownBy(() -> at.auth.disconnect(Connected.GRANT, bakery))
                .isInstanceOf(DisconnectFailedException.class)
                .hasMessageContaining("503")
                .hasMessageContaining("do it again");

        at.auth.disconnect(Connected.GRANT, bakery);
        assertThat(at.auth.refreshConnections(Connected.GRANT)).hasSize(1);
    }

    @Test
    void disconnect_grant_endsItsTenantsAndLeavesTheOthersOfItsUser() throws Exception {
        at.connect(at.bakery());
        at.connect(OTHER, at.cycles());

        at.auth.disconnect(Connected.GRANT);

        assertThat(at.event(GrantEnded.class).grantId()).isEqualTo(Connected.GRANT);
        assertThatThrownBy(() -> at.auth.accessToken(Connected.GRANT)).isInstanceOf(GrantNotFoundException.class);
        assertThatThrownBy(() -> at.auth.connections(Connected.GRANT)).isInstanceOf(GrantNotFoundException.class);
        assertThat(at.auth.refreshConnections(OTHER))
                .extracting(Connection::tenantId)
                .containsExactly(at.cycles());
        at.time.advance(Duration.ofMinutes(31));
        assertThat(at.auth.accessToken(OTHER).value()).isNotEmpty();
        assertThatThrownBy(() -> at.auth.disconnect(Connected.GRANT)).isInstanceOf(GrantNotFoundException.class);
        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.ENDED);
    }

    @Test
    void disconnect_grant_leavesNoTokenInTheStore() {
        at.connect();
        List<String> tokens = List.of(at.auth.accessToken(Connected.GRANT).value());

        at.auth.disconnect(Connected.GRANT);

        assertThat(at.store.find(Connected.GRANT).orElseThrow().sealed().bytes().length)
                .isLessThan(tokens.get(0).length());
    }

    @Test
    void disconnect_grantThatXeroRefuses_endsItHere() {
        at.connect();
        at.xero.revokeAll();
        at.time.advance(Duration.ofMinutes(31));
        assertThatThrownBy(() -> at.auth.accessToken(Connected.GRANT)).isInstanceOf(XeroException.class);
        at.time.advance(Duration.ofSeconds(31));
        assertThatThrownBy(() -> at.auth.accessToken(Connected.GRANT)).isInstanceOf(GrantDisconnectedException.class);

        at.auth.disconnect(Connected.GRANT);

        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.ENDED);
    }

    @Test
    void disconnect_grantWhileXeroIsAway_leavesItAlive() {
        at.connect();
        at.xero.next(Endpoint.CONNECTIONS, DOWN, DOWN, DOWN);

        assertThatThrownBy(() -> at.auth.disconnect(Connected.GRANT)).isInstanceOf(XeroException.class);

        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.CONNECTED);
        at.auth.disconnect(Connected.GRANT);
        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.ENDED);
    }

    @Test
    void disconnect_grantInAnotherInstance_isKnownOnceItsTokenIsOver() {
        at.connect();
        try (XeroAuth other = at.instance().build()) {
            other.accessToken(Connected.GRANT);
            at.auth.disconnect(Connected.GRANT);
            at.time.advance(Duration.ofMinutes(31));

            assertThatThrownBy(() -> other.accessToken(Connected.GRANT)).isInstanceOf(GrantNotFoundException.class);
            assertThat(at.xero.ledger().refreshes()).isZero();
        }
    }

    @Test
    void connections_endedAfterALossAndAnotherConsent_isNotFound() {
        disconnect_grantThatXeroRefuses_endsItHere();
        at.connect();
        at.auth.disconnect(Connected.GRANT);

        assertThatThrownBy(() -> at.auth.connections(Connected.GRANT)).isInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void complete_afterTheGrantEnded_beginsAnewWithoutTheTenantsFromBefore() throws Exception {
        at.connect(at.bakery());
        at.event(GrantConnected.class);
        at.auth.disconnect(Connected.GRANT);

        assertThat(at.connect(at.cycles()).connections())
                .extracting(Connection::tenantId)
                .containsExactly(at.cycles());
        assertThat(at.event(GrantConnected.class).again()).isFalse();
    }

    private Connection connection(TenantId tenant) {
        return at.auth.connections(Connected.GRANT).stream()
                .filter(each -> each.tenantId().equals(tenant))
                .findFirst()
                .orElseThrow();
    }

    private int lists() {
        return (int) at.xero.ledger().entries().stream()
                .filter(entry -> entry.what().equals("GET /connections"))
                .count();
    }
}
