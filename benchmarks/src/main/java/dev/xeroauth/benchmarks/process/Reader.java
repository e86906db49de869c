package dev.xeroauth.benchmarks.process;

import java.io.IOException;

/** How one library reads pages. */
interface Reader {

    /**
     * Reads.
     *
     * @param base where the server is
     * @param pages how many
     * @param pageSize how many invoices the server puts on each
     * @param read is told of every page
     */
    void read(String base, int pages, int pageSize, Sink read) throws IOException;
}
