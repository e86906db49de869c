package dev.xeroauth.examples.connect;

import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.ConsentException;
import dev.xeroauth.ConsentRequest;
import dev.xeroauth.ConsentResult;
import dev.xeroauth.GrantId;
import dev.xeroauth.examples.BrowserCallback;
import dev.xeroauth.examples.BrowserPage;
import dev.xeroauth.examples.BrowserVisit;
import java.io.IOException;
import java.net.BindException;

/** Lets the user decide in a browser, and stores what comes of it. */
final class Connecting {

    private final Host host;
    private final Session session;
    private final Asking asking;

    Connecting(Host host, Session session, Asking asking) {
        this.host = host;
        this.session = session;
        this.asking = asking;
    }

    int connect(GrantId grant) throws IOException, InterruptedException {
        // A store that cannot be used is found before the user is bothered.
        boolean known = session.auth().grants().toList().contains(grant);
        try (BrowserCallback callback = listen()) {
            ConsentRequest request =
                    session.auth().consent().begin(grant, callback.redirectUri(), asking.scopes(), asking.options());
            callback.expect(request.url());
            show(request, callback);
            BrowserVisit visit = callback.await(asking.limit())
                    .orElseThrow(() -> new ToldException(
                            "Nobody has decided in the browser for "
                                    + asking.limit().toSeconds()
                                    + " seconds. Nothing has changed. If Xero showed an error page, check that "
                                    + callback.redirectUri()
                                    + " is among the app's redirect URIs. Then run the command again.",
                            ExitCode.NO_CONSENT,
                            null));
            ConsentResult result = completed(request, visit);
            new Connected(host.out(), session.store()).print(result, known);
            return ExitCode.DONE;
        }
    }

    private BrowserCallback listen() throws IOException {
        try {
            return BrowserCallback.listen(asking.port());
        } catch (BindException e) {
            throw new ToldException(
                    "Port " + asking.port()
                            + " is in use by another program. End that program, or choose another port with"
                            + " --port; http://localhost:PORT/callback has to be among the app's redirect URIs.",
                    e);
        }
    }

    private void show(ConsentRequest request, BrowserCallback callback) {
        host.out().println("Allow access in the browser. If none opens, open this address in one on this machine:");
        host.out().println(request.url());
        host.out()
                .println("The browser comes back to " + callback.redirectUri() + ". Waiting for "
                        + asking.limit().toSeconds() + " seconds; Ctrl-C ends it.");
        if (asking.startsBrowser() && !session.xero().browser().open(request.url())) {
            host.out().println("No browser could be started here.");
        }
    }

    private ConsentResult completed(ConsentRequest request, BrowserVisit visit) {
        try {
            ConsentResult result = session.auth().consent().complete(request, visit.address());
            visit.answer(BrowserPage.CONNECTED);
            return result;
        } catch (ConnectionsUnavailableException e) {
            visit.answer(BrowserPage.CONNECTED);
            throw new ToldException(
                    "The grant is stored and can be used, but Xero does not tell its organisations now. `tenants "
                            + request.grantId() + "` asks again.",
                    e);
        } catch (ConsentException e) {
            visit.answer(e.reason() == ConsentException.Reason.DENIED ? BrowserPage.DENIED : BrowserPage.FAILED);
            throw e;
        } catch (RuntimeException e) {
            visit.answer(BrowserPage.FAILED);
            throw e;
        }
    }
}
