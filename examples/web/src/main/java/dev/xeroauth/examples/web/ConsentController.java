package dev.xeroauth.examples.web;

import static dev.xeroauth.Scope.ACCOUNTING_INVOICES_READ;
import static dev.xeroauth.Scope.EMAIL;
import static dev.xeroauth.Scope.OFFLINE_ACCESS;
import static dev.xeroauth.Scope.OPENID;
import static dev.xeroauth.Scope.PROFILE;

import dev.xeroauth.ConsentFlow;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.Scopes;
import dev.xeroauth.accounting.XeroClient;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.net.URI;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;

/** The way to Xero and back. */
@Controller
class ConsentController {

    static final String COOKIE = "xero-consent";

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final Scopes SCOPES = Scopes.of(OPENID, PROFILE, EMAIL, ACCOUNTING_INVOICES_READ, OFFLINE_ACCESS);

    private final XeroClient xero;
    private final SignedIn signedIn;
    private final Customers customers;
    private final PublicAddress address;

    ConsentController(XeroClient xero, SignedIn signedIn, Customers customers, PublicAddress address) {
        this.xero = xero;
        this.signedIn = signedIn;
        this.customers = customers;
        this.address = address;
    }

    @GetMapping("/connect")
    String connect(HttpSession session, HttpServletResponse response) {
        ConsentRequest consent = xero.consent().begin(signedIn.grantId(session), address.callback(), SCOPES);
        keep(response, consent.sealed(), LIFETIME);
        return "redirect:" + consent.url();
    }

    @GetMapping("/callback")
    String callback(
            @CookieValue(name = COOKIE, defaultValue = "") String sealed,
            HttpServletRequest request,
            HttpServletResponse response) {
        keep(response, "", Duration.ZERO);
        ConsentFlow flow = xero.consent();
        ConsentRequest consent = flow.resume(signedIn.grantId(request.getSession()), sealed);
        ConsentResult result = flow.complete(consent, URI.create(address.callback() + "?" + request.getQueryString()));
        result.user().ifPresent(user -> customers.save(result.grantId(), user));
        return "redirect:/";
    }

    /** Lax: the browser sends the cookie along when it comes back from Xero, and with no request that a foreign page makes. */
    private void keep(HttpServletResponse response, String sealed, Duration lifetime) {
        ResponseCookie cookie = ResponseCookie.from(COOKIE, sealed)
                .path("/callback")
                .httpOnly(true)
                .secure(address.isSecure())
                .sameSite("Lax")
                .maxAge(lifetime)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
