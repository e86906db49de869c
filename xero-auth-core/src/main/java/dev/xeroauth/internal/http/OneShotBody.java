package dev.xeroauth.internal.http;

import java.io.IOException;
import okhttp3.EventListener;
import okhttp3.FormBody;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;

/** A form that can be written once, so that no layer below sends it again on its own. */
final class OneShotBody extends RequestBody {

    private final FormBody form;
    private final EventListener witness;

    /** @param witness hears of the call that sends it */
    OneShotBody(FormBody form, EventListener witness) {
        this.form = form;
        this.witness = witness;
    }

    EventListener witness() {
        return witness;
    }

    @Override
    public MediaType contentType() {
        return form.contentType();
    }

    @Override
    public long contentLength() {
        return form.contentLength();
    }

    @Override
    public boolean isOneShot() {
        return true;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
        form.writeTo(sink);
    }
}
