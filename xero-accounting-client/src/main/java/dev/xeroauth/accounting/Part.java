package dev.xeroauth.accounting;

import dev.xeroauth.accounting.internal.json.Json;
import dev.xeroauth.accounting.internal.json.Writing;
import java.util.ArrayList;
import java.util.List;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.Buffer;

/**
 * As many objects of a batch as one request takes.
 *
 * @param <M> the kind of object
 */
final class Part<M> {

    /** By Xero's advice. */
    static final int MAX_OBJECTS = 50;

    /** Xero refuses a body above 3.5 MB. */
    static final int MAX_BYTES = 3_500_000;

    private static final String END = "]}";
    private static final MediaType JSON = MediaType.get("application/json");

    private final String list;
    private final List<M> objects = new ArrayList<>();
    private final Buffer body = new Buffer();

    /** @param list the name of the list, which is that of the resource */
    Part(String list) {
        this.list = list;
        body.writeUtf8("{\"").writeUtf8(list).writeUtf8("\":[");
    }

    static <M> Part<M> of(String list, M object, Writing how) {
        Part<M> part = new Part<>(list);
        part.add(object, Json.bytes(object, how));
        return part;
    }

    /** Whether an object of this size goes into it; into one that is empty always. */
    boolean hasRoom(int bytes) {
        return objects.isEmpty()
                || (objects.size() < MAX_OBJECTS && body.size() + ",".length() + bytes + END.length() <= MAX_BYTES);
    }

    /** Whether it is of one object that Xero would not take; several are never added beyond what it takes. */
    boolean isTooLarge() {
        return body.size() + END.length() > MAX_BYTES;
    }

    void add(M object, byte[] json) {
        if (!objects.isEmpty()) {
            body.writeByte(',');
        }
        objects.add(object);
        body.write(json);
    }

    List<M> objects() {
        return objects;
    }

    String list() {
        return list;
    }

    RequestBody body() {
        return RequestBody.create(body.clone().writeUtf8(END).readByteString(), JSON);
    }
}
