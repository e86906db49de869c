package dev.xeroauth.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.xeroauth.GrantStatus;
import dev.xeroauth.spi.StoredGrant;
import dev.xeroauth.spi.TokenStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Writers that read a record, add a mark of their own to its bytes and write it, until that succeeds. As marks are added at
 * the end, the bytes tell in which order the writes came, and so which status has to stand there.
 */
final class Marks {

    private static final int WRITERS_OF_A_KIND = 3;
    private static final int MARKS_EACH = 5;

    private enum Kind {
        SAVE,
        SALVAGE,
        DISCONNECT;

        GrantStatus after(GrantStatus before) {
            return switch (this) {
                case SAVE -> GrantStatus.CONNECTED;
                case SALVAGE -> before;
                case DISCONNECT -> GrantStatus.DISCONNECTED;
            };
        }
    }

    private final StoreTests tests;

    Marks(StoreTests tests) {
        this.tests = tests;
    }

    void race() throws Exception {
        StoredGrant first = tests.created("raced");
        List<TokenStore> stores = List.of(tests.store(), tests.anotherStore());
        List<Callable<Integer>> writers = new ArrayList<>();
        int writerCount = Kind.values().length * WRITERS_OF_A_KIND;
        for (int writer = 0; writer < writerCount; writer++) {
            TokenStore mine = stores.get(writer % stores.size());
            int firstMark = writer * MARKS_EACH;
            writers.add(() -> {
                for (int mark = firstMark; mark < firstMark + MARKS_EACH; mark++) {
                    add((byte) mark, mine, first);
                }
                return MARKS_EACH;
            });
        }

        Together.run(writers);

        hasThemAll(tests.store().find(first.id()).orElseThrow(), first, writerCount * MARKS_EACH);
    }

    private void add(byte mark, TokenStore store, StoredGrant raced) {
        boolean written = false;
        while (!written) {
            StoredGrant found = store.find(raced.id()).orElseThrow();
            byte[] before = found.sealed().bytes();
            byte[] after = Arrays.copyOf(before, before.length + 1);
            after[before.length] = mark;
            GrantStatus status = kind(mark).after(found.status());
            written = store.replace(tests.samples.again(found, status, after), found.revision());
        }
    }

    private static Kind kind(byte mark) {
        return Kind.values()[mark / MARKS_EACH % Kind.values().length];
    }

    private static void hasThemAll(StoredGrant last, StoredGrant first, int count) {
        byte[] bytes = last.sealed().bytes();
        List<Byte> marks = new ArrayList<>();
        GrantStatus status = first.status();
        for (int i = first.sealed().size(); i < bytes.length; i++) {
            marks.add(bytes[i]);
            status = kind(bytes[i]).after(status);
        }
        assertThat(marks).as("marks in the record").hasSize(count).doesNotHaveDuplicates();
        assertThat(last.status()).isEqualTo(status);
    }
}
