package dev.xeroauth;

import dev.xeroauth.ConsentException.Reason;
import dev.xeroauth.internal.consent.BroadScopes;
import dev.xeroauth.internal.consent.Callback;
import dev.xeroauth.internal.consent.ConsentSeal;
import dev.xeroauth.internal.consent.Denials;
import dev.xeroauth.internal.consent.PendingConsent;
import dev.xeroauth.internal.consent.Pkce;
import dev.xeroauth.internal.consent.RedirectUris;
import dev.xeroauth.internal.engine.CompletedConsent;
import dev.xeroauth.internal.engine.Consents;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.Tenants;
import dev.xeroauth.internal.identity.IdTokens;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import okhttp3.HttpUrl;

/**
 * Everything between "Connect to Xero" and a working grant: {@code state} and PKCE (RFC 7636, S256) always, and the tokens
 * stored before anything else is done with them. Thread-safe.
 *
 * <pre>{@code
 * ConsentRequest request = auth.consent().begin(grantId, redirectUri, Scopes.of(ACCOUNTING_INVOICES_READ, OFFLINE_ACCESS));
 * // keep request.sealed() in a cookie, redirect to request.url(); and when the browser is back, say whose consent it has
 * // to be, as a cookie that somebody planted would complete another's:
 * ConsentResult result = auth.consent().complete(auth.consent().resume(grantId, cookie), callbackUrl);
 * }</pre>
 */
public final class ConsentFlow {

    private static final Duration LIFETIME = Duration.ofMinutes(10);

    private final XeroApp app;
    private final XeroEndpoints endpoints;
    private final Machinery with;
    private final ConsentSeal seal;
    private final Consents consents;
    private final Tenants tenants;
    private final Supplier<IdTokens> identity;

    ConsentFlow(
            XeroApp app,
            XeroEndpoints endpoints,
            Machinery with,
            ConsentSeal seal,
            Consents consents,
            Tenants tenants,
            Supplier<IdTokens> identity) {
        this.app = app;
        this.endpoints = endpoints;
        this.with = with;
        this.seal = seal;
        this.consents = consents;
        this.tenants = tenants;
        this.identity = identity;
    }

    /**
     * Begins a consent. Nothing is stored and nobody is asked: everything is in what is returned.
     *
     * @param grantId the grant to be made, or to be connected again
     * @param redirectUri where Xero sends the browser back to; one that is registered with the app, letter by letter
     * @param scopes what to ask the user for
     * @return where to send the browser, and what to keep meanwhile
     * @throws IllegalArgumentException if Xero would refuse the redirect URI
     * @throws SealedRecordException if there is no key to seal with
     */
    public ConsentRequest begin(GrantId grantId, URI redirectUri, Scopes scopes) {
        return begin(grantId, redirectUri, scopes, ConsentOptions.none());
    }

    /**
     * The same with options.
     *
     * @param grantId the grant to be made, or to be connected again
     * @param redirectUri where Xero sends the browser back to; one that is registered with the app, letter by letter
     * @param scopes what to ask the user for
     * @param options what else counts
     * @return where to send the browser, and what to keep meanwhile
     * @throws IllegalArgumentException if Xero would refuse the redirect URI
     * @throws SealedRecordException if there is no key to seal with
     */
    public ConsentRequest begin(GrantId grantId, URI redirectUri, Scopes scopes, ConsentOptions options) {
        BroadScopes.IN_THIS_PROCESS.warnOf(scopes);
        PendingConsent pending = new PendingConsent(
                grantId,
                with.nonce(),
                with.nonce(),
                Pkce.random(with.random()),
                RedirectUris.checked(redirectUri),
                scopes.toString(),
                options,
                with.time().now().plus(LIFETIME));
        return request(pending, seal.seal(pending));
    }

    /**
     * Takes up a consent from the text that was kept, in this process or another one with the same keys.
     *
     * @param sealed {@link ConsentRequest#sealed()}
     * @return the same request again
     * @throws ConsentException with {@link Reason#EXPIRED_OR_CHANGED} if the text was changed, comes from another
     *     installation, or is older than ten minutes
     */
    public ConsentRequest resume(String sealed) {
        return request(pending(sealed), sealed);
    }

