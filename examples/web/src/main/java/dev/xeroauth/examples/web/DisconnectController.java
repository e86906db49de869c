package dev.xeroauth.examples.web;

import dev.xeroauth.Connection;
import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.accounting.XeroClient;
import jakarta.servlet.http.HttpSession;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The way out. Both are POSTs, which Spring Security lets through with the form's CSRF token alone. */
@Controller
class DisconnectController {

    private final XeroClient xero;
    private final SignedIn signedIn;
    private final Customers customers;

    DisconnectController(XeroClient xero, SignedIn signedIn, Customers customers) {
        this.xero = xero;
        this.signedIn = signedIn;
        this.customers = customers;
    }

    /** One organisation. What is not among the grant's own is left alone. */
    @PostMapping("/organisations/{tenantId}/disconnect")
    String disconnect(@PathVariable("tenantId") UUID tenantId, HttpSession session) {
        GrantId grantId = signedIn.grantId(session);
        for (Connection connection : xero.connections(grantId)) {
            if (connection.tenantId().value().equals(tenantId)) {
                xero.disconnect(grantId, connection.id());
            }
        }
        return "redirect:/";
    }

    /** Everything: the tokens go, and what was known of the customer with them. */
    @PostMapping("/disconnect")
    String disconnect(HttpSession session) {
        GrantId grantId = signedIn.grantId(session);
        try {
            xero.disconnect(grantId);
        } catch (GrantNotFoundException e) {
            // Done before.
        }
        customers.forget(grantId);
        return "redirect:/";
    }
}
