package dev.xeroauth.tests.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Walks every world that can come of the beginning, the nearest first, so that what it finds is found the shortest way. */
final class Explorer {

    /**
     * What it found.
     *
     * @param worlds how many different ones there are
     * @param unavoidable in how many the connection was lost as it would be for anybody
     * @param violation the shortest way to a loss that was avoidable
     * @param complete whether all were walked
     */
    record Found(int worlds, int unavoidable, Optional<List<String>> violation, boolean complete) {}

    /** A 128-bit digest of a world's canonical text. */
    private record Key(long high, long low) {

        static Key of(String text) {
            long high = 0xcbf29ce484222325L;
            long low = 0x9ae16a3b2f90404fL;
            for (byte b : text.getBytes(StandardCharsets.ISO_8859_1)) {
                high = (high ^ b) * 0x100000001b3L;
                low = Long.rotateLeft(low ^ (b * 0x9E3779B97F4A7C15L), 27) * 0xC2B2AE3D27D4EB4FL;
            }
            return new Key(high, low ^ (low >>> 31));
        }
    }

    private record Node(World world, int number) {}

    private final Universe universe;
    private final Function<World, Verdict> judge;
    private final int most;
    private final List<Integer> parents = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final Map<Key, Boolean> seen = new HashMap<>();
    private final ArrayDeque<Node> ahead = new ArrayDeque<>();

    /** What a world is worth. */
    enum Verdict {
        FINE,
        UNAVOIDABLE,
        VIOLATION
    }

    Explorer(Universe universe, Function<World, Verdict> judge, int most) {
        this.universe = universe;
        this.judge = judge;
        this.most = most;
    }

    Found explore() {
        visit(universe.beginning(), -1, "");
        int unavoidable = 0;
        while (!ahead.isEmpty()) {
            Node node = ahead.poll();
            Verdict verdict = universe.isQuiet(node.world()) ? judge.apply(node.world()) : Verdict.FINE;
            if (verdict == Verdict.VIOLATION) {
                return new Found(seen.size(), unavoidable, Optional.of(way(node.number())), false);
            }
            if (verdict == Verdict.UNAVOIDABLE) {
                unavoidable++;
                continue;
            }
            if (seen.size() > most) {
                return new Found(seen.size(), unavoidable, Optional.empty(), false);
            }
            for (Universe.Move move : universe.moves(node.world())) {
                visit(move.next(), node.number(), move.label());
            }
        }
        return new Found(seen.size(), unavoidable, Optional.empty(), true);
    }

    private void visit(World world, int parent, String label) {
        if (seen.putIfAbsent(Key.of(Canonical.of(world)), true) == null) {
            parents.add(parent);
            labels.add(label);
            ahead.add(new Node(world, parents.size() - 1));
        }
    }

    private List<String> way(int to) {
        List<String> way = new ArrayList<>();
        for (int at = to; at > 0; at = parents.get(at)) {
            way.add(labels.get(at));
        }
        Collections.reverse(way);
        return way;
    }
}
