package org.accord.seals;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import org.accord.core.Digest;

/** The tree of RFC 6962, section 2.1: its hashes, and the two kinds of proof over whole subtrees that somebody keeps. */
final class MerkleTree {

    static final int HASH = 32;

    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    /** Where hashes of whole subtrees are kept. */
    interface Nodes {

        /** The hash of the subtree over the 2<sup>height</sup> leaves that begin at index times that number. */
        byte[] node(int height, long index);
    }

    private final Nodes nodes;

    MerkleTree(Nodes nodes) {
        this.nodes = nodes;
    }

    static byte[] leaf(byte[] bytes) {
        MessageDigest sha256 = Digest.sha256();
        sha256.update(LEAF);
        return sha256.digest(bytes);
    }

    static byte[] node(byte[] left, byte[] right) {
        MessageDigest sha256 = Digest.sha256();
        sha256.update(NODE);
        sha256.update(left);
        return sha256.digest(right);
    }

    /** Of subtrees of one size side by side; the last one may be smaller than the others. */
    static byte[] root(List<byte[]> subtrees) {
        if (subtrees.isEmpty()) {
            return Digest.sha256().digest();
        }
        if (subtrees.size() == 1) {
            return subtrees.get(0);
        }
        int split = (int) split(subtrees.size());
        return node(root(subtrees.subList(0, split)), root(subtrees.subList(split, subtrees.size())));
    }

    byte[] root(long size) {
        return size == 0 ? root(List.of()) : over(0, size);
    }

    /** The path from the leaf to the root of the tree of that size, lowest first. */
    List<byte[]> inclusion(long leaf, long size) {
        if (leaf < 0 || leaf >= size) {
            throw new IllegalArgumentException("no leaf " + leaf + " in a tree of " + size);
        }
        List<byte[]> path = new ArrayList<>();
        long from = 0;
        long to = size;
        while (to - from > 1) {
            long middle = from + split(to - from);
            path.add(0, leaf < middle ? over(middle, to) : over(from, middle));
            from = leaf < middle ? from : middle;
            to = leaf < middle ? middle : to;
        }
        return path;
    }

    /** Where a path leads to from a leaf; the root if all is right. */
    static byte[] lead(byte[] leafHash, long leaf, long size, List<byte[]> path) {
        byte[] hash = leafHash;
        long first = leaf;
        long last = size - 1;
        for (byte[] beside : path) {
            boolean left = (first & 1) == 1 || first == last;
            hash = left ? node(beside, hash) : node(hash, beside);
            while (left && (first & 1) == 0 && first != 0) {
                first >>= 1;
                last >>= 1;
            }
            first >>= 1;
            last >>= 1;
        }
        return hash;
    }

    /** That the tree of the older size is the beginning of the newer one; empty if there is nothing to show. */
    List<byte[]> consistency(long older, long newer) {
        if (older < 0 || older > newer) {
            throw new IllegalArgumentException("no tree of " + older + " within one of " + newer);
        }
        List<byte[]> proof = new ArrayList<>();
        if (older == 0 || older == newer) {
            return proof;
        }
        long from = 0;
        long to = newer;
        while (older != to) {
            long middle = from + split(to - from);
            proof.add(0, older <= middle ? over(middle, to) : over(from, middle));
            from = older <= middle ? from : middle;
            to = older <= middle ? middle : to;
        }
        if (from > 0) {
            proof.add(0, over(from, to));
        }
        return proof;
    }

    private byte[] over(long from, long to) {
        long leaves = to - from;
        if (Long.bitCount(leaves) == 1 && from % leaves == 0) {
            return nodes.node(Long.numberOfTrailingZeros(leaves), from / leaves);
        }
        long middle = from + split(leaves);
        return node(over(from, middle), over(middle, to));
    }

    /** The largest power of two below the number. */
    private static long split(long number) {
        return Long.highestOneBit(number - 1);
    }
}
