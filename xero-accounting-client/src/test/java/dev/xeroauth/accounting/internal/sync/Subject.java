package dev.xeroauth.accounting.internal.sync;

import dev.xeroauth.accounting.internal.sync.CursorText.Content;
import dev.xeroauth.accounting.internal.sync.Step.Portion;
import dev.xeroauth.accounting.internal.sync.World.Version;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A way of keeping a copy up to date: ours, or one with a fault. */
interface Subject {

    String START = "";

    /** Goes on from a stored text. */
    Reading open(String cursor);

    /** One walk. */
    interface Reading {

        Window window();

        /** Null: nothing is delivered. */
        @Nullable
        Delivery accept(Snapshot<Version> page);
    }

    /** What is delivered, and the text to store then. */
    record Delivery(List<Version> versions, String cursor, boolean more) {}

    static Subject ours(Settings settings) {
        return cursor -> new Ours(Walk.from(
                cursor.isEmpty() ? Place.start() : CursorText.read(cursor).place(), settings));
    }

    /** The walk as it is. */
    final class Ours implements Reading {

        private Walk walk;

        Ours(Walk walk) {
            this.walk = walk;
        }

        @Override
        public Window window() {
            return walk.window();
        }

        @Override
        public @Nullable Delivery accept(Snapshot<Version> page) {
            Step<Version> step = walk.accept(page);
            walk = step.walk();
            Portion<Version> portion = step.portion();
            return portion == null ? null : new Delivery(portion.elements(), text(portion.place()), portion.more());
        }

        static String text(Place place) {
            return CursorText.write(new Content(place, OptionalLong.of(1)));
        }
    }
}
