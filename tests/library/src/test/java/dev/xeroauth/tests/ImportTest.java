package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.xeroauth.Connection;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.GrantDescription;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.InsecureTokenExport;
import dev.xeroauth.TenantId;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.TokenImportException;
import dev.xeroauth.TokenImportException.Reason;
import dev.xeroauth.TokenSet;
import dev.xeroauth.XeroException;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ImportTest {

    private static final GrantId IMPORTED = GrantId.of("imported");
    private static final GrantId OTHER = GrantId.of("customer-7");
    private static final Fault DOWN = Fault.answer(503, "text/html", "");

    private final Connected at = new Connected();

    @AfterEach
    void close() {
        at.close();
    }

    @Test
    void importTokens_ofAnotherTool_becomeAGrantThatIsRefreshedOnItsOwn() {
        TokenSet tokens = elsewhere(at.bakery(), at.cycles());

        GrantDescription imported = at.auth.importTokens(IMPORTED, tokens);

        assertThat(imported.status()).isEqualTo(GrantStatus.CONNECTED);
        assertThat(tenants(imported)).containsExactly(at.bakery(), at.cycles());
        assertThat(imported.xeroUserId()).contains(at.xero.user().id());
        assertThat(at.xero.ledger().refreshes()).isEqualTo(1);
        assertThat(at.auth.accessToken(IMPORTED).value()).isNotEqualTo(tokens.accessToken());
        at.time.advance(Duration.ofMinutes(31));
        assertThat(at.auth.accessToken(IMPORTED).value()).isNotEmpty();
    }

    @Test
    void importTokens_refreshTokenAlone_isEnough() {
        TokenSet tokens = elsewhere(at.bakery());

        GrantDescription imported = at.auth.importTokens(
                IMPORTED, TokenSet.ofRefreshToken(tokens.refreshToken().orElseThrow()));

        assertThat(tenants(imported)).containsExactly(at.bakery());
    }

    @Test
    void importTokens_chosenTenants_areTheGrantsAndNoOthers() {
        TokenSet tokens = elsewhere(at.bakery(), at.cycles());

        GrantDescription imported = at.auth.importTokens(IMPORTED, tokens, Set.of(at.cycles()));

        assertThat(tenants(imported)).containsExactly(at.cycles());
        assertThat(at.auth.refreshConnections(IMPORTED))
                .extracting(Connection::tenantId)
                .containsExactly(at.cycles());
        assertThat(new Requests(at).problem(at.auth, IMPORTED, at.bakery()))
                .isInstanceOf(TenantNotReachableException.class);
    }

    @Test
    void importTokens_chosenTenantsOfTwoConsents_areAllFound() {
        elsewhere(at.bakery());
        TokenSet tokens = elsewhere(at.cycles());

        assertThat(tenants(at.auth.importTokens(IMPORTED, tokens, Set.of(at.bakery(), at.cycles()))))
                .containsExactlyInAnyOrder(at.bakery(), at.cycles());
        assertThat(at.auth.refreshConnections(IMPORTED)).hasSize(2);
    }

    @Test
    void importTokens_noneOfTheChosenTenants_isRefusedAndGoesOnWithOthers() {
        TokenSet tokens = elsewhere(at.bakery());
        Set<TenantId> wrong = Set.of(new TenantId(new UUID(1, 2)));

        refused(tokens, Optional.of(wrong), Reason.NO_TENANTS);

        assertThat(tenants(at.auth.importTokens(IMPORTED, tokens, Set.of(at.bakery()))))
                .containsExactly(at.bakery());
    }

    @Test
    void importTokens_xeroIsAway_goesOnWhereItIsCalledAgain() {
        TokenSet tokens = elsewhere(at.bakery(), at.cycles());
        at.xero.next(Endpoint.TOKEN, DOWN);

        GrantDescription waiting = at.auth.importTokens(IMPORTED, tokens, Set.of(at.bakery()));
        assertThat(waiting.lastError()).isPresent();
        assertThat(waiting.dueAt()).isPresent();
        assertThat(new Requests(at).problem(at.auth, IMPORTED, at.bakery()))
                .isInstanceOf(TenantNotReachableException.class);
        at.time.advance(Duration.ofMinutes(5));

        assertThat(tenants(at.auth.importTokens(IMPORTED, tokens, Set.of(at.bakery()))))
                .containsExactly(at.bakery());
    }

    @Test
    void keeper_importThatXeroHasNotAnswered_takesNothingOfTheUsersOtherCustomers() {
        TokenSet tokens = elsewhere(at.bakery());
        at.connect(OTHER, at.cycles());
        interruptedImport(TokenSet.ofRefreshToken(tokens.refreshToken().orElseThrow()));

        at.auth.keeper().runOnce();

        assertThat(at.auth.refreshConnections(IMPORTED))
                .extracting(Connection::tenantId)
                .containsExactly(at.bakery());
        at.auth.disconnect(IMPORTED);
        assertThat(at.auth.refreshConnections(OTHER))
                .extracting(Connection::tenantId)
                .containsExactly(at.cycles());
    }

    @Test
    void disconnect_importThatXeroHasNotAnswered_leavesTheUsersOtherCustomers() {
        TokenSet tokens = elsewhere(at.bakery());
        at.connect(OTHER, at.cycles());
        interruptedImport(TokenSet.ofRefreshToken(tokens.refreshToken().orElseThrow()));

        at.auth.disconnect(IMPORTED);

        assertThat(at.auth.refreshConnections(OTHER))
                .extracting(Connection::tenantId)
                .containsExactly(at.cycles());
    }

    @Test
    void importTokens_goesOnWithTenantsChosen_getsThoseAlone() {
        TokenSet tokens = elsewhere(at.bakery(), at.cycles());
        interruptedImport(tokens);

        assertThat(tenants(at.auth.importTokens(IMPORTED, tokens, Set.of(at.bakery()))))
                .containsExactly(at.bakery());
        assertThat(at.auth.refreshConnections(IMPORTED)).hasSize(1);
    }

    @Test
    void importTokens_goesOnWithoutTheChoice_getsThoseOfTheConsent() {
        TokenSet tokens = elsewhere(at.bakery());
        refused(tokens, Optional.of(Set.of(at.cycles())), Reason.NO_TENANTS);

        assertThat(tenants(at.auth.importTokens(IMPORTED, tokens))).containsExactly(at.bakery());
    }

    @Test
    void importTokens_overAConsentWhoseTenantsAreUnread_isRefused() {
        TokenSet tokens = elsewhere(at.bakery());
        ConsentRequest request = at.auth.consent().begin(IMPORTED, Connected.CALLBACK, Connected.SCOPES);
        URI callback = at.xero.approve(request.url(), at.cycles());
        at.xero.next(Endpoint.CONNECTIONS, DOWN, DOWN, DOWN);
        assertThatThrownBy(() -> at.auth.consent().complete(request, callback))
                .isInstanceOf(ConnectionsUnavailableException.class);

        refused(tokens, Optional.empty(), Reason.GRANT_EXISTS);
        refused(tokens, Optional.of(Set.of(at.bakery())), Reason.GRANT_EXISTS);

        assertThat(at.xero.ledger().refreshes()).isZero();
    }

    @Test
    void importTokens_overADisconnectedGrant_leavesItAsItIs() {
        TokenSet tokens = elsewhere(at.bakery());
        at.auth.importTokens(IMPORTED, tokens);
        at.xero.revokeAll();
        at.time.advance(Duration.ofMinutes(31));
        assertThatThrownBy(() -> at.auth.accessToken(IMPORTED)).isInstanceOf(XeroException.class);
        at.time.advance(Duration.ofSeconds(31));
        assertThatThrownBy(() -> at.auth.accessToken(IMPORTED)).isInstanceOf(GrantDisconnectedException.class);

        refused(tokens, Optional.empty(), Reason.GRANT_EXISTS);

        assertThat(at.auth.disconnected()).containsExactly(IMPORTED);
    }

    /** Until the keeper may ask again. */
    private void interruptedImport(TokenSet tokens) {
        at.xero.next(Endpoint.TOKEN, DOWN);
        assertThat(at.auth.importTokens(IMPORTED, tokens).lastError()).isPresent();
        at.time.advance(Duration.ofMinutes(5));
    }

    @Test
    void importTokens_twice_doesNotOverwriteNewerTokens() {
        TokenSet tokens = elsewhere(at.bakery());
        at.auth.importTokens(IMPORTED, tokens);
        String before = at.auth.accessToken(IMPORTED).value();

        refused(tokens, Optional.empty(), Reason.GRANT_EXISTS);

        assertThat(at.auth.accessToken(IMPORTED).value()).isEqualTo(before);
    }

    @Test
    void importTokens_deadToken_isRefusedAndLeavesNothing() {
        TokenSet tokens = elsewhere(at.bakery());
        at.xero.revokeAll();

        refused(tokens, Optional.empty(), Reason.REFUSED);

        assertThat(at.auth.describe(IMPORTED).status()).isEqualTo(GrantStatus.ENDED);
        assertThat(tenants(at.auth.importTokens(IMPORTED, elsewhere(at.bakery()))))
                .containsExactly(at.bakery());
    }

    @Test
    void importTokens_ofAnotherApp_areRefusedWithoutAskingXero() {
        int calls = at.xero.ledger().entries().size();
        String claims = "{\"client_id\":\"0123456789ABCDEF0123456789ABCDEF\"}";
        String access = "e30." + Base64.getUrlEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";
        TokenSet tokens =
                new TokenSet(access, Optional.of("r3fr3sh-token"), Duration.ofMinutes(30), Set.of(), Optional.empty());

        refused(tokens, Optional.empty(), Reason.OTHER_APP);

        assertThat(at.xero.ledger().entries()).hasSize(calls);
        assertThatThrownBy(() -> at.auth.describe(IMPORTED)).isInstanceOf(GrantNotFoundException.class);
    }

    @Test
    void importTokens_withoutARefreshToken_saysWhatIsMissing() {
        TokenSet tokens = new TokenSet("a", Optional.empty(), Duration.ofMinutes(30), Set.of(), Optional.empty());

        assertThatThrownBy(() -> at.auth.importTokens(IMPORTED, tokens))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("offline_access");
    }

    @Test
    void export_grant_isWhatWasImported() {
        at.connect();
        at.time.advance(Duration.ofMinutes(10));

        TokenSet tokens = InsecureTokenExport.export(at.auth, Connected.GRANT);

        assertThat(tokens.accessToken())
                .isEqualTo(at.auth.accessToken(Connected.GRANT).value());
        assertThat(at.xero.accepts(tokens.refreshToken().orElseThrow())).isTrue();
        assertThat(tokens.lifetime()).isEqualTo(Duration.ofMinutes(20));
        assertThat(tokens.scopes()).containsExactlyInAnyOrder("accounting.invoices.read", "offline_access");
        assertThat(tokens.toString()).doesNotContain(tokens.accessToken());
    }

    @Test
    void export_ended_isNotFound() {
        at.connect();
        at.auth.disconnect(Connected.GRANT);

        assertThatThrownBy(() -> InsecureTokenExport.export(at.auth, Connected.GRANT))
                .isInstanceOf(GrantNotFoundException.class);
    }

    /** Tokens that somebody else has of the same app: those of a grant that is forgotten here. */
    private TokenSet elsewhere(TenantId... tenants) {
        at.connect(tenants);
        TokenSet tokens = InsecureTokenExport.export(at.auth, Connected.GRANT);
        at.store.delete(
                Connected.GRANT, at.store.find(Connected.GRANT).orElseThrow().revision());
        return tokens;
    }

    private void refused(TokenSet tokens, Optional<Set<TenantId>> chosen, Reason reason) {
        assertThatThrownBy(() -> {
                    if (chosen.isPresent()) {
                        at.auth.importTokens(IMPORTED, tokens, chosen.get());
                    } else {
                        at.auth.importTokens(IMPORTED, tokens);
                    }
                })
                .asInstanceOf(type(TokenImportException.class))
                .satisfies(e -> assertThat(e)
                        .message()
                        .doesNotContain(tokens.refreshToken().orElseThrow()))
                .extracting(TokenImportException::reason)
                .isEqualTo(reason);
    }

    private static List<TenantId> tenants(GrantDescription description) {
        return description.connections().orElseThrow().stream()
                .map(Connection::tenantId)
                .toList();
    }
}
