package dev.xeroauth.accounting;

import okhttp3.HttpUrl;

/**
 * The decimals of unit amounts. Xero rounds to two, in what it reads and in what it gives, unless a request says otherwise: a
 * price that was read rounded would be written back rounded.
 */
final class UnitDecimals {

    static final int FEWEST = 2;
    static final int MOST = 4;

    private UnitDecimals() {}

    /** So that nothing is rounded. */
    static HttpUrl.Builder most(HttpUrl.Builder url) {
        return of(MOST, url);
    }

    static HttpUrl.Builder of(int decimals, HttpUrl.Builder url) {
        return url.addQueryParameter("unitdp", String.valueOf(decimals));
    }
}
