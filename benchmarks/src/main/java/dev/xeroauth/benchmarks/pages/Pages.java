package dev.xeroauth.benchmarks.pages;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.xero.api.ApiClient;
import com.xero.models.accounting.Invoices;
import dev.xeroauth.accounting.internal.json.Envelope;
import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.model.Invoice;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** One page of 1,000 invoices, read from a stream in five ways; of four of them every amount, date and line is used. */
@State(Scope.Benchmark)
public class Pages {

    private static final int INVOICES = 1_000;

    private final byte[] page = PageMaker.page(INVOICES);
    private final JsonFactory factory = new JsonFactory();
    private final ObjectMapper treeMapper = new ObjectMapper();
    private final ObjectMapper recordMapper = Records.mapper();
    private final ObjectMapper xeroMapper = new ApiClient().getObjectMapper();

    /** The least that any reader does. */
    @Benchmark
    public void scan(Blackhole hole) throws IOException {
        try (JsonParser parser = factory.createParser(stream())) {
            while (parser.nextToken() != null) {
                hole.consume(parser.currentToken());
            }
        }
    }

    /** This library. */
    @Benchmark
    public void ours(Blackhole hole) throws IOException {
        try (JsonParser parser = Json.parser(stream())) {
            Use.ours(Envelope.read(parser, "Invoices", Invoice.class).elements(), hole);
        }
    }

    /** Jackson's tree, whose texts nobody turns into dates. */
    @Benchmark
    public void tree(Blackhole hole) throws IOException {
        JsonNode invoices = treeMapper.readTree(stream()).path("Invoices");
        Use.tree(invoices, hole);
    }

    /** Jackson's databind to records that are written by hand. */
    @Benchmark
    public void records(Blackhole hole) throws IOException {
        Use.records(recordMapper.readValue(stream(), Records.Page.class).invoices(), hole);
    }

    /** Xero's own library for Java. */
    @Benchmark
    public void xeroJava(Blackhole hole) throws IOException {
        Use.xeroJava(xeroMapper.readValue(stream(), Invoices.class).getInvoices(), hole);
    }

    int bytes() {
        return page.length;
    }

    private InputStream stream() {
        return new ByteArrayInputStream(page);
    }
}
