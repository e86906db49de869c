package dev.xeroauth.testkit;

import dev.xeroauth.TenantId;
import dev.xeroauth.testkit.internal.identity.Identity;
import dev.xeroauth.testkit.internal.identity.Person;
import java.net.URI;
import java.util.List;
import java.util.UUID;

/** The part of a {@link FakeXero} that is about its users: what they allow, and what they end again. Thread-safe. */
abstract class FakeXeroUsers {

    private final Browser browser = new Browser();
    private final Identity identity;

    FakeXeroUsers(Identity identity) {
        this.identity = identity;
    }

    /**
     * The user that every fake knows, who may connect every organisation.
     *
     * @return the first of {@link #users()}
     */
    public FakeUser user() {
        return identity.directory().first().user();
    }

    /**
     * Everybody who can sign in.
     *
     * @return in the order of the builder, behind {@link #user()}
     */
    public List<FakeUser> users() {
        return identity.directory().people().stream().map(Person::user).toList();
    }

    /**
     * What a browser does when the first user allows access to every organisation.
     *
     * @param consentUrl where the application sends the browser
     * @return where Xero sends it back to, with code and state
     * @throws IllegalStateException if the page is not the consent page, as for a wrong client id or redirect URI
     */
    public URI approve(URI consentUrl) {
        return approve(consentUrl, user());
    }

    /**
     * What a browser does when the first user allows access to some organisations.
     *
     * @param consentUrl where the application sends the browser
     * @param tenants those that the user ticks
     * @return where Xero sends it back to, with code and state
     * @throws IllegalStateException if the page is not the consent page, as for a wrong client id or redirect URI
     */
    public URI approve(URI consentUrl, TenantId... tenants) {
        return approve(consentUrl, user(), tenants);
    }

    /**
     * What a browser does when a user allows access to every organisation that this user may connect.
     *
     * @param consentUrl where the application sends the browser
     * @param user who is signed in
     * @return where Xero sends it back to, with code and state
     * @throws IllegalStateException if the page is not the consent page, as for a wrong client id or redirect URI
     * @throws IllegalArgumentException if this is no user of this fake
     */
    public URI approve(URI consentUrl, FakeUser user) {
        return browser.allow(
                consentUrl,
                user,
                person(user).tenants().stream()
                        .map(tenant -> new TenantId(tenant.id()))
                        .toList());
    }

    /**
     * What a browser does when a user allows access to some organisations.
     *
     * @param consentUrl where the application sends the browser
     * @param user who is signed in
     * @param tenants those that the user ticks
     * @return where Xero sends it back to, with code and state
     * @throws IllegalStateException if the page is not the consent page, as for a wrong client id or redirect URI, or the user
     *     may not connect one of the organisations
     * @throws IllegalArgumentException if this is no user of this fake
     */
    public URI approve(URI consentUrl, FakeUser user, TenantId... tenants) {
        return browser.allow(consentUrl, person(user).user(), List.of(tenants));
    }

    /**
     * What a browser does when the first user allows access and has unticked every organisation. A code comes back, and its
     * tokens have no connection of this consent.
     *
     * @param consentUrl where the application sends the browser
     * @return where Xero sends it back to, with code and state
     * @throws IllegalStateException if the page is not the consent page, as for a wrong client id or redirect URI
     */
    public URI approveNothing(URI consentUrl) {
        return browser.allow(consentUrl, user(), List.of());
    }

    /**
     * What a browser does when its user says no.
     *
     * @param consentUrl where the application sends the browser
     * @return where Xero sends it back to, with {@code error=access_denied}
     * @throws IllegalStateException if the page is not the consent page, as for a wrong client id or redirect URI
     */
    public URI deny(URI consentUrl) {
        return browser.cancel(consentUrl);
    }

    /**
     * Whether Xero would accept a refresh token now. Asking changes nothing.
     *
     * @param refreshToken any text
     * @return true if presenting it would give tokens
     */
    public boolean accepts(String refreshToken) {
        return identity.accepts(refreshToken);
    }

    /** Makes the API answer 401 to every access token that was issued so far. A refresh cures it. */
    public void refuseAccessTokens() {
        identity.refuseAccessTokens();
    }

    /** Every user disconnects everything at Xero: no token works any more, and a refresh gets {@code invalid_grant}. */
    public void revokeAll() {
        identity.revokeAll(whose -> true);
    }

    /**
     * One user disconnects everything at Xero, from every app. What other users have connected goes on.
     *
     * @param user whose tokens and connections end
     * @throws IllegalArgumentException if this is no user of this fake
     */
    public void revoke(FakeUser user) {
        UUID userId = person(user).user().id();
        identity.revokeAll(whose -> whose.userId().equals(userId));
    }

    /**
     * One organisation is disconnected at Xero, by every user who has connected it. The others go on.
     *
     * @param tenantId which one
     */
    public void disconnect(TenantId tenantId) {
        identity.disconnect(connection -> connection.tenantId().equals(tenantId.value()));
    }

    /**
     * Signs the next ID token with another key. Those that were used before stay published beside it.
     */
    public void rotateSigningKey() {
        identity.keys().rotate();
    }

    private Person person(FakeUser user) {
        return identity.directory()
                .person(user.id())
                .orElseThrow(() -> new IllegalArgumentException("There is no " + user));
    }
}