    /**
     * The same where the application knows whose consent it has to be, from its own login for example: a text that was made for
     * another grant is refused.
     *
     * @param grantId the grant that the consent has to be for
     * @param sealed {@link ConsentRequest#sealed()}
     * @return the same request again
     * @throws ConsentException what {@link #resume(String)} throws, and with {@link Reason#OTHER_GRANT}
     */
    public ConsentRequest resume(GrantId grantId, String sealed) {
        ConsentRequest request = resume(sealed);
        if (!request.grantId().equals(grantId)) {
            throw new ConsentException(
                    Reason.OTHER_GRANT,
                    "This consent began for the grant '" + request.grantId() + "' and comes back for '" + grantId
                            + "': it was swapped on its way. Let the user begin again",
                    null);
        }
        return request;
    }

    /**
     * Completes a consent: checks that the callback belongs to it, exchanges the code, stores the tokens, checks the ID token
     * if there is one, and then reads which tenants the grant reaches. Blocks, some seconds as a rule. What a crash leaves after
     * the tokens are stored, the keeper of another process finishes.
     *
     * @param request the consent, begun or resumed
     * @param callbackUrl the address that the browser came back to, with its query
     * @return the grant and its tenants
     * @throws ConsentException if it did not come about, with the reason
     * @throws IdTokenException if {@link Scope#OPENID} was asked for and nobody can tell from Xero's answer who consented; the
     *     tokens are stored, as they come from Xero all the same, and the grant can be used. Only with {@link
     *     IdTokenException.Reason#KEYS_UNAVAILABLE} nothing has happened as a rule, and the same callback can be completed again
     * @throws AppRejectedException if Xero does not accept the application
     * @throws StoreException if the tokens could not be stored; the user has to consent again
     * @throws ConnectionsUnavailableException if the tokens are stored and Xero does not tell the tenants; the grant can be
     *     used
     */
    public ConsentResult complete(ConsentRequest request, URI callbackUrl) {
        PendingConsent pending = pending(request.sealed());
        String code = code(pending, Callback.of(callbackUrl));
        if (pending.wantsIdentity()) {
            identity.get().requireKeys();
        }
        CompletedConsent completed = consents.complete(pending, code);
        Optional<XeroUser> user = pending.wantsIdentity()
                ? Optional.of(identity.get().verify(completed.tokens().idToken().orElse(""), pending.nonce()))
                : Optional.empty();
        List<Connection> connections =
                tenants.readFor(pending.grantId(), completed.claims().authEventId());
        if (connections.isEmpty()) {
            throw new ConsentException(
                    Reason.NO_TENANTS,
                    "The user allowed access to no organisation. The grant '" + pending.grantId()
                            + "' is stored and reaches none; let the user begin again and choose one",
                    null);
        }
        return new ConsentResult(pending.grantId(), connections, completed.before(), completed.anotherUser(), user);
    }

    private PendingConsent pending(String sealed) {
        Instant now = with.time().now();
        return seal.open(sealed)
                .filter(pending -> now.isBefore(pending.until()))
                .orElseThrow(() -> new ConsentException(
                        Reason.EXPIRED_OR_CHANGED,
                        "This consent is not valid: it began more than ten minutes ago, was changed on its way, or was"
                                + " sealed with a key or in an environment that this instance lacks. Let the user begin"
                                + " again",
                        null));
    }

    /** State first: a callback that is not ours says nothing. */
    private static String code(PendingConsent pending, Callback callback) {
        if (!callback.state().filter(state -> same(state, pending.state())).isPresent()) {
            throw new ConsentException(
                    Reason.STATE_MISMATCH,
                    "The callback does not belong to the consent for '" + pending.grantId() + "': it was forged, or"
                            + " belongs to a consent that began later or in another browser. Let the user begin again",
                    null);
        }
        Optional<String> error = callback.error();
        if (error.isPresent()) {
            throw Denials.of(error.get());
        }
        return callback.code()
                .orElseThrow(() -> new ConsentException(
                        Reason.UNREADABLE_CALLBACK,
                        "The callback holds neither a code nor an error: pass the address with its whole query",
                        null));
    }

    private static boolean same(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }

    private ConsentRequest request(PendingConsent pending, String sealed) {
        HttpUrl.Builder url = HttpUrl.get(endpoints.authorize())
                .newBuilder()
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", app.clientId())
                .addQueryParameter("redirect_uri", pending.redirectUri().toString())
                .addQueryParameter("scope", pending.scopes())
                .addQueryParameter("state", pending.state())
                .addQueryParameter("nonce", pending.nonce())
                .addQueryParameter("code_challenge", pending.pkce().challenge())
                .addQueryParameter("code_challenge_method", Pkce.METHOD);
        pending.options().acrValues().ifPresent(values -> url.addQueryParameter("acr_values", values));
        return new ConsentRequest(pending.grantId(), url.build().uri(), sealed);
    }
}
