package dev.xeroauth.examples.web;

import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.DisconnectFailedException;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.TenantNotReachableException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.accounting.RateLimitedException;
import dev.xeroauth.accounting.ServerErrorException;
import dev.xeroauth.accounting.UnauthorizedException;
import dev.xeroauth.accounting.XeroUnreachableException;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.servlet.ModelAndView;

/** What the customer reads when something is in the way: what to do about it. */
@ControllerAdvice
class Troubles {

    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private final Clock clock;

    Troubles(Clock clock) {
        this.clock = clock;
    }

    /** The consent is gone, and only the customer can give another. */
    @ExceptionHandler(GrantDisconnectedException.class)
    @ResponseStatus(HttpStatus.CONFLICT)
    String lost() {
        return "reconnect";
    }

    @ExceptionHandler(GrantNotFoundException.class)
    String neverConnected() {
        return "redirect:/";
    }

    @ExceptionHandler(TenantNotReachableException.class)
    ModelAndView notConnected() {
        return page("Not connected", "This organisation is not connected.", HttpStatus.NOT_FOUND);
    }

    /** The connection is kept: all of these go by. A new token that Xero refuses is replaced two minutes later. */
    @ExceptionHandler({
        TokenUnavailableException.class,
        RateLimitedException.class,
        ServerErrorException.class,
        UnauthorizedException.class,
        XeroUnreachableException.class,
        ConnectionsUnavailableException.class,
        DisconnectFailedException.class
    })
    ModelAndView away(Exception e, HttpServletResponse response) {
        long seconds = Math.max(1, wait(e).orElse(A_MINUTE).toSeconds());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        return page(
                "Xero is not answering",
                "Your connection is kept. Try again in " + inWords(seconds) + ".",
                HttpStatus.SERVICE_UNAVAILABLE);
    }

    private Optional<Duration> wait(Exception e) {
        if (e instanceof TokenUnavailableException unavailable) {
            return unavailable.retryAt().map(at -> Duration.between(clock.instant(), at));
        }
        return e instanceof RateLimitedException limited ? limited.retryAfter() : Optional.empty();
    }

    private static String inWords(long seconds) {
        if (seconds < A_MINUTE.toSeconds()) {
            return seconds == 1 ? "1 second" : seconds + " seconds";
        }
        long minutes = (seconds + A_MINUTE.toSeconds() - 1) / A_MINUTE.toSeconds();
        return minutes == 1 ? "1 minute" : minutes + " minutes";
    }

    static ModelAndView page(String title, String text, HttpStatus status) {
        ModelAndView page = new ModelAndView("message", status);
        page.addObject("title", title);
        page.addObject("text", text);
        return page;
    }
}
