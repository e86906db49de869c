package dev.xeroauth.testkit;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Somebody who writes documents over HTTP. */
abstract class FakeDocumentCalls extends FakeXeroCalls {

    static final String ALL = "accounting.invoices accounting.banktransactions accounting.attachments";
    static final String SALE = "{'Type':'ACCREC','Status':'AUTHORISED','DueDate':'2026-12-01',"
            + "'Contact':{'Name':'Tawa Motors'},'LineItems':[{'Description':'Tyres','Quantity':2,"
            + "'UnitAmount':20.005,'AccountCode':'200'}]}";
    static final String SPEND = "{'Type':'SPEND','BankAccount':{'Code':'090'},'Contact':{'Name':'Tawa Motors'},"
            + "'LineItems':[{'Description':'Fuel','UnitAmount':23,'AccountCode':'400'}],'LineAmountTypes':'Inclusive'}";

    private String token = "";

    String token() throws IOException {
        if (token.isEmpty()) {
            token = tokenFor(ALL);
        }
        return token;
    }

    String tokenFor(String scopes) throws IOException {
        HttpUrl answer = HttpUrl.get(xero().approve(consentUrl(url -> url.setQueryParameter("scope", scopes))));
        return exchange(answer.queryParameter("code"), CALLBACK).text("access_token");
    }

    /** Single quotes stand for double ones. */
    Request.Builder request(String method, String path, String json) throws IOException {
        return api(token(), "/api.xro/2.0/" + path, bakery())
                .method(method, RequestBody.create(json.replace('\'', '"'), MediaType.get("application/json")));
    }

    Answered send(String method, String path, String json) throws IOException {
        return call(request(method, path, json).build());
    }

    Answered read(String path) throws IOException {
        return get("/api.xro/2.0/" + path, token(), bakery());
    }

    /** The only document of the answer. */
    static JsonNode only(Answered answer) throws IOException {
        JsonNode body = answer.body();
        return body.path(body.has("Invoices") ? "Invoices" : "BankTransactions").get(0);
    }

    JsonNode created(String json) throws IOException {
        return only(send("PUT", json.contains("BankAccount") ? "BankTransactions" : "Invoices", json));
    }

    /** What Xero has against it. */
    static String errors(Answered answer) throws IOException {
        return answer.status() + " " + answer.body().findValuesAsText("Message");
    }
}
