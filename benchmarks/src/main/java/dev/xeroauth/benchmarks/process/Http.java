package dev.xeroauth.benchmarks.process;

import java.io.IOException;
import java.io.InputStream;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** A page over bare OkHttp, with a token that is there already. */
final class Http {

    private final OkHttpClient client = new OkHttpClient();
    private final HttpUrl url;
    private final String authorization = "Bearer " + PageServer.accessToken();

    Http(String base) {
        this.url = HttpUrl.get(base + "/api.xro/2.0/Invoices");
    }

    void page(int number, int pageSize, Body body) throws IOException {
        HttpUrl page = url.newBuilder()
                .addQueryParameter("page", Integer.toString(number))
                .addQueryParameter("pageSize", Integer.toString(pageSize))
                .build();
        Request request = new Request.Builder()
                .url(page)
                .header("Authorization", authorization)
                .header("Xero-Tenant-Id", PageServer.TENANT)
                .header("Accept", "application/json")
                .build();
        try (Response response = client.newCall(request).execute()) {
            if (!response.isSuccessful()) {
                throw new IOException("Status " + response.code());
            }
            body.read(response.body().byteStream());
        }
    }

    /** What is done with the answer. */
    interface Body {
        void read(InputStream in) throws IOException;
    }
}
