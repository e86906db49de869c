package dev.xeroauth.accounting;

import java.util.UUID;

/** One of Xero's ids that it filters by. Immutable. */
public final class IdField extends FilterField<UUID> {

    IdField(String name) {
        super(name, Literals::id);
    }
}
