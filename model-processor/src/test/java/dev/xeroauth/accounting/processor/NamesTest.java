package dev.xeroauth.accounting.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({
        "InvoiceID, invoiceId, INVOICE_ID",
        "UpdatedDateUTC, updatedDateUtc, UPDATED_DATE_UTC",
        "UpdatedDateUTCString, updatedDateUtcString, UPDATED_DATE_UTC_STRING",
        "CISRate, cisRate, CIS_RATE",
        "Url, url, URL",
        "AddressLine1, addressLine1, ADDRESS_LINE1",
        "pageSize, pageSize, PAGE_SIZE"
    })
    void xerosName_asJavas(String name, String method, String constant) {
        assertThat(Names.method(name)).isEqualTo(method);
        assertThat(Names.constant(name)).isEqualTo(constant);
    }
}
