package dev.xeroauth.examples.web;

import dev.xeroauth.GrantId;
import jakarta.servlet.http.HttpSession;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Whose grant a request may use. This example has one customer and no login, which is why it listens on localhost alone. An
 * application of your own signs its customers in and puts them here, such as {@code GrantId.of("customer-" + user.customerId())}.
 *
 * <p>The grant comes from the session on the server, never from the request: whoever could name a grant there, could name
 * another customer's.
 */
@Component
class SignedIn {

    private static final String CUSTOMER = "customer";

    GrantId grantId(HttpSession session) {
        if (session.getAttribute(CUSTOMER) == null) {
            session.setAttribute(CUSTOMER, "customer-1");
        }
        return GrantId.of((String) Objects.requireNonNull(session.getAttribute(CUSTOMER)));
    }
}
