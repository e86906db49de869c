/**
 * Keeps an application connected to Xero: consent, tokens, refresh, and an OkHttp interceptor.
 *
 * <pre>{@code
 * XeroAuth auth = XeroAuth.builder()
 *         .app(XeroApp.web(clientId, secrets::xeroSecret))
 *         .tokenStore(JdbcTokenStore.of(dataSource).createTableIfMissing())
 *         .encryption(KeyRing.of("2026-11", key))
 *         .build();
 * OkHttpClient client = new OkHttpClient.Builder()
 *         .addInterceptor(auth.interceptor(grantId, tenantId))
 *         .build();
 * }</pre>
 *
 * <p>Unless an annotation says otherwise, no parameter and no result in this package is null.
 */
@NullMarked
package dev.xeroauth;

import org.jspecify.annotations.NullMarked;
