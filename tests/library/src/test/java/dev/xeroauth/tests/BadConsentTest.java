package dev.xeroauth.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentOptions;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.IdTokenException;
import dev.xeroauth.InMemoryTokenStore;
import dev.xeroauth.Scope;
import dev.xeroauth.Scopes;
import dev.xeroauth.TokenImportException;
import dev.xeroauth.TokenSet;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.testkit.BadIdToken;
import dev.xeroauth.testkit.Endpoint;
import dev.xeroauth.testkit.Fault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Everything that can be wrong with a consent, and what whoever completes it is told. Each prints a line of one table. */
class BadConsentTest {

    private static final String REFUSED_HERE = "IllegalArgumentException";
    private static final GrantId OTHER = GrantId.of("customer-7");
    private static final Scopes WITH_OPENID = Connected.SCOPES.and(Scope.OPENID);

    /** Bad input, the exception with its reason, and how it is brought about. */
    private enum Input {
        STATE_FORGED("ConsentException(STATE_MISMATCH)", at -> complete(at, "state", "f0rged")),
        STATE_MISSING("ConsentException(STATE_MISMATCH)", at -> complete(at, "state", null)),
        STATE_OF_AN_EARLIER_CONSENT("ConsentException(STATE_MISMATCH)", at -> {
            URI earlier = at.xero.approve(at.begin().url());
            at.auth.consent().complete(at.begin(), earlier);
        }),
        STATE_SWAPPED_WITH_ANOTHER_GRANTS("ConsentException(STATE_MISMATCH)", at -> {
            URI others = at.xero.approve(at.auth
                    .consent()
                    .begin(OTHER, Connected.CALLBACK, Connected.SCOPES)
                    .url());
            at.auth.consent().complete(at.begin(), others);
        }),
        CALLBACK_WITHOUT_A_QUERY(
                "ConsentException(STATE_MISMATCH)", at -> at.auth.consent().complete(at.begin(), Connected.CALLBACK)),
        CALLBACK_WITHOUT_A_CODE("ConsentException(UNREADABLE_CALLBACK)", at -> complete(at, "code", null)),
        CALLBACK_TWICE("ConsentException(ALREADY_COMPLETED)", at -> {
            ConsentRequest request = at.begin();
            URI callback = at.xero.approve(request.url());
            at.auth.consent().complete(request, callback);
            at.auth.consent().complete(request, callback);
        }),
        CODE_USED_TWICE("ConsentException(CODE_REFUSED)", at -> {
            ConsentRequest first = at.begin();
            URI callback = at.xero.approve(first.url());
            at.auth.consent().complete(first, callback);
            complete(at, "code", HttpUrl.get(callback).queryParameter("code"));
        }),
        CODE_FORGED("ConsentException(CODE_REFUSED)", at -> complete(at, "code", "f0rged")),
        CODE_TOO_OLD("ConsentException(CODE_REFUSED)", at -> {
            ConsentRequest request = at.begin();
            URI callback = at.xero.approve(request.url());
            at.time.advance(Duration.ofMinutes(6));
            at.auth.consent().complete(request, callback);
        }),
        COOKIE_OF_ANOTHER_GRANT(
                "ConsentException(OTHER_GRANT)",
                at -> at.auth.consent().resume(OTHER, at.begin().sealed())),
        COOKIE_TOO_OLD("ConsentException(EXPIRED_OR_CHANGED)", at -> {
            String cookie = at.begin().sealed();
            at.time.advance(Duration.ofMinutes(10));
            at.auth.consent().resume(cookie);
        }),
        COOKIE_CHANGED("ConsentException(EXPIRED_OR_CHANGED)", at -> {
            String cookie = at.begin().sealed();
            char last = cookie.charAt(cookie.length() - 3);
            at.auth.consent().resume(cookie.substring(0, cookie.length() - 3) + (last == 'A' ? "BAA" : "AAA"));
        }),
        COOKIE_OF_ANOTHER_SYSTEM("ConsentException(EXPIRED_OR_CHANGED)", at -> {
            try (XeroAuth staging = at.instance().environment("staging").build()) {
                staging.consent().resume(at.begin().sealed());
            }
        }),
        COOKIE_IS_NONSENSE(
                "ConsentException(EXPIRED_OR_CHANGED)", at -> at.auth.consent().resume("n0nsense")),
        USER_SAID_NO("ConsentException(DENIED)", at -> {
            ConsentRequest request = at.begin();
            at.auth.consent().complete(request, at.xero.deny(request.url()));
        }),
        ERROR_INVALID_SCOPE("ConsentException(APP_REJECTED)", at -> complete(at, "error", "invalid_scope")),
        ERROR_UNAVAILABLE("ConsentException(XERO_UNAVAILABLE)", at -> complete(at, "error", "temporarily_unavailable")),
        ERROR_UNKNOWN("ConsentException(DENIED)", at -> complete(at, "error", "<script>")),
        USER_UNTICKED_EVERY_ORGANISATION("ConsentException(NO_TENANTS)", at -> {
            ConsentRequest request = at.begin();
            at.auth.consent().complete(request, at.xero.approveNothing(request.url()));
        }),
        ANOTHER_USER_CAME_BACK("ConsentException(ANOTHER_USER)", at -> {
            at.connect();
            ConsentOptions same = ConsentOptions.none().refuseAnotherUser();
            ConsentRequest request =
                    at.auth.consent().begin(Connected.GRANT, Connected.CALLBACK, Connected.SCOPES, same);
            at.auth
                    .consent()
                    .complete(
                            request,
                            at.xero.approve(request.url(), at.xero.users().get(1), at.cycles()));
        }),
        REDIRECT_TO_127_0_0_1(REFUSED_HERE, at -> redirect(at, "http://127.0.0.1:8723/callback")),
        REDIRECT_WITHOUT_TLS(REFUSED_HERE, at -> redirect(at, "http://app.example/callback")),
        REDIRECT_WITH_A_WILDCARD(REFUSED_HERE, at -> redirect(at, "https://*.app.example/callback")),
        REDIRECT_WITH_A_FRAGMENT(REFUSED_HERE, at -> redirect(at, "https://app.example/callback#top")),
        OFFLINE_ACCESS_FORGOTTEN(REFUSED_HERE, at -> Scopes.of(Scope.ACCOUNTING_INVOICES_READ)),
        SCOPE_OF_THE_APP(REFUSED_HERE, at -> Scopes.of(Scope.APP_CONNECTIONS, Scope.OFFLINE_ACCESS)),
        TOKENS_OF_ANOTHER_APP(
                "TokenImportException(OTHER_APP)", at -> at.auth.importTokens(OTHER, tokensOfAnotherApp(at))),
        ID_TOKEN_WRONG_AUDIENCE("IdTokenException(AUDIENCE)", at -> identify(at, BadIdToken.WRONG_AUDIENCE)),
        ID_TOKEN_WRONG_ISSUER("IdTokenException(ISSUER)", at -> identify(at, BadIdToken.WRONG_ISSUER)),
        ID_TOKEN_WRONG_NONCE("IdTokenException(NONCE)", at -> identify(at, BadIdToken.WRONG_NONCE)),
        ID_TOKEN_ALG_NONE("IdTokenException(ALGORITHM)", at -> identify(at, BadIdToken.NO_ALGORITHM)),
        ID_TOKEN_UNKNOWN_KID("IdTokenException(UNKNOWN_KEY)", at -> identify(at, BadIdToken.UNKNOWN_KEY)),
        ID_TOKEN_WRONG_SIGNATURE("IdTokenException(SIGNATURE)", at -> identify(at, BadIdToken.WRONG_SIGNATURE)),
        ID_TOKEN_FROM_THE_FUTURE("IdTokenException(NOT_YET_VALID)", at -> identify(at, BadIdToken.FROM_THE_FUTURE)),
        ID_TOKEN_EXPIRED("IdTokenException(EXPIRED)", at -> identify(at, BadIdToken.EXPIRED)),
        ID_TOKEN_WITHOUT_A_USER("IdTokenException(NO_USER)", at -> identify(at, BadIdToken.NO_USER)),
        ID_TOKEN_UNREADABLE("IdTokenException(UNREADABLE)", at -> identify(at, BadIdToken.UNREADABLE)),
        KEYS_NOT_TO_BE_HAD("IdTokenException(KEYS_UNAVAILABLE)", at -> {
            at.xero.next(Endpoint.JWKS, Fault.answer(503, "text/html", ""));
            identify(at, Optional.empty());
        });

