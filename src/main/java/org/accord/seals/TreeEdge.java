package org.accord.seals;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.BiFunction;

/** The right edge of the tree, where it grows: the tiles that are not full yet, one for each level. */
final class TreeEdge {

    private final List<List<byte[]>> levels = new ArrayList<>();
    private final List<Tile> filled = new ArrayList<>();
    private final BitSet touched = new BitSet();
    private long size;

    private TreeEdge(long size) {
        this.size = size;
    }

    /** @param tiles finds the tile of a level and a number */
    static TreeEdge of(long size, BiFunction<Integer, Long, Tile> tiles) {
        TreeEdge edge = new TreeEdge(size);
        for (int level = 0; size >> (Tile.HEIGHT * level) > 0; level++) {
            long hashes = size >> (Tile.HEIGHT * level);
            int width = (int) (hashes % Tile.WIDTH);
            List<byte[]> partial = width == 0
                    ? List.of()
                    : tiles.apply(level, hashes / Tile.WIDTH).asList().subList(0, width);
            edge.levels.add(new ArrayList<>(partial));
        }
        return edge;
    }

    void append(byte[] leafHash) {
        size++;
        append(0, leafHash);
    }

    private void append(int level, byte[] hash) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<byte[]> hashes = levels.get(level);
        hashes.add(hash);
        touched.set(level);
        if (hashes.size() == Tile.WIDTH) {
            filled.add(tile(level));
            append(level + 1, MerkleTree.root(hashes));
            hashes.clear();
        }
    }

    private Tile tile(int level) {
        long number = ((size >> (Tile.HEIGHT * level)) - 1) / Tile.WIDTH;
        return Tile.of(level, number, levels.get(level));
    }

    long size() {
        return size;
    }

    byte[] root() {
        List<byte[]> subtrees = new ArrayList<>();
        for (List<byte[]> level : levels) {
            List<byte[]> side = new ArrayList<>(level);
            if (!subtrees.isEmpty()) {
                side.add(MerkleTree.root(subtrees));
            }
            subtrees = side;
        }
        return MerkleTree.root(subtrees);
    }

    /** The tiles that are not as they were. */
    List<Tile> changed() {
        List<Tile> changed = new ArrayList<>(filled);
        touched.stream().filter(level -> !levels.get(level).isEmpty()).forEach(level -> changed.add(tile(level)));
        return changed;
    }
}
