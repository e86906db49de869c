package dev.xeroauth;

import dev.xeroauth.ConsentException.Reason;
import dev.xeroauth.internal.consent.Callback;
import dev.xeroauth.internal.consent.ConsentSeal;
import dev.xeroauth.internal.consent.PendingConsent;
import dev.xeroauth.internal.consent.Pkce;
import dev.xeroauth.internal.consent.RedirectUris;
import dev.xeroauth.internal.engine.Consents;
import dev.xeroauth.internal.engine.Machinery;
import dev.xeroauth.internal.engine.Tenants;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * Everything between "Connect to Xero" and a working grant: {@code state} and PKCE (RFC 7636, S256) always, and the tokens
 * stored before anything else is done with them. Thread-safe.
 *
 * <pre>{@code
 * ConsentRequest request = auth.consent().begin(grantId, redirectUri, Scopes.of(ACCOUNTING_INVOICES_READ, OFFLINE_ACCESS));
 * // keep request.sealed() in a cookie, redirect to request.url(); and when the browser is back:
 * ConsentResult result = auth.consent().complete(auth.consent().resume(cookie), callbackUrl);
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

    ConsentFlow(
            XeroApp app,
            XeroEndpoints endpoints,
            Machinery with,
            ConsentSeal seal,
            Consents consents,
            Tenants tenants) {
        this.app = app;
        this.endpoints = endpoints;
        this.with = with;
        this.seal = seal;
        this.consents = consents;
        this.tenants = tenants;
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
        PendingConsent pending = new PendingConsent(
                grantId,
                with.nonce(),
                Pkce.random(with.random()),
                RedirectUris.checked(redirectUri),
                scopes.toString(),
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
     * Completes a consent: checks that the callback belongs to it, exchanges the code, stores the tokens, and then reads
     * which tenants they reach. Blocks, some seconds as a rule.
     *
     * @param request the consent, begun or resumed
     * @param callbackUrl the address that the browser came back to, with its query
     * @return the grant and its tenants
     * @throws ConsentException if it did not come about, with the reason; nothing was stored
     * @throws AppRejectedException if Xero does not accept the application
     * @throws StoreException if the tokens could not be stored; the user has to consent again
     * @throws ConnectionsUnavailableException if the tokens are stored and Xero does not tell the tenants; the grant can be
     *     used
     */
    public ConsentResult complete(ConsentRequest request, URI callbackUrl) {
        PendingConsent pending = pending(request.sealed());
        String code = code(pending, Callback.of(callbackUrl));
        consents.complete(pending, code);
        return new ConsentResult(pending.grantId(), tenants.read(pending.grantId()));
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
            throw new ConsentException(
                    Reason.DENIED,
                    error.get().equals("access_denied")
                            ? "The user did not consent (access_denied)"
                            : "Xero refused the consent. Check the app's scopes and kind at Xero",
                    null);
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
        HttpUrl url = HttpUrl.get(endpoints.authorize())
                .newBuilder()
                .addQueryParameter("response_type", "code")
                .addQueryParameter("client_id", app.clientId())
                .addQueryParameter("redirect_uri", pending.redirectUri().toString())
                .addQueryParameter("scope", pending.scopes())
                .addQueryParameter("state", pending.state())
                .addQueryParameter("code_challenge", pending.pkce().challenge())
                .addQueryParameter("code_challenge_method", Pkce.METHOD)
                .build();
        return new ConsentRequest(pending.grantId(), url.uri(), sealed);
    }
}
