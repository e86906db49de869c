package dev.xeroauth.accounting;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Keeps a copy of everything that is read of a body. */
final class KeptBody extends FilterInputStream {

    private final ByteArrayOutputStream copy = new ByteArrayOutputStream();

    KeptBody(InputStream in) {
        super(in);
    }

    /** The whole body, the part that nobody has read included; as much of it as there is, if it was cut off. */
    byte[] all() {
        try {
            transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // whoever was to read it has heard of this, or did not care
        }
        return copy.toByteArray();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = super.read(into, offset, length);
        copy.write(into, offset, Math.max(count, 0));
        return count;
    }
}
