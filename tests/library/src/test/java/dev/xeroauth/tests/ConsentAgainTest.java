package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.xeroauth.Connection;
import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentException.Reason;
import dev.xeroauth.ConsentOptions;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.GrantConnected;
import dev.xeroauth.GrantId;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.KeyRing;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.testkit.Endpoint;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A consent over a grant that is there already. */
class ConsentAgainTest {

    private final Connected at =
            new Connected(new InMemoryTokenStore(), fake -> fake.user("kim@example.com", "Kim", "Ledger"));

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void complete_again_beginsANewChainAndKeepsTheTenantsOfBothConsents() throws InterruptedException {
        at.connect(at.bakery());
        String before = at.auth.accessToken(Connected.GRANT).value();

        ConsentResult again = at.connect(at.cycles());

        assertThat(again.connections()).extracting(Connection::tenantId).containsExactly(at.bakery(), at.cycles());
        assertThat(at.auth.accessToken(Connected.GRANT).value()).isNotEqualTo(before);
        at.event(GrantConnected.class);
        assertThat(at.event(GrantConnected.class)).isEqualTo(new GrantConnected(Connected.GRANT, true));
    }

    @Test
    void complete_sameUserForAnotherGrant_doesNotReachTheOthersTenants() {
        at.connect(at.bakery());
        GrantId other = GrantId.of("customer-7");
        ConsentRequest request = at.auth.consent().begin(other, Connected.CALLBACK, Connected.SCOPES);

        ConsentResult result = at.auth.consent().complete(request, at.xero.approve(request.url(), at.cycles()));

        assertThat(result.onlyConnection().tenantId()).isEqualTo(at.cycles());
        assertThat(at.auth.connections(Connected.GRANT))
                .extracting(Connection::tenantId)
                .containsExactly(at.bakery());
    }

    @Test
    void complete_again_tellsWhatWasGainedAndLost() {
        assertThat(at.connect(at.bakery()).gained())
                .extracting(Connection::tenantId)
                .containsExactly(at.bakery());
        at.xero.disconnect(at.bakery());

        ConsentResult again = at.connect(at.cycles());

        assertThat(again.gained()).extracting(Connection::tenantId).containsExactly(at.cycles());
        assertThat(again.lost()).extracting(Connection::tenantId).containsExactly(at.bakery());
        assertThat(again.anotherUser()).isFalse();
        assertThat(again.user()).isEmpty();
    }

    @Test
    void complete_anotherUserComesBack_isToldAndReachesHisTenantsAlone() {
        at.connect(at.bakery());

        ConsentResult result = byKim(ConsentOptions.none());

        assertThat(result.anotherUser()).isTrue();
        assertThat(result.connections()).extracting(Connection::tenantId).containsExactly(at.cycles());
        assertThat(result.lost()).extracting(Connection::tenantId).containsExactly(at.bakery());
        assertThat(at.auth.describe(Connected.GRANT).xeroUserId())
                .contains(at.xero.users().get(1).id());
    }

    @Test
    void complete_anotherUserIsRefused_leavesTheGrantAsItWas() {
        at.connect(at.bakery());
        String before = at.auth.accessToken(Connected.GRANT).value();

        assertThatThrownBy(() -> byKim(ConsentOptions.none().refuseAnotherUser()))
                .asInstanceOf(type(ConsentException.class))
                .extracting(ConsentException::reason)
                .isEqualTo(Reason.ANOTHER_USER);

        assertThat(at.auth.accessToken(Connected.GRANT).value()).isEqualTo(before);
        assertThat(at.auth.refreshConnections(Connected.GRANT))
                .extracting(Connection::tenantId)
                .containsExactly(at.bakery());
    }

    @Test
    void complete_anotherUserIsRefusedAndNobodyKnowsWhoWasThere_isRefusedBeforeTheExchange() {
        at.connect(at.bakery());
        byte[] key = new byte[32];
        key[0] = 2;
        try (XeroAuth auth =
                at.instance().encryption(KeyRing.of("2027-01", key)).build()) {
            ConsentOptions same = ConsentOptions.none().refuseAnotherUser();
            ConsentRequest request = auth.consent().begin(Connected.GRANT, Connected.CALLBACK, Connected.SCOPES, same);
            URI callback = at.xero.approve(request.url());
            int tokens = at.xero.ledger().requests(Endpoint.TOKEN);

            assertThatThrownBy(() -> auth.consent().complete(request, callback))
                    .isInstanceOf(SealedRecordException.class);
            assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isEqualTo(tokens);
        }
    }

    @Test
    void complete_keyOfTheOldRecordIsGone_takesItsPlace() {
        at.connect();
        byte[] key = new byte[32];
        key[0] = 2;
        try (XeroAuth auth =
                at.instance().encryption(KeyRing.of("2027-01", key)).build()) {
            ConsentRequest request = auth.consent().begin(Connected.GRANT, Connected.CALLBACK, Connected.SCOPES);
            auth.consent().complete(request, at.xero.approve(request.url()));
            assertThat(auth.accessToken(Connected.GRANT).value()).isNotEmpty();
        }
    }

    private ConsentResult byKim(ConsentOptions options) {
        ConsentRequest request =
                at.auth.consent().begin(Connected.GRANT, Connected.CALLBACK, Connected.SCOPES, options);
        URI callback = at.xero.approve(request.url(), at.xero.users().get(1), at.cycles());
        return at.auth.consent().complete(request, callback);
    }
}
