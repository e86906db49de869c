package dev.xeroauth.examples;

import dev.xeroauth.XeroApp;
import dev.xeroauth.XeroEndpoints;
import dev.xeroauth.XeroEvent;
import dev.xeroauth.spi.TimeSource;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;

/** Which Xero the report talks to. */
interface Surroundings extends AutoCloseable {

    /** Where Xero sends the browser back to. */
    URI REDIRECT = URI.create("http://localhost:8723/callback");

    XeroApp app();

    XeroEndpoints endpoints();

    TimeSource time();

    /** Lets a user decide, and returns the address that the browser came back to. */
    URI letUserDecide(URI consentUrl) throws IOException, InterruptedException;

    /** Waits. */
    void pause(Duration duration) throws IOException, InterruptedException;

    /** What happens to the tokens. */
    default void onEvent(XeroEvent event) {}

    /** A moment in the report at which a fake Xero may make life harder. */
    default void afterReading() throws IOException, InterruptedException {}

    @Override
    void close();
}
