package dev.xeroauth.accounting.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.accounting.model.Invoice;
import dev.xeroauth.accounting.model.Payment;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XeroDatesTest {

    @ParameterizedTest
    @CsvSource({
        "/Date(1539993600000+0000)/,     2018-10-20",
        "/Date(1539993600000)/,          2018-10-20",
        "/Date(1539993600000+1300)/,     2018-10-20",
        "/Date(1539993600000-0800)/,     2018-10-20",
        "/Date(1540079999999+0000)/,     2018-10-20",
        "/Date(0)/,                      1970-01-01",
        "/Date(-1)/,                     1969-12-31",
        "/Date(-86400000+0000)/,         1969-12-31",
        "/Date(-86400001+0000)/,         1969-12-30",
        "/Date(-62135596800000)/,        0001-01-01",
        "\\/Date(1539993600000+0000)\\/, 2018-10-20",
        "2018-10-20T00:00:00,            2018-10-20",
        "2018-10-20,                     2018-10-20",
        "2018-10-20T23:59:59.9999999Z,   2018-10-20",
        "2018-10-20T00:30:00+13:00,      2018-10-19"
    })
    void read_calendarDate_isTheDayInUtc(String sent, LocalDate expected) throws IOException {
        assertThat(Reading.read(Payment.class, "{'Date':'" + sent + "'}").date())
                .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "/Date(1541176290160+0000)/, 2018-11-02T16:31:30.160Z",
        "/Date(1541176290160)/,      2018-11-02T16:31:30.160Z",
        "/Date(-1+0000)/,            1969-12-31T23:59:59.999Z",
        "2018-11-02T16:31:30Z,       2018-11-02T16:31:30Z",
        "2018-11-02T16:31:30.1234567,2018-11-02T16:31:30.123456700Z",
        "2018-11-02T16:31,           2018-11-02T16:31:00Z",
        "2018-11-02T16:31:30+13:00,  2018-11-02T03:31:30Z"
    })
    void read_moment_isUtcUnlessItSaysOtherwise(String sent, Instant expected) throws IOException {
        Invoice invoice = Reading.read(Invoice.class, "{'UpdatedDateUTC':'" + sent + "'}");
        assertThat(invoice.updatedDateUtc()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/Date()/",
                "/Date(-)/",
                "/Date(12",
                "/Date(12)",
                "/Date(",
                "Date(12)",
                "/Date(12+00)/",
                "/Date(12+00x0)/",
                "/Date(12 +0000)/",
                "/Date(1234567890123456789)/",
                "/Date(١٢)/",
                "2018-02-30",
                "20/10/2018",
                "tomorrow",
                " "
            })
    void read_noDate_isUnreadableAndNotShown(String sent) {
        assertThatThrownBy(() -> Reading.read(Payment.class, "{'Date':'" + sent + "'}"))
                .isInstanceOf(UnreadableValueException.class)
                .hasMessage("no date at /Date")
                .hasNoCause();
    }

    @Test
    void read_emptyDate_isNone() throws IOException {
        assertThat(Reading.read(Payment.class, "{'Date':''}").date()).isEmpty();
        assertThat(Reading.read(Invoice.class, "{'UpdatedDateUTC':''}").updatedDateUtc())
                .isEmpty();
    }

    @Test
    void read_numberForADate_isUnreadable() {
        assertThatThrownBy(() -> Reading.read(Payment.class, "{'Date':1539993600000}"))
                .isInstanceOf(UnreadableValueException.class);
    }
}
