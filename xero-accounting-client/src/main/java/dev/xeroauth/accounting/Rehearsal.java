package dev.xeroauth.accounting;

import dev.xeroauth.accounting.model.Invoice;
import java.time.Instant;
import java.util.List;
import okhttp3.ConnectionSpec;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;

/**
 * Reads a page of one invoice that nobody has sent, on a daemon thread, while the application's thread makes the HTTP clients:
 * whoever then asks for the first page finds its code loaded. It asks nobody, tells nobody, keeps nothing, and ends by itself
 * within a moment; if it fails, the first page is as slow as it would be without.
 */
final class Rehearsal {

    private static final String PAGE = """
            {"pagination":{"page":1,"pageSize":1,"pageCount":1,"itemCount":1},"Invoices":[{"Type":"ACCREC",
            "InvoiceID":"00000000-0000-0000-0000-000000000001","InvoiceNumber":"1","Reference":"1",
            "Payments":[{"PaymentID":"00000000-0000-0000-0000-000000000002","Date":"/Date(0+0000)/","Amount":1.00}],
            "AmountDue":0.00,"IsDiscounted":false,"Contact":{"ContactID":"00000000-0000-0000-0000-000000000003","Name":"1"},
            "DateString":"1970-01-01T00:00:00","Date":"/Date(0+0000)/","Status":"PAID","LineAmountTypes":"Exclusive",
            "LineItems":[{"Description":"1","UnitAmount":1.00,"TaxType":"NONE","Quantity":1.0000}],
            "Total":1.00,"UpdatedDateUTC":"/Date(0+0000)/","CurrencyCode":"NZD"}]}
            """;

    private Rehearsal() {}

    /** Returns at once. */
    static void begin() {
        Thread thread = new Thread(null, Rehearsal::silently, "xero-accounting-rehearsal", 0, false);
        thread.setContextClassLoader(Rehearsal.class.getClassLoader());
        thread.setDaemon(true);
        try {
            thread.start();
        } catch (OutOfMemoryError e) {
            // No thread to be had: then without.
        }
    }

    private static void silently() {
        try {
            firstPage();
        } catch (Exception | LinkageError e) {
            // Whatever it is, the first real page meets it again, and says so to its caller.
        }
    }

    /** Through the same classes as a real one. */
    static List<Invoice> firstPage() {
        // Without TLS, as reading the trusted authorities is what takes long meanwhile.
        OkHttpClient http = new OkHttpClient.Builder()
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .addInterceptor(chain -> answer(chain.request()))
                .build();
        ApiCalls calls =
                new ApiCalls(http, HttpUrl.get("http://rehearsal.invalid/"), null, () -> 0L, () -> Instant.EPOCH);
        PagedIterable<Invoice> list = new TenantClient(null, calls).invoices().list(q -> q.pageSize(1));
        return list.pages().iterator().next().elements();
    }

    private static Response answer(Request request) {
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("OK")
                .header("Content-Type", "application/json")
                .body(ResponseBody.create(PAGE, MediaType.get("application/json")))
                .build();
    }
}
