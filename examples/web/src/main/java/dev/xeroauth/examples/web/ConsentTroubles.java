package dev.xeroauth.examples.web;

import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentException.Reason;
import dev.xeroauth.IdTokenException;
import jakarta.servlet.http.HttpSession;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;

/**
 * What the customer reads who is back from Xero. Not all of it is a failure: the tokens are stored before anything else is
 * asked. Before {@link Troubles}, where a Xero that does not tell the organisations means something else.
 */
@ControllerAdvice(assignableTypes = ConsentController.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class ConsentTroubles {

    private final SignedIn signedIn;
    private final Standing standing;

    ConsentTroubles(SignedIn signedIn, Standing standing) {
        this.signedIn = signedIn;
        this.standing = standing;
    }

    /** Whoever reloads the page while it is made completes the same callback twice, and is connected by the first. */
    @ExceptionHandler(ConsentException.class)
    ModelAndView noConsent(ConsentException e, HttpSession session) {
        if (e.reason() == Reason.ALREADY_COMPLETED && standing.isConnected(signedIn.grantId(session))) {
            return new ModelAndView("redirect:/");
        }
        ConsentTrouble trouble = ConsentTrouble.of(e.reason());
        return Troubles.page("No connection", trouble.advice(), trouble.status());
    }

    /** Who it was is lost with the answer: another consent tells, if there has to be a mail address. */
    @ExceptionHandler(ConnectionsUnavailableException.class)
    ModelAndView connectedAndNotListed() {
        return Troubles.page("Connected", "Your organisations will show in a minute.", HttpStatus.OK);
    }

    /** Nobody knows whom to write to when the connection is lost; unless nothing has happened yet. */
    @ExceptionHandler(IdTokenException.class)
    ModelAndView connectedByNobodyKnown(IdTokenException e) {
        if (e.reason() == IdTokenException.Reason.KEYS_UNAVAILABLE) {
            ConsentTrouble trouble = ConsentTrouble.of(Reason.NO_ANSWER);
            return Troubles.page("No connection", trouble.advice(), trouble.status());
        }
        return Troubles.page(
                        "Connected",
                        "You are connected, but Xero did not say who you are, so we cannot write to you."
                                + " Connect once more to tell us.",
                        HttpStatus.OK)
                .addObject("again", true);
    }
}
