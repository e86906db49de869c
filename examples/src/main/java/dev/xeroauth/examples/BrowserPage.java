package dev.xeroauth.examples;

import java.nio.charset.StandardCharsets;

/** What a user reads in the browser after the way to Xero and back. */
public enum BrowserPage {
    /** The tokens are stored. */
    CONNECTED(200, "Connected", "The program has what it needs. You can close this page."),
    /** The user said no. */
    DENIED(200, "Not connected", "You did not allow access. You can close this page; nothing has changed."),
    /** Something else went wrong. */
    FAILED(200, "Something went wrong", "The program says what. You can close this page and go back to it."),
    /** The program says how it went. */
    GO_BACK(200, "Thank you", "You can close this page and go back to the program."),
    /** Not what the program waits for. */
    NOTHING_HERE(404, "Nothing here", "This page belongs to no consent that the program waits for. Begin again there.");

    private static final String HTML = """
            <!doctype html>
            <html lang="en">
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <title>%1$s</title>
            <style>body { font: 1.1rem/1.5 sans-serif; max-width: 32rem; margin: 15vh auto; padding: 0 1rem }</style>
            <h1>%1$s</h1>
            <p>%2$s</p>
            </html>
            """;

    private final int status;
    private final String title;
    private final String text;

    BrowserPage(int status, String title, String text) {
        this.status = status;
        this.title = title;
        this.text = text;
    }

    int status() {
        return status;
    }

    byte[] html() {
        return HTML.formatted(title, text).getBytes(StandardCharsets.UTF_8);
    }
}
