package dev.xeroauth.accounting.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.xeroauth.accounting.model.BankTransaction;
import dev.xeroauth.accounting.model.Contact;
import dev.xeroauth.accounting.model.Invoice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Any model survives writing and reading; any JSON is a model or an exception that shows no value. */
class RoundTripTest {

    private static final long SEED = Long.getLong("xero.seed", 20_261_122);
    private static final int MODELS = 500;
    private static final int MUTILATIONS = 20_000;

    @Test
    void write_anyModel_readsAsItself() throws IOException {
        System.out.println("seed: -Dxero.seed=" + SEED);
        RandomModels models = new RandomModels(new Random(SEED));
        for (int i = 0; i < MODELS; i++) {
            Invoice invoice = models.model(Invoice.class, 3);
            byte[] json = Json.bytes(invoice, Writing.WHOLE);
            assertThat(read(json)).as("model %s", i).isEqualTo(invoice);
            assertThat(Json.model(Invoice.class, Json.text(invoice, Writing.WHOLE)))
                    .isEqualTo(invoice);
        }
    }

    @Test
    void read_mutilatedJson_isAModelOrAnExceptionWithoutValues() {
        System.out.println("seed: -Dxero.seed=" + SEED);
        Random random = new Random(SEED);
        byte[] sound =
                ("{'Type':'ACCREC','Reference':'Secretive','DateString':'2019-03-07T00:00:00','Date':'/Date(1551916800000)/',"
                                + "'Total':8765.4321,'Contact':{'Name':'Secretive','IsSupplier':'false'},'New':[{'a':'Secretive'},8765],"
                                + "'LineItems':[{'LineItemID':'d4956132-ed94-4dd7-9eaa-aa22dfdf06f2','Quantity':'8765.4321'}]}")
                        .replace('\'', '"')
                        .getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < MUTILATIONS; i++) {
            byte[] json = sound.clone();
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                json[random.nextInt(json.length)] = random.nextBoolean()
                        ? (byte) "{}[]\",:0e-. tn".charAt(random.nextInt(14))
                        : (byte) random.nextInt(256);
            }
            tryToRead(json);
        }
    }

    private static void tryToRead(byte[] json) {
        try {
            assertThat(read(json)).isNotNull();
        } catch (UnreadableValueException e) {
            // A name that the library does not know may stand in the path; a value may not.
            assertThat(e.getMessage()).doesNotContain("ecretiv", "8765", "1551");
        } catch (JsonProcessingException e) {
            assertThat(e.getLocation()).isNotNull();
        } catch (IOException e) {
            // jackson-core, on bytes that are no UTF-8
            assertThat(e).isInstanceOf(java.io.CharConversionException.class);
        }
    }

    @Test
    void write_request_hasWrittenAndUnknownFieldsAndReferencesByKey() throws IOException {
        Invoice invoice = Reading.read(
                Invoice.class,
                "{'Type':'ACCREC','Total':46.00,'New':{'a':[1.50]},'Contact':{'ContactID':"
                        + "'d4956132-ed94-4dd7-9eaa-aa22dfdf06f2','Name':'Blue Ltd'},'Date':'/Date(1551916800000+0000)/'}");
        String reference = "{'Type':'ACCREC','Contact':{'ContactID':'d4956132-ed94-4dd7-9eaa-aa22dfdf06f2'";
        String rest = "},'Date':'2019-03-07','New':{'a':[1.50]}}";
        assertThat(Json.text(invoice, Writing.REQUEST)).isEqualTo((reference + rest).replace('\'', '"'));
        assertThat(Json.text(invoice, Writing.REQUEST_WITH_CONTACTS))
                .isEqualTo((reference + ",'Name':'Blue Ltd'" + rest).replace('\'', '"'));
        assertThat(Json.text(Contact.builder().name("x").build(), Writing.WHOLE))
                .isEqualTo("{\"Name\":\"x\"}");
    }

    @Test
    void write_requestWithContacts_namesOtherReferencesByTheirKey() throws IOException {
        String sent =
                "{'BankAccount':{'AccountID':'d4956132-ed94-4dd7-9eaa-aa22dfdf06f2'%s},'Contact':{'Name':'Blue Ltd'}}"
                        .replace('\'', '"');
        BankTransaction spent =
                Json.model(BankTransaction.class, String.format(sent, ",\"Code\":\"090\",\"Name\":\"Bank\""));
        assertThat(Json.text(spent, Writing.REQUEST_WITH_CONTACTS)).isEqualTo(String.format(sent, ""));
    }

    private static Invoice read(byte[] json) throws IOException {
        try (JsonParser parser = Json.parser(new ByteArrayInputStream(json))) {
            parser.nextToken();
            return Shape.of(Invoice.class).read(parser);
        }
    }
}
