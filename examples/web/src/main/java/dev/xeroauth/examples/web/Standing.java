package dev.xeroauth.examples.web;

import dev.xeroauth.GrantId;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.GrantStatus;
import dev.xeroauth.accounting.XeroClient;
import org.springframework.stereotype.Component;

/**
 * How a grant stands, as the store knows. Names of organisations are remembered for some minutes, so that they alone would not
 * show a loss.
 */
@Component
class Standing {

    private final XeroClient xero;

    Standing(XeroClient xero) {
        this.xero = xero;
    }

    GrantStatus of(GrantId grantId) {
        try {
            return xero.auth().describe(grantId).status();
        } catch (GrantNotFoundException e) {
            return GrantStatus.ENDED; // It never began.
        }
    }

    /** Whether the customer has nothing to do, though Xero may be away. */
    boolean isConnected(GrantId grantId) {
        GrantStatus status = of(grantId);
        return status != GrantStatus.ENDED && status != GrantStatus.DISCONNECTED;
    }
}
