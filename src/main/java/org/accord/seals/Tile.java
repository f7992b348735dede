package org.accord.seals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Up to 256 neighbouring hashes of one level of the tree; a level is eight heights.
 *
 * @param level 0 for the hashes of leaves
 * @param number counted from 0 within the level
 * @param hashes one after the other, of 32 bytes each
 */
record Tile(int level, long number, byte[] hashes) {

    static final int WIDTH = 256;
    static final int HEIGHT = 8;

    int width() {
        return hashes.length / MerkleTree.HASH;
    }

    boolean isFull() {
        return width() == WIDTH;
    }

    List<byte[]> asList() {
        List<byte[]> list = new ArrayList<>();
        for (int place = 0; place < width(); place++) {
            list.add(hash(place));
        }
        return list;
    }

    byte[] hash(int place) {
        return Arrays.copyOfRange(hashes, place * MerkleTree.HASH, (place + 1) * MerkleTree.HASH);
    }

    /** The hash over 2<sup>height</sup> of its hashes, beginning at that number of them times index. */
    byte[] subtree(int height, int index) {
        int count = 1 << height;
        return MerkleTree.root(asList().subList(index * count, (index + 1) * count));
    }

    static Tile of(int level, long number, List<byte[]> hashes) {
        byte[] all = new byte[hashes.size() * MerkleTree.HASH];
        for (int place = 0; place < hashes.size(); place++) {
            System.arraycopy(hashes.get(place), 0, all, place * MerkleTree.HASH, MerkleTree.HASH);
        }
        return new Tile(level, number, all);
    }

    /** How many tiles, full or not, the level has in a tree of that size. */
    static int widthAt(int level, long number, long size) {
        long hashes = size >> (HEIGHT * level);
        return (int) Math.max(0, Math.min(WIDTH, hashes - number * WIDTH));
    }
}
