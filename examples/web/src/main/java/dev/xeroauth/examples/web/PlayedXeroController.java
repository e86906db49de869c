package dev.xeroauth.examples.web;

import dev.xeroauth.testkit.FakeXero;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;

/** What the user can do at Xero, where Xero is played. An application of your own leaves this class out. */
@Controller
@ControllerAdvice
@Profile("!xero")
class PlayedXeroController {

    private final FakeXero fake;

    PlayedXeroController(FakeXero fake) {
        this.fake = fake;
    }

    /** Lets the start page show the button. */
    @ModelAttribute("played")
    boolean isPlayed() {
        return true;
    }

    @PostMapping("/played/revoke")
    String revoke() {
        fake.revokeAll();
        return "redirect:/";
    }
}
