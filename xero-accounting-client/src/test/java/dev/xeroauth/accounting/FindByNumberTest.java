package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A number is free again when its sale was deleted or voided, so that several may have it. */
class FindByNumberTest {

    @RegisterExtension
    final XeroServer xero = new XeroServer();

    @ParameterizedTest
    @CsvSource({
        "VOIDED:1 DELETED:2 PAID:3, 3",
        "DELETED:1 DRAFT:2 VOIDED:3, 2",
        "AUTHORISED:1 VOIDED:2, 1",
        "DRAFT:1 AUTHORISED:2, 1",
        "DELETED:1 VOIDED:2, 1",
        "NEW_AT_XERO:1 PAID:2, 1"
    })
    void findByNumber_severalHaveHadIt_isTheOneThatStillCounts(String sales, String found) {
        xero.answer(Stream.of(sales.split(" "))
                .map(sale -> sale.split(":"))
                .map(sale -> "{\"Type\":\"ACCREC\",\"InvoiceNumber\":\"inv-1\",\"Status\":\"" + sale[0]
                        + "\",\"Reference\":\"" + sale[1] + "\"}")
                .collect(Collectors.joining(",", "{\"Invoices\":[", "]}")));

        assertThat(xero.invoices().findByNumber("INV-1").orElseThrow().reference())
                .contains(found);
    }

    @Test
    void findByNumber_billsAlone_findsNone() {
        xero.answer("{\"Invoices\":[{\"Type\":\"ACCPAY\",\"InvoiceNumber\":\"INV-1\"}]}");
        assertThat(xero.invoices().findByNumber("INV-1")).isEmpty();
    }
}