        private final String exception;

        @SuppressWarnings("ImmutableEnumChecker")
        private final Consumer<Connected> happens;

        Input(String exception, Consumer<Connected> happens) {
            this.exception = exception;
            this.happens = happens;
        }
    }

    @ParameterizedTest
    @EnumSource
    void input_bad_getsItsException(Input input) {
        try (Connected at = connected()) {
            Throwable thrown = catchThrowable(() -> input.happens.accept(at));

            assertThat(named(thrown)).isEqualTo(input.exception);
            assertThat(thrown.getMessage()).doesNotContain("f0rged", "<script>", "Bakery", "n0nsense");
            System.out.printf("bad-input: %-34s %-38s %s%n", input, named(thrown), thrown.getMessage());
        }
    }

    /** The code is spent by nothing that is refused for its state, its cookie or its redirect URI. */
    @Test
    void input_refusedBeforeTheExchange_costsNoCall() {
        try (Connected at = connected()) {
            for (Input input : Input.values()) {
                if (input.exception.contains("STATE_MISMATCH") || input.exception.equals(REFUSED_HERE)) {
                    assertThat(catchThrowable(() -> input.happens.accept(at))).isNotNull();
                }
            }
            assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isZero();
        }
    }

    /** The tokens came from Xero itself, and the old ones may be dead. */
    @Test
    void idToken_bad_keepsTheGrant() {
        try (Connected at = connected()) {
            assertThat(catchThrowable(() -> identify(at, BadIdToken.WRONG_NONCE)))
                    .isInstanceOf(IdTokenException.class);

            assertThat(at.auth.describe(Connected.GRANT).status()).isEqualTo(GrantStatus.CONNECTED);
            assertThat(at.auth.connections(Connected.GRANT)).hasSize(2);
        }
    }

