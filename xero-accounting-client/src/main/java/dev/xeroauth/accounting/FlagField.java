package dev.xeroauth.accounting;

/** A yes or no that Xero filters by. Immutable. */
public final class FlagField extends FilterField<Boolean> {

    FlagField(String name) {
        super(name, String::valueOf);
    }
}
