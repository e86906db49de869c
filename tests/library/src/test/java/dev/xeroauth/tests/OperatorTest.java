package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.Connection;
import dev.xeroauth.GrantDescription;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way of an operator through the public API, with a Xero at the other end. */
class OperatorTest {

    private final Connected at = new Connected();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void describe_connected_namesTheTenantsByIdAndAsksXeroNothing() {
        at.connect();
        int requests = at.xero.ledger().requests(Endpoint.TOKEN);

        GrantDescription found = at.auth.describe(Connected.GRANT);

        assertThat(found.connections().orElseThrow())
                .extracting(Connection::tenantId)
                .containsExactly(at.bakery(), at.cycles());
        assertThat(found.connections().orElseThrow())
                .extracting(Connection::name)
                .allMatch(name -> name.isEmpty());
        assertThat(found.xeroUserId()).isPresent();
        assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isEqualTo(requests);
        String token = at.auth.accessToken(Connected.GRANT).value();
        assertThat(found.toString()).doesNotContain(token, "Bakery", "Cycles");
    }

    @Test
    void retry_revokedAndThenConsentedAgain_followsWhatXeroSays() {
        at.connect();
        at.time.advance(Duration.ofMinutes(5));
        at.xero.revokeAll();
        assertThat(at.auth.retry(Connected.GRANT).status()).isEqualTo(GrantStatus.SUSPECT);
        at.time.advance(Duration.ofSeconds(30));
        assertThat(at.auth.disconnected()).isEmpty();
        assertThat(at.auth.retry(Connected.GRANT).status()).isEqualTo(GrantStatus.DISCONNECTED);
        assertThat(at.auth.disconnected()).containsExactly(Connected.GRANT);
        assertThat(at.auth.retry(Connected.GRANT).status()).isEqualTo(GrantStatus.DISCONNECTED);

        at.connect();

        assertThat(at.auth.disconnected()).isEmpty();
        assertThat(at.auth.grants()).containsExactly(Connected.GRANT);
        assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.CONNECTED);
    }

    @Test
    void retry_xeroDownAndUpAgain_needsNotWaitForTheNextAttempt() {
        at.connect();
        at.time.advance(Duration.ofMinutes(29));
        at.xero.next(Endpoint.TOKEN, Fault.answer(503, "text/html", "<h1>Down</h1>"));
        GrantDescription failed = at.auth.retry(Connected.GRANT);
        assertThat(failed.failures()).isEqualTo(1);
        assertThat(failed.lastError().orElseThrow()).contains("503").doesNotContain("Down");

        GrantDescription mended = at.auth.retry(Connected.GRANT);

        assertThat(mended.failures()).isZero();
        assertThat(mended.lastError()).isEmpty();
        assertThat(mended.lastRefreshedAt()).isAfter(failed.lastRefreshedAt());
        assertThat(mended.confirmAt()).isPresent();
    }
}
