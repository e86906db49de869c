package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantDescription;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.spi.Lane;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A process ends between storing a consent's tokens and reading its tenants. */
class ConsentCrashTest {

    private static final Fault DOWN = Fault.answer(503, "text/html", "");

    private final Connected at = new Connected();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void keeper_tenantsWereNeverRead_readsThemOnce() {
        leaveHalfDone();
        int asked = asked();
        try (XeroAuth other = at.instance().withoutKeeper().build()) {
            other.keeper().runOnce();
            assertThat(asked()).isEqualTo(asked);

            at.time.advance(Duration.ofSeconds(30));
            other.keeper().runOnce();
            other.keeper().runOnce();

            assertThat(asked() - asked).isEqualTo(1);
            GrantDescription description = other.describe(Connected.GRANT);
            assertThat(description.connections().orElseThrow())
                    .extracting(Connection::tenantId)
                    .containsExactly(at.bakery(), at.cycles());
            assertThat(description.lane()).isEqualTo(Lane.ROUTINE);
            assertThat(at.xero.ledger().refreshes()).isZero();
        }
    }

    @Test
    void keeper_xeroDoesNotTellEither_comesBackInItsNextRound() {
        leaveHalfDone();
        at.time.advance(Duration.ofSeconds(30));
        at.xero.next(Endpoint.CONNECTIONS, DOWN, DOWN, DOWN);
        try (XeroAuth other = at.instance().withoutKeeper().build()) {
            assertThat(other.keeper().runOnce().failed()).isEqualTo(1);

            other.keeper().runOnce();

            assertThat(other.describe(Connected.GRANT).connections()).isPresent();
        }
    }

    @Test
    void keeper_secondConsentWasLeft_keepsTheTenantsOfTheFirstMeanwhile() throws Exception {
        at.connect(at.bakery());
        at.xero.next(Endpoint.CONNECTIONS, DOWN, DOWN, DOWN);
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url(), at.cycles());
        assertThatThrownBy(() -> at.auth.consent().complete(request, callback))
                .isInstanceOf(ConnectionsUnavailableException.class);
        int asked = asked();
        Requests requests = new Requests(at);

        assertThat(requests.status(at.auth, at.bakery())).isEqualTo(200);
        assertThat(asked()).isEqualTo(asked);
        assertThat(requests.status(at.auth, at.cycles())).isEqualTo(200);
        assertThat(asked() - asked).isEqualTo(1);
    }

    @Test
    void complete_xeroListsTheTenantsAMomentLater_looksAgain() {
        Fault empty = Fault.answer(200, "application/json", "[]");
        at.xero.next(Endpoint.CONNECTIONS, empty, empty);

        assertThat(at.connect().connections()).hasSize(2);
        assertThat(asked()).isEqualTo(3);
        assertThat(at.auth.describe(Connected.GRANT).lane()).isEqualTo(Lane.ROUTINE);
    }

    private void leaveHalfDone() {
        ConsentRequest request = at.begin();
        URI callback = at.xero.approve(request.url());
        at.xero.next(Endpoint.CONNECTIONS, DOWN, DOWN, DOWN);
        try (XeroAuth dying = at.instance().withoutKeeper().build()) {
            assertThatThrownBy(() -> dying.consent().complete(request, callback))
                    .isInstanceOf(ConnectionsUnavailableException.class);
        }
        assertThat(List.of(at.auth.describe(Connected.GRANT).lane())).containsExactly(Lane.RESCUE);
    }

    private int asked() {
        return at.xero.ledger().requests(Endpoint.CONNECTIONS);
    }
}
