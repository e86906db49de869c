package dev.xeroauth.accounting;

import dev.xeroauth.accounting.model.BankTransaction;
import dev.xeroauth.accounting.model.BankTransactionStatus;
import dev.xeroauth.accounting.model.ValidationError;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Money spent and received through the bank accounts of one tenant. Thread-safe; every method that calls Xero blocks. */
public final class BankTransactionsClient
        extends DocumentsClient<BankTransaction, BankTransactionQuery, BankTransactionQuery.Builder> {

    private static final Written<BankTransaction> KIND = new Written<>(
            new Resource<>("BankTransactions", BankTransaction.class),
            BankTransaction::bankTransactionId,
            BankTransaction::statusAttributeString,
            BankTransactionsClient::errors,
            transaction -> List.of());

    private static final Synced<BankTransaction> SYNCED = new Synced<>(
            KIND.resource(),
            BankTransaction::bankTransactionId,
            BankTransaction::updatedDateUtc,
            BankTransaction::toJson,
            Map.of(),
            false);

    BankTransactionsClient(ApiCalls calls) {
        super(calls, KIND, SYNCED, BankTransactionQuery::builder);
    }

    /**
     * The same with options for every call.
     *
     * @param options added to those that this has
     * @return a view of this; nothing else changes
     */
    public BankTransactionsClient with(RequestOptions options) {
        return new BankTransactionsClient(calls().with(options));
    }

    /**
     * Deletes one. Xero keeps it with the status {@code DELETED}.
     *
     * @param transaction as it was read; nothing of it is sent but its id
     * @return the whole bank transaction as it is now
     * @throws ValidationException if Xero refuses it, because it is reconciled perhaps
     * @throws NotFoundException if this tenant has none with that id
     */
    public BankTransaction delete(BankTransaction transaction) {
        return update(transaction.changes(changes -> changes.status(BankTransactionStatus.DELETED)));
    }

    private static Stream<ValidationError> errors(BankTransaction transaction) {
        return Stream.concat(
                transaction.validationErrors().stream(),
                Written.errorsOfParts(transaction.contact(), transaction.lineItems()));
    }
}
