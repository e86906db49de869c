package dev.xeroauth.tests;

import dev.xeroauth.GrantId;
import dev.xeroauth.TenantId;
import dev.xeroauth.XeroAuth;
import dev.xeroauth.XeroException;
import dev.xeroauth.XeroIOException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** Requests to the fake's API through the interceptor. */
final class Requests {

    private final Connected at;

    Requests(Connected at) {
        this.at = at;
    }

    int status(XeroAuth auth, TenantId tenantId) throws IOException {
        return status(auth, tenantId, new ArrayList<>());
    }

    int status(XeroAuth auth, TenantId tenantId, List<Request> sent) throws IOException {
        OkHttpClient client = client(auth, Connected.GRANT, tenantId)
                .newBuilder()
                .addNetworkInterceptor(chain -> {
                    sent.add(chain.request());
                    return chain.proceed(chain.request());
                })
                .build();
        try (Response response = client.newCall(request()).execute()) {
            return response.code();
        }
    }

    XeroException problem(XeroAuth auth, GrantId grantId, TenantId tenantId) {
        try (Response response =
                client(auth, grantId, tenantId).newCall(request()).execute()) {
            throw new AssertionError("No problem but status " + response.code());
        } catch (XeroIOException e) {
            return e.problem();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static OkHttpClient client(XeroAuth auth, GrantId grantId, TenantId tenantId) {
        return new OkHttpClient.Builder()
                .addInterceptor(auth.interceptor(grantId, tenantId))
                .build();
    }

    Request request() {
        return new Request.Builder()
                .url(at.xero.endpoints().accounting() + "/Invoices?page=1")
                .header("Accept", "application/json")
                .build();
    }
}
