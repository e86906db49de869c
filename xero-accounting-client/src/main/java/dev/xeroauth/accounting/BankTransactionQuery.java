package dev.xeroauth.accounting;

/** Which bank transactions. Everything, if nothing is set. Immutable. */
public final class BankTransactionQuery extends ListQuery {

    private BankTransactionQuery(Builder builder) {
        super(builder);
    }

    /** {@return a builder with nothing set} */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Collects filters; all of them must hold. Xero has no lists of ids for bank transactions: select them with
     * {@link BankTransactionFilters}.
     */
    public static final class Builder extends QueryBuilder<BankTransactionQuery, Builder> {

        private Builder() {}

        @Override
        public BankTransactionQuery build() {
            return new BankTransactionQuery(this);
        }
    }
}
