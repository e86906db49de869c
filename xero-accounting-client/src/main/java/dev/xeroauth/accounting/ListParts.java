package dev.xeroauth.accounting;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import okhttp3.HttpUrl;

/**
 * The parts of a query whose lists are too long for one address: every combination of the lists' own parts, as all lists must
 * hold. They have no element in common. Immutable; a part is made when it is asked for.
 */
final class ListParts implements Iterable<ListPart> {

    /** The parts of one list. */
    record Split(String name, List<List<String>> parts) {

        /** Without the elements, which may be a customer's. */
        @Override
        public String toString() {
            return name + " in " + parts.size();
        }
    }

    private final ListPart rest;
    private final List<Split> lists;

    /**
     * The parts of a query.
     *
     * @param rest the query without its lists
     * @param lists its lists
     */
    ListParts(ListPart rest, List<Split> lists) {
        this.rest = rest;
        this.lists = List.copyOf(lists);
    }

    long size() {
        long size = 1;
        for (Split list : lists) {
            size = Math.multiplyExact(size, list.parts().size());
        }
        return size;
    }

    @Override
    public Iterator<ListPart> iterator() {
        long size = size();
        return new Iterator<>() {
            private long next;

            @Override
            public boolean hasNext() {
                return next < size;
            }

            @Override
            public ListPart next() {
                if (next >= size) {
                    throw new NoSuchElementException();
                }
                return part(next++);
            }
        };
    }

    /** The parts of the first list turn fastest. */
    private ListPart part(long number) {
        HttpUrl.Builder url = rest.url().newBuilder();
        long left = number;
        for (Split list : lists) {
            int parts = list.parts().size();
            url.addQueryParameter(list.name(), String.join(",", list.parts().get((int) (left % parts))));
            left /= parts;
        }
        return new ListPart(url.build(), rest.ifModifiedSince(), rest.pageSize());
    }
}
