package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.accounting.model.Invoice;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers, cursors and options with which a sync could miss something. */
class SyncRefusalsTest {

    private static final long NOW = Instant.parse("2026-11-20T10:15:30Z").toEpochMilli();
    private static final String TIME = "'DateTimeUTC':'/Date(" + NOW + ")/'";

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    private Iterator<SyncBatch<Invoice>> walk() {
        return xero.invoices().sync(SyncCursor.start()).iterator();
    }

    private void answer(String json) {
        xero.answer(json.replace('\'', '"'));
    }

    private static String invoice(int number, long updated) {
        return "{'InvoiceID':'00000000-0000-0000-0000-00000000000" + number + "','UpdatedDateUTC':'/Date(" + updated
                + ")/'}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[{'InvoiceID':'00000000-0000-0000-0000-000000000001'}] | no UpdatedDateUTC",
                "[{'UpdatedDateUTC':'/Date(1)/'}] | no id",
                "[{'InvoiceID':'00000000-0000-0000-0000-000000000001','UpdatedDateUTC':'/Date(999999999999999)/'}]"
                        + " | no UpdatedDateUTC",
            })
    void next_documentWithoutWhatOrdersIt_isAnException(String list, String why) {
        answer("{" + TIME + ",'Invoices':" + list + "}");

        assertUnsyncable(why);
    }

    @Test
    void next_otherOrder_isAnException() {
        answer("{" + TIME + ",'Invoices':[" + invoice(1, NOW - 1) + "," + invoice(2, NOW - 2) + "]}");

        assertUnsyncable("not in the order of UpdatedDateUTC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'DateTimeUTC':'yesterday',", "'DateTimeUTC':'/Date(999999999999999)/',"})
    void next_noTimeOfXeros_isAnException(String time) {
        answer("{" + time + "'Invoices':[]}");

        assertUnsyncable("says when it was made");
    }

    @Test
    void next_timeInTheHeaderAlone_isEnough() {
        xero.answer(XeroServer.response(200, "application/json", "{\"Invoices\":[]}")
                .setHeader("Date", "Fri, 20 Nov 2026 10:15:30 GMT"));

        assertThat(walk().next().hasMore()).isFalse();
    }

    @Test
    void next_otherPageThanAskedFor_isAnException() {
        answer("{" + TIME + ",'pagination':{'page':1,'pageSize':100,'itemCount':0},'Invoices':[]}");

        assertUnsyncable("another page");
    }

    @Test
    void next_ifModifiedSinceIsIgnored_isAnException() {
        answer("{" + TIME + ",'Invoices':[" + invoice(1, NOW - 86_400_000) + "]}");
        Iterator<SyncBatch<Invoice>> walk = xero.invoices()
                .sync(SyncCursor.since(Instant.ofEpochMilli(NOW - 60_000)))
                .iterator();

        assertThatThrownBy(walk::next)
                .isInstanceOf(UnsyncableAnswerException.class)
                .hasMessageContaining("from before If-Modified-Since")
                .hasMessageContaining("GET Invoices")
                .hasMessageContaining(XeroServer.CORRELATION);
    }

    /** More than there were, for ever. */
    @Test
    void next_moreIsPromisedAndNeverSent_givesUp() {
        for (int i = 0; i < 20; i++) {
            answer("{" + TIME + ",'pagination':{'itemCount':7},'Invoices':[" + invoice(1, NOW - 5000) + "]}");
        }
        Iterator<SyncBatch<Invoice>> walk = walk();
        walk.next();

        assertThatThrownBy(walk::next)
                .isInstanceOf(UnsyncableAnswerException.class)
                .hasMessageContaining("does not send it");
        assertThat(xero.requests()).isLessThan(12);
    }

    /** A server that does not count may fill its pages less far than it was asked to. */
    @Test
    void next_withoutACount_readsOnAfterAPageThatMayBeFull() {
        String hundred = IntStream.range(0, 100)
                .mapToObj(i -> "{'InvoiceID':'" + new UUID(1, i) + "','UpdatedDateUTC':'/Date("
                        + (NOW - 900_000 + i * 2000L) + ")/'}")
                .collect(Collectors.joining(","));
        answer("{" + TIME + ",'Invoices':[" + hundred + "]}");
        answer("{" + TIME + ",'Invoices':[" + invoice(1, NOW - 100_000) + "]}");
        Iterator<SyncBatch<Invoice>> walk = walk();

        assertThat(walk.next().hasMore()).isTrue();
        assertThat(walk.next().elements()).hasSize(1);
        assertThat(walk.hasNext()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "AQ", "start", "AQCUzrcF", "ÄQCUzrcE", "AQCUzrcE\n"})
    void of_damagedText_isRefused(String text) {
        assertThatThrownBy(() -> SyncCursor.of(text))
                .isInstanceOfSatisfying(
                        SyncCursorException.class,
                        e -> assertThat(e.reason()).isEqualTo(SyncCursorException.Reason.DAMAGED))
                .hasMessageContaining("is damaged");
    }

    @Test
    void text_anyCursor_isReadBack() {
        assertThat(SyncCursor.of(SyncCursor.start().text())).isEqualTo(SyncCursor.start());
        SyncCursor since = SyncCursor.since(Instant.parse("2026-11-20T10:15:30.123Z"));
        assertThat(SyncCursor.of(since.toString())).isEqualTo(since).hasSameHashCodeAs(since);
        assertThat(SyncCursor.since(Instant.EPOCH.minusSeconds(1))).isEqualTo(SyncCursor.start());
    }

    @ParameterizedTest
    @ValueSource(strings = {"where", "ORDER", "Statuses", "IDs", "includeArchived", "createdByMyApp"})
    void sync_optionsWithAFilter_areRefused(String name) {
        InvoicesClient filtered = xero.invoices()
                .with(RequestOptions.builder().parameter(name, "x").build());

        assertThatIllegalArgumentException().isThrownBy(() -> filtered.sync(SyncCursor.start()));
    }

    @Test
    void sync_optionsWithATimeOfTheirOwn_areRefused() {
        InvoicesClient filtered = xero.invoices()
                .with(RequestOptions.builder()
                        .header("if-modified-since", "2026-11-20T10:15:30")
                        .build());

        assertThatIllegalArgumentException().isThrownBy(() -> filtered.sync(SyncCursor.start()));
    }

    @Test
    void sync_optionsOutOfRange_areRefused() {
        InvoicesClient invoices = xero.invoices();

        assertThatIllegalArgumentException().isThrownBy(() -> invoices.sync(SyncCursor.start(), o -> o.pageSize(1001)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoices.sync(SyncCursor.start(), o -> o.overlap(Duration.ofMillis(-1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> invoices.sync(SyncCursor.start(), o -> o.overlap(Duration.ofDays(2))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TenantClient(XeroServer.TENANT, xero.calls())
                        .bankTransactions()
                        .sync(SyncCursor.start(), o -> o.summaryOnly(true)))
                .withMessageContaining("no summaries of BankTransactions");
        assertThat(xero.requests()).isZero();
    }

    private void assertUnsyncable(String why) {
        assertThatThrownBy(() -> walk().next())
                .isInstanceOf(UnsyncableAnswerException.class)
                .hasMessageContaining(why);
    }
}