    @Test
    void keys_notToBeHad_spendNoCodeAndTheSameCallbackIsCompletedLater() {
        try (Connected at = connected()) {
            ConsentRequest request = at.auth.consent().begin(Connected.GRANT, Connected.CALLBACK, WITH_OPENID);
            URI callback = at.xero.approve(request.url());
            at.xero.next(Endpoint.JWKS, Fault.answer(503, "text/html", ""));
            assertThat(catchThrowable(() -> at.auth.consent().complete(request, callback)))
                    .isInstanceOf(IdTokenException.class);
            assertThat(at.xero.ledger().requests(Endpoint.TOKEN)).isZero();
            at.time.advance(Duration.ofSeconds(5));

            assertThat(at.auth.consent().complete(request, callback).user()).isPresent();
        }
    }

    private static Connected connected() {
        return new Connected(new InMemoryTokenStore(), fake -> fake.user("kim@example.com", "Kim", "Ledger"));
    }

    private static String named(Throwable thrown) {
        String name = thrown.getClass().getSimpleName();
        if (thrown instanceof ConsentException e) {
            return name + "(" + e.reason() + ")";
        }
        if (thrown instanceof IdTokenException e) {
            return name + "(" + e.reason() + ")";
        }
        return thrown instanceof TokenImportException e ? name + "(" + e.reason() + ")" : name;
    }

    /** A callback with one parameter changed; null: left out. */
    private static ConsentResult complete(Connected at, String parameter, String value) {
        ConsentRequest request = at.begin();
        HttpUrl good = HttpUrl.get(at.xero.approve(request.url()));
        HttpUrl bad = good.newBuilder().setQueryParameter(parameter, value).build();
        return at.auth.consent().complete(request, bad.uri());
    }

    private static void redirect(Connected at, String uri) {
        at.auth.consent().begin(Connected.GRANT, URI.create(uri), Connected.SCOPES);
    }

    private static void identify(Connected at, BadIdToken bad) {
        identify(at, Optional.of(bad));
    }

    private static void identify(Connected at, Optional<BadIdToken> bad) {
        ConsentRequest request = at.auth.consent().begin(Connected.GRANT, Connected.CALLBACK, WITH_OPENID);
        URI callback = at.xero.approve(request.url());
        bad.ifPresent(it -> at.xero.next(Endpoint.TOKEN, Fault.idToken(it)));
        at.auth.consent().complete(request, callback);
    }

    private static TokenSet tokensOfAnotherApp(Connected at) {
        try (XeroAuth other = at.instance().app(at.xero.pkceApp()).build()) {
            ConsentRequest request = other.consent().begin(Connected.GRANT, Connected.CALLBACK, Connected.SCOPES);
            other.consent().complete(request, at.xero.approve(request.url()));
            return new TokenSet(
                    other.accessToken(Connected.GRANT).value(),
                    Optional.of("r3fr3sh"),
                    Duration.ofMinutes(30),
                    Set.of(),
                    Optional.empty());
        }
    }
}
