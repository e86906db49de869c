package dev.xeroauth.accounting.internal.sync;

import dev.xeroauth.accounting.internal.sync.RefusedCursorException.Why;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;

/**
 * A cursor as text: Base64 for URLs of {@code version ‖ what follows ‖ [list] ‖ [frontier ‖ marks] ‖ [position ‖ limit ‖ marks] ‖
 * checksum}. Every version begins with its number and ends with the checksum.
 */
public final class CursorText {

    /**
     * What a text says.
     *
     * @param place where to go on
     * @param list a hash of the list that it is for; empty: for any
     */
    public record Content(Place place, OptionalLong list) {}

    private static final byte VERSION = 1;
    private static final int FOR_ONE_LIST = 1;
    private static final int STARTED = 2;
    private static final int WALKING = 4;
    private static final int CHECKSUM = Integer.BYTES;
    private static final int LARGEST = 1024;

    private CursorText() {}

    /**
     * Writes.
     *
     * @param content what the text is to say
     * @return letters, digits, {@code -} and {@code _}; at most 850
     */
    public static String write(Content content) {
        ByteBuffer out = ByteBuffer.allocate(LARGEST);
        Place place = content.place();
        boolean started = place.frontier() != Window.EVERYTHING;
        boolean walking = !place.isResting();
        out.put(VERSION).put((byte)
                ((content.list().isPresent() ? FOR_ONE_LIST : 0) | (started ? STARTED : 0) | (walking ? WALKING : 0)));
        content.list().ifPresent(out::putLong);
        if (started) {
            write(out.putLong(place.frontier()), place.remembered());
        }
        if (walking) {
            Position position = place.position();
            write(out.putLong(position.anchor()).putInt(position.depth()).putLong(place.limit()), place.walked());
        }
        byte[] bytes = Arrays.copyOf(out.array(), out.position());
        out.putInt(checksum(bytes));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(out.array(), out.position()));
    }

    /**
     * Reads.
     *
     * @param text as written
     * @return what it says
     * @throws RefusedCursorException if it was not written so, or by a later version
     */
    public static Content read(String text) {
        ByteBuffer in = ByteBuffer.wrap(checked(text));
        if (in.get() > VERSION) {
            throw new RefusedCursorException(Why.LATER_VERSION);
        }
        try {
            Content content = content(in);
            if (!in.hasRemaining()) {
                return content;
            }
        } catch (BufferUnderflowException e) {
            // as with bytes that are too many
        }
        throw damaged();
    }

    private static Content content(ByteBuffer in) {
        int what = in.get();
        OptionalLong list = (what & FOR_ONE_LIST) == 0 ? OptionalLong.empty() : OptionalLong.of(in.getLong());
        if ((what & STARTED) == 0) {
            return new Content(Place.start(), list);
        }
        long frontier = in.getLong();
        List<Long> remembered = readMarks(in);
        if ((what & WALKING) == 0) {
            return new Content(Place.resting(frontier, remembered), list);
        }
        Position position = new Position(in.getLong(), in.getInt());
        return new Content(new Place(frontier, position, in.getLong(), readMarks(in), remembered), list);
    }

    private static byte[] checked(String text) {
        byte[] all;
        try {
            all = Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw damaged();
        }
        boolean asWritten =
                Base64.getUrlEncoder().withoutPadding().encodeToString(all).equals(text);
        if (!asWritten || all.length <= CHECKSUM) {
            throw damaged();
        }
        byte[] bytes = Arrays.copyOf(all, all.length - CHECKSUM);
        if (ByteBuffer.wrap(all).getInt(bytes.length) != checksum(bytes)) {
            throw damaged();
        }
        return bytes;
    }

    private static void write(ByteBuffer out, List<Long> marks) {
        out.put((byte) marks.size());
        marks.forEach(out::putLong);
    }

    private static List<Long> readMarks(ByteBuffer in) {
        int count = in.get();
        List<Long> marks = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            marks.add(in.getLong());
        }
        return marks;
    }

    private static int checksum(byte[] bytes) {
        return (int) Hashes.of(bytes);
    }

    private static RefusedCursorException damaged() {
        return new RefusedCursorException(Why.DAMAGED);
    }
}
