package org.accord.verification;

import java.util.ArrayList;
import java.util.List;

/** The tree of RFC 6962 as its text defines it, without any thrift. */
final class ReferenceTree {

    private final List<byte[]> hashes;

    ReferenceTree(List<byte[]> hashes) {
        this.hashes = List.copyOf(hashes);
    }

    static ReferenceTree ofNumbers(int size) {
        List<byte[]> hashes = new ArrayList<>();
        for (int leaf = 0; leaf < size; leaf++) {
            hashes.add(Hashes.leaf(Hashes.bytes("leaf " + leaf)));
        }
        return new ReferenceTree(hashes);
    }

    byte[] leaf(int leaf) {
        return hashes.get(leaf);
    }

    byte[] root(int size) {
        return root(hashes.subList(0, size));
    }

    private static byte[] root(List<byte[]> part) {
        if (part.isEmpty()) {
            return Hashes.sha256();
        }
        int split = split(part.size());
        return part.size() == 1
                ? part.get(0)
                : Hashes.node(root(part.subList(0, split)), root(part.subList(split, part.size())));
    }

    private static int split(int size) {
        return Integer.highestOneBit(Math.max(1, size - 1));
    }

    List<byte[]> inclusion(int leaf, int size) {
        return inclusion(leaf, hashes.subList(0, size));
    }

    private static List<byte[]> inclusion(int leaf, List<byte[]> part) {
        if (part.size() == 1) {
            return new ArrayList<>();
        }
        int split = split(part.size());
        boolean left = leaf < split;
        List<byte[]> path = left
                ? inclusion(leaf, part.subList(0, split))
                : inclusion(leaf - split, part.subList(split, part.size()));
        path.add(root(left ? part.subList(split, part.size()) : part.subList(0, split)));
        return path;
    }

    List<byte[]> consistency(int older, int newer) {
        return older == 0 || older == newer ? new ArrayList<>() : beginning(older, hashes.subList(0, newer), true);
    }

    private static List<byte[]> beginning(int older, List<byte[]> part, boolean known) {
        if (older == part.size()) {
            List<byte[]> alone = new ArrayList<>();
            if (!known) {
                alone.add(root(part));
            }
            return alone;
        }
        int split = split(part.size());
        boolean left = older <= split;
        List<byte[]> path = left
                ? beginning(older, part.subList(0, split), known)
                : beginning(older - split, part.subList(split, part.size()), false);
        path.add(root(left ? part.subList(split, part.size()) : part.subList(0, split)));
        return path;
    }
}
