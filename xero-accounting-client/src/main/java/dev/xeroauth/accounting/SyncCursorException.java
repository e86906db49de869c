package dev.xeroauth.accounting;

import dev.xeroauth.XeroException;
import dev.xeroauth.accounting.internal.sync.RefusedCursorException;

/** A sync cannot go on from a cursor. Nothing was delivered. Whatever the reason, a sync from the start mends the copy. */
public final class SyncCursorException extends XeroException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with a cursor. */
    public enum Reason {
        /** Its text is not as it was when it was made. */
        DAMAGED("is damaged: store its text whole and unchanged"),
        /** A later version of this library has made it. */
        LATER_VERSION("was made by a later version of this library: run that one"),
        /** It belongs to another organisation, or to another kind of document. */
        OTHER_LIST("belongs to another organisation, or to another kind of document: store one for each"),
        /** It is of a time that has not come at Xero yet. */
        FUTURE("is later than Xero's clock, as if it came from another Xero, such as a fake one");

        private final String words;

        Reason(String words) {
            this.words = words;
        }
    }

    /** Why the cursor cannot be used. */
    private final Reason reason;

    SyncCursorException(RefusedCursorException refused) {
        this(Reason.valueOf(refused.why().name()), refused);
    }

    private SyncCursorException(Reason reason, RefusedCursorException refused) {
        super("The cursor " + reason.words + ". SyncCursor.start() reads everything again", refused);
        this.reason = reason;
    }

    /**
     * What is wrong.
     *
     * @return the reason
     */
    public Reason reason() {
        return reason;
    }
}
