package dev.xeroauth.examples.connect;

import dev.xeroauth.AppRejectedException;
import dev.xeroauth.ConnectionsUnavailableException;
import dev.xeroauth.ConsentException;
import dev.xeroauth.GrantDisconnectedException;
import dev.xeroauth.GrantNotFoundException;
import dev.xeroauth.SealedRecordException;
import dev.xeroauth.StoreException;
import dev.xeroauth.TokenUnavailableException;
import dev.xeroauth.XeroException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Says what went wrong, and what to do, to somebody who has never seen the library. */
final class Failures {

    private static final int H2_IN_USE = 90020;

    private Failures() {}

    static ToldException told(Throwable e) {
        if (e instanceof ToldException told) {
            return told;
        }
        if (e instanceof ConsentException consent) {
            return new ToldException(consent(consent), code(consent), e);
        }
        return new ToldException(e instanceof XeroException ? ofLibrary(e) : ofMachine(e), e);
    }

    private static int code(ConsentException e) {
        return e.reason() == ConsentException.Reason.DENIED ? ExitCode.NO_CONSENT : ExitCode.FAILED;
    }

    private static String consent(ConsentException e) {
        return switch (e.reason()) {
            case DENIED ->
                "Access was not allowed at Xero. Nothing has changed. Run the command again to be asked again.";
            case APP_REJECTED ->
                "Xero refused the consent. Check the app's scopes and kind on its page at Xero"
                        + " (developer.xero.com/app/manage).";
            case NO_ANSWER ->
                "Xero could not be reached, or did not answer, after you had allowed access. Check the network and"
                        + " proxy, then run the command again.";
            case CODE_REFUSED ->
                "Xero no longer accepts what the browser brought back: it was used before, or is more than 5"
                        + " minutes old. Run the command again.";
            case EXPIRED_OR_CHANGED -> "More than ten minutes went by. Run the command again.";
            case NO_REFRESH_TOKEN ->
                "Xero issued no refresh token, so the connection would have ended in 30 minutes. Check that the"
                        + " app may ask for offline_access.";
            default -> e.getMessage() + ".";
        };
    }

    private static String ofLibrary(Throwable e) {
        if (e instanceof GrantNotFoundException missing) {
            return "There is no grant '" + missing.grantId()
                    + "' in this store. `status` lists those that there are; `connect " + missing.grantId()
                    + "` makes it.";
        }
        if (e instanceof GrantDisconnectedException ended) {
            return "Xero no longer accepts the grant '" + ended.grantId() + "'. `connect " + ended.grantId()
                    + "` connects it again.";
        }
        if (e instanceof AppRejectedException) {
            return "Xero does not accept the app: check client id and secret, and whether it is a web app (with a secret) or a"
                    + " PKCE app (without). (" + e.getMessage() + ")";
        }
        if (e instanceof ConnectionsUnavailableException) {
            return "Xero does not tell the grant's organisations now; the grant is kept. Check the network, and with `status` how the"
                    + " grant stands, then try again. (" + e.getMessage() + ")";
        }
        if (e instanceof TokenUnavailableException) {
            return "Xero cannot be asked now; the grant is kept. Check the network, then try again. (" + e.getMessage()
                    + ")";
        }
        if (e instanceof SealedRecordException) {
            return "The grant cannot be opened with this key. Give the key that it was sealed with (XERO_SEALING_KEY,"
                    + " XERO_OPENING_KEYS, or the file `key` of the store), and the same --environment. ("
                    + e.getMessage()
                    + ")";
        }
        return e instanceof StoreException ? store(e) : e.getMessage() + ".";
    }

    private static String store(Throwable e) {
        if (isInUse(e)) {
            return "The database is open in another program. End that program, or add ;AUTO_SERVER=TRUE to the address.";
        }
        return "The store cannot be used. End a program that holds it, or give it back its rights or its server, then try"
                + " again. (" + deepest(e) + ")";
    }

    /** What the disk or the server said is more use than that something failed. */
    private static String deepest(Throwable e) {
        Throwable deepest = e;
        for (@Nullable Throwable each = e; each != null; each = each.getCause()) {
            deepest = each.getMessage() == null ? deepest : each;
        }
        return String.valueOf(deepest.getMessage()).lines().findFirst().orElse("");
    }

    private static String ofMachine(Throwable e) {
        if (e instanceof AccessDeniedException denied) {
            return "There is no right to use " + denied.getFile() + ".";
        }
        if (e instanceof IOException || e instanceof IllegalArgumentException) {
            return e.getMessage() + ".";
        }
        return "Something went wrong that should not: " + e.getClass().getSimpleName()
                + ". Run it again with --debug, and report what it prints.";
    }

    private static boolean isInUse(Throwable e) {
        for (@Nullable Throwable each = e; each != null; each = each.getCause()) {
            if (each instanceof SQLException sql && sql.getErrorCode() == H2_IN_USE) {
                return true;
            }
        }
        return false;
    }
}
