package dev.xeroauth.examples.web;

import java.net.URI;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Where browsers reach this application: a setting, as the Host header of a request is for anybody to write. */
@Component
class PublicAddress {

    private final Environment settings;

    PublicAddress(Environment settings) {
        this.settings = settings;
    }

    URI home() {
        return URI.create(settings.getRequiredProperty("app.address") + "/");
    }

    /** Registered at Xero as a redirect URI, letter by letter. */
    URI callback() {
        return home().resolve("callback");
    }

    boolean isSecure() {
        return home().getScheme().equals("https");
    }
}
