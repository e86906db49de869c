package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.xeroauth.accounting.model.InvoiceStatus;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvoiceQueryTest {

    private static final UUID ID = UUID.fromString("d4956132-ed94-4dd7-9eaa-aa22dfdf06f2");

    @Test
    void request_nothingSet_sendsThePageAndAllDecimals() {
        Request request = request(InvoiceQuery.builder());
        assertThat(request.url().query()).isEqualTo("unitdp=4&page=3&pageSize=1000");
        assertThat(request.header("If-Modified-Since")).isNull();
    }

    @Test
    void lists_null_areRefusedAndNamed() {
        InvoiceQuery.Builder query = InvoiceQuery.builder();
        assertThatNullPointerException()
                .isThrownBy(() -> query.statuses(InvoiceStatus.PAID, null))
                .withMessage("statuses has null in place 1, counted from 0");
        assertThatNullPointerException()
                .isThrownBy(() -> query.statuses((InvoiceStatus[]) null))
                .withMessage("statuses is null");
        assertThatNullPointerException().isThrownBy(() -> query.ids(null)).withMessage("ids is null");
        assertThatNullPointerException()
                .isThrownBy(() -> query.contactIds(Collections.singleton(null)))
                .withMessageContaining("contactIds has null");
        assertThatNullPointerException()
                .isThrownBy(() -> query.invoiceNumbers(Collections.singleton(null)))
                .withMessageContaining("numbers has null");
    }

    @Test
    void request_everythingSet_sendsIt() {
        HttpUrl url = request(InvoiceQuery.builder()
                        .statuses(InvoiceStatus.AUTHORISED, InvoiceStatus.of("NEW"))
                        .ids(List.of(ID, ID))
                        .invoiceNumbers(List.of("INV-1 +&=ü", "INV-2"))
                        .contactIds(List.of(ID))
                        .where("Total > 10 AND Contact.Name == \"A&B +\"")
                        .order("InvoiceNumber ASC")
                        .searchTerm("blue fish")
                        .summaryOnly(true)
                        .createdByMyApp(true)
                        .includeArchived(true)
                        .unitDecimals(3)
                        .pageSize(50))
                .url();
        assertThat(url.queryParameter("Statuses")).isEqualTo("AUTHORISED,NEW");
        assertThat(url.queryParameter("IDs")).isEqualTo(ID.toString());
        assertThat(url.queryParameter("InvoiceNumbers")).isEqualTo("INV-1 +&=ü,INV-2");
        assertThat(url.queryParameter("ContactIDs")).isEqualTo(ID.toString());
        assertThat(url.queryParameter("where")).isEqualTo("Total > 10 AND Contact.Name == \"A&B +\"");
        assertThat(url.queryParameter("order")).isEqualTo("InvoiceNumber ASC");
        assertThat(url.queryParameter("searchTerm")).isEqualTo("blue fish");
        assertThat(url.queryParameter("summaryOnly")).isEqualTo("true");
        assertThat(url.queryParameter("createdByMyApp")).isEqualTo("true");
        assertThat(url.queryParameter("includeArchived")).isEqualTo("true");
        assertThat(url.queryParameter("unitdp")).isEqualTo("3");
        assertThat(url.queryParameter("pageSize")).isEqualTo("50");
        assertThat(url.queryParameter("page")).isEqualTo("3");
        assertThat(url.encodedQuery()).doesNotContain("+").contains("%2B");
    }

    @Test
    void request_flagTakenBack_isLeftOut() {
        InvoiceQuery.Builder query = InvoiceQuery.builder().summaryOnly(true).summaryOnly(false);
        assertThat(request(query).url().queryParameter("summaryOnly")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-21T01:02:03.999Z, 2026-11-21T01:02:03",
        "2026-11-21T01:02:03Z,     2026-11-21T01:02:03",
        "1969-12-31T23:59:59.5Z,   1969-12-31T23:59:59",
        "0001-01-01T00:00:00Z,     0001-01-01T00:00:00"
    })
    void modifiedSince_anyInstant_isWholeSecondsInUtc(Instant since, String sent) {
        assertThat(request(InvoiceQuery.builder().modifiedSince(since)).header("If-Modified-Since"))
                .isEqualTo(sent);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-1000000000-01-01T00:00:00Z",
                "0000-12-31T23:59:59Z",
                "+10000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59Z"
            })
    void modifiedSince_yearThatXeroCannotRead_isRefused(Instant since) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceQuery.builder().modifiedSince(since));
    }

    @Test
    void filters_emptyList_isRefusedBecauseXeroWouldSendAll() {
        InvoiceQuery.Builder query = InvoiceQuery.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> query.ids(List.of()))
                .withMessageContaining("IDs");
        assertThatIllegalArgumentException().isThrownBy(() -> query.statuses());
        assertThatIllegalArgumentException().isThrownBy(() -> query.contactIds(List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> query.invoiceNumbers(List.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,b", "", " "})
    void invoiceNumbers_notToBeJoined_areRefusedUnseen(String number) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> InvoiceQuery.builder().invoiceNumbers(List.of(number)))
                .withMessageNotContaining("a,b");
    }

    @Test
    void numbers_outOfRange_areRefused() {
        InvoiceQuery.Builder query = InvoiceQuery.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> query.pageSize(0));
        assertThatIllegalArgumentException().isThrownBy(() -> query.pageSize(1001));
        assertThatIllegalArgumentException().isThrownBy(() -> query.unitDecimals(5));
        assertThatIllegalArgumentException().isThrownBy(() -> query.where(" "));
    }

    @Test
    void build_builderUsedAgain_leavesTheFirstQueryAlone() {
        InvoiceQuery.Builder builder = InvoiceQuery.builder().where("a");
        InvoiceQuery first = builder.build();
        builder.where("b");
        assertThat(part(first).url().queryParameter("where")).isEqualTo("a");
    }

    @Test
    void toString_hidesWhatIsSearchedFor() {
        assertThat(InvoiceQuery.builder().searchTerm("Blue Ltd").build()).hasToString("InvoiceQuery[searchTerm]");
    }

    @Test
    void unitDecimals_ofEitherResource_isSent() {
        assertThat(part(BankTransactionQuery.builder().unitDecimals(3).build())
                        .url()
                        .queryParameter("unitdp"))
                .isEqualTo("3");
    }

    @Test
    void bankTransactions_everythingSet_sendsIt() {
        Request request = part(BankTransactionQuery.builder()
                        .where(BankTransactionFilters.IS_RECONCILED.is(false))
                        .orderBy(BankTransactionFilters.DATE.ascending())
                        .unitDecimals(3)
                        .pageSize(10)
                        .modifiedSince(Instant.parse("2026-11-21T01:02:03Z"))
                        .build())
                .request(2)
                .build();
        assertThat(request.url().query())
                .isEqualTo("where=IsReconciled==false&order=Date ASC&unitdp=3&page=2&pageSize=10");
        assertThat(request.header("If-Modified-Since")).isEqualTo("2026-11-21T01:02:03");
    }

    @Test
    void where_twice_bothMustHold() {
        InvoiceQuery.Builder query =
                InvoiceQuery.builder().where("Total > 1 OR Total < 0").where(InvoiceFilters.REFERENCE.isNull());
        assertThat(request(query).url().queryParameter("where"))
                .isEqualTo("(Total > 1 OR Total < 0) AND Reference==null");
    }

    @Test
    void orderBy_severalFields_areJoinedAndReplaceWhatWasSet() {
        InvoiceQuery.Builder query = InvoiceQuery.builder()
                .order("Total ASC")
                .orderBy(InvoiceFilters.DUE_DATE.descending(), InvoiceFilters.CONTACT_NAME.ascending());
        assertThat(request(query).url().queryParameter("order")).isEqualTo("DueDate DESC, Contact.Name ASC");
        assertThatIllegalArgumentException().isThrownBy(() -> query.orderBy());
    }

    @Test
    void texts_halfACharacter_areRefused() {
        InvoiceQuery.Builder query = InvoiceQuery.builder();
        assertThatIllegalArgumentException().isThrownBy(() -> query.searchTerm("a\ud83d"));
        assertThatIllegalArgumentException().isThrownBy(() -> query.invoiceNumbers(List.of("\udc1f")));
    }

    private static Request request(InvoiceQuery.Builder query) {
        return part(query.build()).request(3).build();
    }

    private static ListPart part(ListQuery query) {
        return query.parts(list(), RequestOptions.none()).iterator().next();
    }

    private static HttpUrl list() {
        return HttpUrl.get("https://api.xero.com/api.xro/2.0/Invoices");
    }
}
