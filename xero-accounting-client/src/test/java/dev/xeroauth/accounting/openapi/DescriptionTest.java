package dev.xeroauth.accounting.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exchanges that are wrong in one way each: every one has to be found. */
@Tag("openapi")
class DescriptionTest {

    private static final String API = "https://api.xero.com/api.xro/2.0";
    private static final String ID = "7b8e0a11-9a0f-4f7c-9b32-5a5e7a1d0001";
    private static final Headers HEADERS = Headers.of(
            "xero-tenant-id", ID, "Idempotency-Key", "key-1", "Content-Type", "application/json; charset=utf-8");
    private static final Headers READING =
            HEADERS.newBuilder().removeAll("Idempotency-Key").build();

    private static Description description;

    @BeforeAll
    static void read() throws IOException {
        description = Description.accounting();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'Id':'x','Status':'OK','ProviderName':'x','DateTimeUTC':'/Date(1)/','pagination':{'page':1},'Invoices':[]}",
                "{'Invoices':[{'Type':'ACCREC','InvoiceID':'7b8e0a11-9a0f-4f7c-9b32-5a5e7a1d0001','Total':1.50}]}",
                "{'Invoices':[{'Date':'/Date(-86400000+0000)/','DateString':'1969-12-31T00:00:00'}]}",
                "{'Invoices':[{'Payments':[{'Invoice':{'LineItems':[{'Quantity':2.0}]}}]}]}",
            })
    void violations_rightAnswer_areNone(String body) {
        assertThat(description.violations(answer(body))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Invoices':{}} | /Invoices: object found, array expected",
                "{'Invoices':[{'Total':'1.50'}]} | /Invoices/0/Total: string found, number expected",
                "{'Invoices':[{'Reference':null}]} | /Invoices/0/Reference: null found, string expected",
                "{'Invoices':[{'Type':'SALE'}]} | /Invoices/0/Type: does not have a value in the enumeration",
                "{'Invoices':[{'InvoiceID':'7'}]} | /Invoices/0/InvoiceID: does not match the uuid pattern",
                "{'Invoices':[{'Date':'2018-11-29'}]} | /Invoices/0/Date: does not match the regex pattern",
                "{'Invoices':[{'Totall':1}]} | /Invoices/0/Totall: unknown field",
                "{'Invoices':[{'Contact':{'Nam':'x'}}]} | /Invoices/0/Contact/Nam: unknown field",
                "{'invoices':[]} | /invoices: unknown field",
                "{'pagination':{'page':1.5}} | /pagination/page: number found, integer expected",
                "{'Invoices':[{'Payments':[{'Invoice':{'LineItems':[{'Quantity':'x'}]}}]}]} | /Invoices/0/Payments/0/Invoice/LineItems/0/Quantity: string found, number expected",
                "{'Invoices':[{'Payments':[{'Invoice':{'Payments':[{'Invoice':{'InvoiceID':'x'}}]}}]}]} | /Invoices/0/Payments/0/Invoice/Payments/0/Invoice/InvoiceID: does not match",
                "[ | not JSON",
            })
    void violations_wrongAnswer_areFoundByTheirPlace(String body, String found) {
        assertThat(description.violations(answer(body)))
                .singleElement()
                .asString()
                .contains("response", found);
    }

    @Test
    void violations_requiredFieldMissing_areFound() {
        Exchange exchange = exchange(
                "GET", "/BankTransactions", READING, "", 200, "{'BankTransactions':[{'LineItems':[],'Type':'SPEND'}]}");

        assertThat(description.violations(exchange))
                .containsExactly(
                        "GET /BankTransactions 200: response /BankTransactions/0/BankAccount: required field missing");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/Invoices?page=x | query parameter page: string found, integer expected",
                "/Invoices?Page=1 | query parameter Page: unknown",
                "/Invoices?page=1&page=2 | query parameter page: more than once",
                "/Invoices?summaryOnly=yes | query parameter summaryOnly: string found, boolean expected",
                "/Invoices?IDs=7b8e0a11-9a0f-4f7c-9b32-5a5e7a1d0001,7 | query parameter IDs/1: does not match the uuid pattern",
                "/Invoices/7 | path parameter InvoiceID: does not match the uuid pattern",
                "/Invoice | no such operation",
                "/Invoices/7b8e0a11-9a0f-4f7c-9b32-5a5e7a1d0001/pdf | content type application/json",
            })
    void violations_wrongAddress_areFound(String address, String found) {
        assertThat(description.violations(exchange("GET", address, READING, "", 200, "{}")))
                .singleElement()
                .asString()
                .contains(found);
    }

    @Test
    void violations_anotherServer_areFound() {
        Exchange.Sent sent = answer("{}").sent().withUrl("https://api.xero.com/Invoices");

        assertThat(description.violations(new Exchange(sent, answer("{}").got())))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'Invoices':[{'Total':1.5}]} | /Invoices/0/Total: read-only",
                "{'Invoices':[{'LineItems':[{'Quantity':'1'}]}]} | /Invoices/0/LineItems/0/Quantity: string found",
                "{'Invoices':[{'Contact':{'UpdatedDateUTC':'2018-11-29'}}]} | /Invoices/0/Contact/UpdatedDateUTC: read-only",
                "{'Invoices':[{'DateString':'2018-11-29'}]} | /Invoices/0/DateString: unknown field",
                "{'Invoices':[{'Date':'29.11.2018'}]} | /Invoices/0/Date: does not match the regex pattern",
                "{'Invoices':[{'Reference':null}]} | /Invoices/0/Reference: null found",
                "{'Id':'x'} | /Id: unknown field",
            })
    void violations_wrongRequest_areFoundByTheirPlace(String body, String found) {
        assertThat(description.violations(exchange("PUT", "/Invoices", HEADERS, body, 200, "{}")))
                .singleElement()
                .asString()
                .contains("request", found);
    }

    @Test
    void violations_changeOfADocumentByItsId_mayLeaveOutTheRest() {
        String change = "{'BankTransactions':[{'BankTransactionID':'" + ID + "','Status':'DELETED'}]}";
        String without = "{'BankTransactions':[{'Status':'DELETED'}]}";

        assertThat(description.violations(exchange("POST", "/BankTransactions", HEADERS, change, 200, "{}")))
                .isEmpty();
        assertThat(description.violations(exchange("POST", "/BankTransactions/" + ID, HEADERS, without, 200, "{}")))
                .isEmpty();
        assertThat(description.violations(exchange("POST", "/BankTransactions", HEADERS, without, 200, "{}")))
                .hasSize(3);
        assertThat(description.violations(exchange("PUT", "/BankTransactions", HEADERS, change, 200, "{}")))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "xero-tenant-id, '', header parameter xero-tenant-id: missing",
        "Idempotency-Key, '', header Idempotency-Key: missing",
        "Idempotency-Key, ' ', header Idempotency-Key: not 1 to 128",
        "Content-Type, text/plain, request: content type text/plain",
        "Content-Type, '', request: content type none",
    })
    void violations_wrongHeader_areFound(String name, String value, String found) {
        Headers.Builder headers = HEADERS.newBuilder().removeAll(name);
        Headers wrong = value.isEmpty()
                ? headers.build()
                : headers.addUnsafeNonAscii(name, value).build();

        assertThat(description.violations(exchange("PUT", "/Invoices", wrong, "{'Invoices':[]}", 200, "{}")))
                .singleElement()
                .asString()
                .contains(found);
    }

    @Test
    void violations_keyOrDateThatXeroDoesNotRead_areFound() {
        Headers modified = READING.newBuilder()
                .add("If-Modified-Since", "Sat, 21 Nov 2026 10:00:00 GMT")
                .build();
        Headers longKey =
                HEADERS.newBuilder().set("Idempotency-Key", "k".repeat(129)).build();

        assertThat(description.violations(exchange("GET", "/Invoices", modified, "", 200, "{}")))
                .hasSize(1);
        assertThat(description.violations(exchange("GET", "/Invoices", HEADERS, "", 200, "{}")))
                .hasSize(1);
        assertThat(description.violations(exchange("PUT", "/Invoices", longKey, "{}", 200, "{}")))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"201, 1", "302, 1", "200, 0", "401, 0", "404, 0", "429, 0", "503, 0"})
    void violations_status_areThoseOfSuccessesThatAreNotDescribed(int status, int violations) {
        assertThat(description.violations(exchange("GET", "/Invoices", READING, "", status, "{}")))
                .hasSize(violations);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST | Email | | 204 | | 0",
                "POST | Email | {} | 204 | | 0",
                "POST | Email | {'To':'x'} | 204 | | 1",
                "POST | Email | | 204 | {} | 1",
                "POST | Email | | 400 | {'ErrorNumber':10,'Elements':[{'Name':'x','ValidationErrors':[{'Message':'x'}]}]} | 0",
                "POST | Email | | 400 | {'ErrorNumber':'10','Elements':[{'ValidationErrors':[{'Text':'x'}]}]} | 2",
                "PUT | History | {'HistoryRecords':[{'Details':'x'}]} | 200 | {'HistoryRecords':[{'Details':'x','DateUTC':'/Date(1)/'}]} | 0",
                "PUT | History | {'HistoryRecords':[{'DateUTC':'2018-11-29'}]} | 200 | {'HistoryRecords':[{'Details':1}]} | 2",
                "PUT | Attachments/a b.pdf | bytes | 200 | {'Attachments':[{'ContentLength':1}]} | 0",
                "PUT | Attachments/a b.pdf | bytes | 200 | {'Attachments':[{'ContentLength':'1'}]} | 1",
            })
    void violations_besidesDocuments_areFoundToo(
            String method, String path, String sent, int status, String got, int violations) {
        Exchange exchange = exchange(
                method,
                "/Invoices/" + ID + "/" + path,
                HEADERS,
                sent == null ? "" : sent,
                status,
                got == null ? "" : got);

        assertThat(description.violations(exchange)).hasSize(violations);
    }

    private static Exchange answer(String body) {
        return exchange("GET", "/Invoices", READING, "", 200, body);
    }

    private static Exchange exchange(String method, String path, Headers headers, String sent, int status, String got) {
        return new Exchange(
                new Exchange.Sent(method, HttpUrl.get(API + path), headers, json(sent)),
                new Exchange.Got(status, Headers.of("Content-Type", "application/json; charset=utf-8"), json(got)));
    }

    private static ByteString json(String text) {
        return ByteString.encodeUtf8(text.replace('\'', '"'));
    }
}
