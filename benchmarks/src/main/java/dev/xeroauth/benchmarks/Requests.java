package dev.xeroauth.benchmarks;

import dev.xeroauth.XeroAuth;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** One call whose answer is made beforehand: as it is, with constant headers, and with this library's interceptor. */
@State(Scope.Benchmark)
public class Requests {

    private static final String BEARER = "Bearer " + Customers.token(0);

    private final XeroAuth auth = Connected.auth(1);
    private final Request request = new Request.Builder()
            .url("https://api.xero.com/api.xro/2.0/Invoices?page=1")
            .header("Accept", "application/json")
            .build();
    private final Response answer = new Response.Builder()
            .request(request)
            .protocol(Protocol.HTTP_2)
            .code(200)
            .message("OK")
            .body(ResponseBody.create("{}", MediaType.get("application/json")))
            .build();
    private final OkHttpClient bareClient = client();
    private final OkHttpClient constantClient = client(Requests::withConstantHeaders);
    private final OkHttpClient ourClient = client(auth.interceptor(Connected.id(0), Connected.TENANT));

    /** What would have gone to Xero. */
    Request sent = request;

    @TearDown
    public void close() {
        auth.close();
    }

    @Benchmark
    public Response bare() throws IOException {
        return bareClient.newCall(request).execute();
    }

    @Benchmark
    public Response constantHeaders() throws IOException {
        return constantClient.newCall(request).execute();
    }

    @Benchmark
    public Response intercepted() throws IOException {
        return ourClient.newCall(request).execute();
    }

    private OkHttpClient client(Interceptor... interceptors) {
        OkHttpClient.Builder builder = new OkHttpClient.Builder();
        for (Interceptor interceptor : interceptors) {
            builder.addInterceptor(interceptor);
        }
        return builder.addInterceptor(this::answer).build();
    }

    private Response answer(Interceptor.Chain chain) {
        sent = chain.request();
        return answer;
    }

    private static Response withConstantHeaders(Interceptor.Chain chain) throws IOException {
        return chain.proceed(chain.request()
                .newBuilder()
                .header("Authorization", BEARER)
                .header("Cache-Control", "no-store")
                .header("Xero-Tenant-Id", "fe79f7dd-b6d4-4a92-ba7b-538af6289c58")
                .build());
    }
}
