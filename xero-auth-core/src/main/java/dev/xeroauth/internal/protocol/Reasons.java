package dev.xeroauth.internal.protocol;

import dev.xeroauth.spi.RefreshOutcome;
import dev.xeroauth.spi.RefreshOutcome.Ambiguous;
import dev.xeroauth.spi.RefreshOutcome.AppRejected;
import dev.xeroauth.spi.RefreshOutcome.NotSent;
import dev.xeroauth.spi.RefreshOutcome.Refused;
import dev.xeroauth.spi.RefreshOutcome.Throttled;

/** What an outcome without tokens is called in messages. */
public final class Reasons {

    private Reasons() {}

    /** One phrase. */
    public static String of(RefreshOutcome outcome) {
        if (outcome instanceof NotSent notSent) {
            return "Xero was not reached (" + notSent.reason() + ")";
        }
        if (outcome instanceof Ambiguous ambiguous) {
            return "Xero gave no usable answer (" + ambiguous.reason() + ")";
        }
        if (outcome instanceof Throttled) {
            return "Xero wants fewer requests (status 429)";
        }
        if (outcome instanceof AppRejected rejected) {
            return "Xero rejects the application (" + rejected.error() + ")";
        }
        return outcome instanceof Refused refused ? "Xero refused (" + refused.reason() + ")" : "no tokens";
    }
}
