package dev.xeroauth.accounting.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LosslessTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1,'b':null} | {'b':null,'a':1}",
                "{'a':null,'b':{'c':null}} | {'b':{}}",
                "{'a':46.10} | {'a':46.1}",
                "{'a':'46.10'} | {'a':46.1}",
                "{'a':1E+3} | {'a':1000}",
                "{'a':'true'} | {'a':true}",
                "{'a':'/Date(1543449600000+0000)/'} | {'a':'2018-11-29'}",
                "{'a':'/Date(1543449600000)/'} | {'a':'2018-11-29T00:00:00'}",
                "{'a':'/Date(1541176592690+1300)/'} | {'a':'2018-11-02T16:36:32.690Z'}",
                "{'a':'A3675FC4-F8DD-4F03-BA5B-F1870566BCD7'} | {'a':'a3675fc4-f8dd-4f03-ba5b-f1870566bcd7'}",
                "{'a':[{'b':[1,'x']}]} | {'a':[{'b':[1.0,'x']}]}",
            })
    void lost_otherFormOfTheSame_isNothing(String before, String after) {
        assertThat(lost(before, after)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'a':1,'b':2} | {'a':1} | /b: lost",
                "{'a':1} | {'a':1,'b':2} | /b: gained",
                "{'a':{'b':[{'c':'x'}]}} | {'a':{'b':[{}]}} | /a/b/0/c: lost",
                "{'a':[]} | {} | /a: lost",
                "{'a':[1,2]} | {'a':[1]} | /a: changed from 2 elements to 1",
                "{'a':46.10} | {'a':46.11} | /a: changed from 46.10 to 46.11",
                "{'a':12345678901234567.89} | {'a':12345678901234567.88} | /a: changed from 12345678901234567.89 to 12345678901234567.88",
                "{'a':'1.00'} | {'a':'1.0'} | /a: changed from \"1.00\" to \"1.0\"",
                "{'a':'x'} | {'a':1} | /a: changed from \"x\" to 1",
                "{'a':true} | {'a':'True'} | /a: changed from true to \"True\"",
                "{'a':'/Date(1543449600001)/'} | {'a':'2018-11-29'} | /a: changed from \"/Date(1543449600001)/\" to \"2018-11-29\"",
                "{'a':{}} | {'a':'{}'} | /a: changed from {} to \"{}\"",
                "{'a':''} | {} | /a: lost",
            })
    void lost_somethingElse_isFoundByItsPlace(String before, String after, String found) {
        assertThat(lost(before, after)).containsExactly(found);
    }

    private static List<String> lost(String before, String after) {
        return Lossless.lost(Bodies.json(before.replace('\'', '"')), Bodies.json(after.replace('\'', '"')));
    }
}
