package dev.xeroauth;

/**
 * The tokens of a grant in clear, for another tool or library to go on with. Called insecure because whoever has a refresh token
 * has the customer's books: it is named so that it is found where code is searched.
 *
 * <p>A refresh token is spent by its use. As soon as somebody else uses the exported one, this library's is worth nothing within
 * half an hour, which shows as {@link ForeignRotationSuspected}; and the other way round: this library refreshes on its own.
 * So stop every instance first, or take only the access token.
 */
public final class InsecureTokenExport {

    private InsecureTokenExport() {}

    /**
     * Reads them from the store. Blocks as that does; asks Xero nothing and changes nothing.
     *
     * @param auth whose store and keys
     * @param grantId whose tokens
     * @return access token with the rest of its lifetime, which may be zero, and refresh token
     * @throws GrantNotFoundException if the store holds no such grant, or it has ended
     * @throws StoreException if the store fails
     * @throws SealedRecordException if the grant's record cannot be opened
     */
    public static TokenSet export(XeroAuth auth, GrantId grantId) {
        return auth.tokens(grantId);
    }
}
