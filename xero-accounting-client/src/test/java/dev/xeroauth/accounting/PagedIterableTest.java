package dev.xeroauth.accounting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.xeroauth.accounting.internal.json.Reading;
import dev.xeroauth.accounting.model.Pagination;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PagedIterableTest {

    private final List<Integer> asked = new ArrayList<>();

    @Test
    void iterator_untilUsed_asksForNothing() {
        PagedIterable<Integer> list = counted(10, 2);
        Iterator<Integer> walk = list.iterator();
        Iterator<Integer> streamed = list.stream().filter(i -> i > 3).iterator();
        Iterator<Page<Integer>> pages = list.pages().iterator();
        assertThat(pages.hasNext()).isTrue();
        assertThat(streamed).isNotNull();
        assertThat(asked).isEmpty();
        walk.next();
        walk.next();
        assertThat(asked).containsExactly(1);
        walk.next();
        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void iterator_toTheEnd_hasAllInOrder() {
        assertThat(counted(5, 2)).containsExactly(0, 1, 2, 3, 4);
        assertThat(asked).containsExactly(1, 2, 3);
    }

    @Test
    void iterator_twice_isTwoWalks() {
        PagedIterable<Integer> list = counted(3, 2);
        assertThat(list).hasSize(3);
        assertThat(list).hasSize(3);
        assertThat(asked).containsExactly(1, 2, 1, 2);
    }

    @Test
    void stream_stoppedEarly_asksNoFurther() {
        assertThat(counted(1000, 10).stream().filter(i -> i > 12).findFirst()).contains(13);
        assertThat(asked).containsExactly(1, 2);
    }

    @Test
    void pages_oneByOne_haveXerosCount() {
        List<Page<Integer>> pages = new ArrayList<>();
        counted(5, 2).pages().forEach(pages::add);
        assertThat(pages).extracting(Page::number).containsExactly(1, 2, 3);
        assertThat(pages.get(2).elements()).containsExactly(4);
        assertThat(pages.get(0).pagination().flatMap(Pagination::itemCount)).contains(5);
    }

    @Test
    void iterator_emptyList_endsAfterOnePage() {
        Iterator<Integer> walk = counted(0, 2).iterator();
        assertThat(walk.hasNext()).isFalse();
        assertThatThrownBy(walk::next).isInstanceOf(NoSuchElementException.class);
        assertThat(asked).containsExactly(1);
    }

    @Test
    void iterator_emptyPageInTheMiddle_isNotTheEnd() {
        PagedIterable<Integer> list = new PagedIterable<>(
                number -> new Page<>(number, number == 2 ? List.of() : List.of(number), count(3, 3)), 1);
        assertThat(list).containsExactly(1, 3);
    }

    @Test
    void iterator_afterAFailure_asksForTheSamePageAgain() {
        List<Integer> failing = new ArrayList<>(List.of(2));
        PagedIterable<Integer> list = new PagedIterable<>(
                number -> {
                    if (failing.remove((Object) number)) {
                        throw new IllegalStateException("once");
                    }
                    return new Page<>(number, List.of(number), count(3, 3));
                },
                1);
        Iterator<Integer> walk = list.iterator();
        assertThat(walk.next()).isEqualTo(1);
        assertThatThrownBy(walk::hasNext).hasMessage("once");
        assertThat(walk.next()).isEqualTo(2);
        assertThat(walk.next()).isEqualTo(3);
        assertThat(walk.hasNext()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        // asked, the server gives at most, items, pages read
        "50,    50,    49,   1",
        "50,    50,    50,   2",
        "1000,  1000,  2500, 4",
        "1000,  100,   250,  3",
        "1000,  100,   200,  3",
        "1,     1,     2,    3"
    })
    void iterator_withoutXerosCount_losesNothing(int pageSize, int served, int items, int pagesRead) {
        PagedIterable<Integer> list = new PagedIterable<>(
                number -> {
                    asked.add(number);
                    return new Page<>(number, slice(items, served, number), null);
                },
                pageSize);
        assertThat(list).hasSize(items);
        assertThat(asked).hasSize(pagesRead);
    }

    private PagedIterable<Integer> counted(int items, int pageSize) {
        int pages = (items + pageSize - 1) / pageSize;
        return new PagedIterable<>(
                number -> {
                    asked.add(number);
                    return new Page<>(number, slice(items, pageSize, number), count(pages, items));
                },
                pageSize);
    }

    private static List<Integer> slice(int items, int pageSize, int number) {
        return IntStream.range((number - 1) * pageSize, Math.min(items, number * pageSize))
                .boxed()
                .toList();
    }

    private static Pagination count(int pages, int items) {
        try {
            return Reading.read(Pagination.class, "{'pageCount':" + pages + ",'itemCount':" + items + "}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
