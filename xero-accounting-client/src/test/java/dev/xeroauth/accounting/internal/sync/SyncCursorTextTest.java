package dev.xeroauth.accounting.internal.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.accounting.internal.sync.CursorText.Content;
import dev.xeroauth.accounting.internal.sync.RefusedCursorException.Why;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SyncCursorTextTest {

    private static final long MOMENT = 1_795_000_000_123L;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_+/= .";

    @Test
    void read_whatWasWritten_isTheSame() {
        assertSame(new Content(Place.start(), OptionalLong.empty()));
        assertSame(new Content(Place.since(MOMENT), OptionalLong.empty()));
        assertSame(new Content(Place.resting(MOMENT, marks(Place.REMEMBERED)), OptionalLong.of(-7)));
        assertSame(new Content(walking(Place.WALKED, Place.REMEMBERED), OptionalLong.of(Long.MIN_VALUE)));
        assertSame(new Content(walking(1, 0), OptionalLong.of(0)));
    }

    @Test
    void write_anyPlace_isShort() {
        assertThat(text(Place.since(MOMENT))).hasSizeLessThan(40);
        assertThat(text(walking(Place.WALKED, Place.REMEMBERED))).hasSizeLessThanOrEqualTo(850);
    }

    @Test
    void write_anyPlace_goesIntoAnAddress() {
        assertThat(text(walking(Place.WALKED, Place.REMEMBERED))).matches("[A-Za-z0-9_-]+");
    }

    /** An application may still hold one that an earlier build has made. */
    @Test
    void read_textsOfBefore_areUnderstood() {
        assertThat(CursorText.read("AQCUzrcE")).isEqualTo(new Content(Place.start(), OptionalLong.empty()));
        assertThat(CursorText.read("AQMAAAAAAAAAAQAAAaHuVl57AQAAAAAAAAAq--OERQ"))
                .isEqualTo(new Content(Place.resting(MOMENT, List.of(42L)), OptionalLong.of(1)));
        assertThat(CursorText.read(
                        "AQcAAAAAAAAAAQAAAaHuVl57AQAAAAAAAAADAAABoe5WXgAAAAAHAAABoe5WEFsCAAAAAAAAAAEAAAAAAAAAAut3VOk"))
                .isEqualTo(new Content(
                        new Place(MOMENT, new Position(MOMENT - 123, 7), MOMENT - 20_000, List.of(1L, 2L), List.of(3L)),
                        OptionalLong.of(1)));
    }

    @Test
    void read_anyOtherCharacter_isDamaged() {
        String text = text(walking(2, 3));
        for (int at = 0; at < text.length(); at++) {
            for (int i = 0; i < ALPHABET.length(); i++) {
                char other = ALPHABET.charAt(i);
                if (other != text.charAt(at)) {
                    assertRefused(text.substring(0, at) + other + text.substring(at + 1), Why.DAMAGED);
                }
            }
        }
    }

    @Test
    void read_cutOrLengthened_isDamaged() {
        String text = text(walking(2, 3));
        for (int length = 0; length < text.length(); length++) {
            assertRefused(text.substring(0, length), Why.DAMAGED);
        }
        assertRefused(text + "A", Why.DAMAGED);
        assertRefused(text + text, Why.DAMAGED);
        assertRefused(" " + text, Why.DAMAGED);
    }

    /** Whatever a later version holds, it begins and ends as this one does. */
    @Test
    void read_laterVersion_saysSo() {
        assertRefused(sealed(new byte[] {2}), Why.LATER_VERSION);
        assertRefused(sealed(new byte[] {100, 1, 2, 3, 4, 5, 6, 7, 8, 9}), Why.LATER_VERSION);
    }

    @Test
    void read_rightChecksumOverTooMuchOrTooLittle_isDamaged() {
        assertRefused(sealed(new byte[] {1}), Why.DAMAGED);
        assertRefused(sealed(new byte[] {1, 2}), Why.DAMAGED);
        assertRefused(sealed(new byte[] {1, 0, 0}), Why.DAMAGED);
    }

    private static void assertSame(Content content) {
        assertThat(CursorText.read(CursorText.write(content))).isEqualTo(content);
    }

    private static void assertRefused(String text, Why why) {
        assertThatThrownBy(() -> CursorText.read(text))
                .isInstanceOfSatisfying(
                        RefusedCursorException.class, e -> assertThat(e.why()).isEqualTo(why));
    }

    private static String text(Place place) {
        return CursorText.write(new Content(place, OptionalLong.of(1)));
    }

    private static Place walking(int walked, int remembered) {
        return new Place(
                MOMENT, new Position(MOMENT / 1000 * 1000, 4711), MOMENT - 20_000, marks(walked), marks(remembered));
    }

    private static List<Long> marks(int count) {
        return new Random(count).longs(count).boxed().toList();
    }

    private static String sealed(byte[] bytes) {
        byte[] all = Arrays.copyOf(bytes, bytes.length + Integer.BYTES);
        ByteBuffer.wrap(all).putInt(bytes.length, (int) Hashes.of(bytes));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }
}
