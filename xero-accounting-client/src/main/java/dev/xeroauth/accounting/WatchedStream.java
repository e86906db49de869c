package dev.xeroauth.accounting;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Counts what is read of a body, and keeps the failure of the connection apart from those of whoever parses it. */
final class WatchedStream extends FilterInputStream {

    private long bytesRead;
    private @Nullable IOException failure;

    WatchedStream(InputStream in) {
        super(in);
    }

    long bytesRead() {
        return bytesRead;
    }

    @Nullable
    IOException failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int count = super.read(into, offset, length);
            bytesRead += Math.max(count, 0);
            return count;
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
