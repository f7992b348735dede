package org.accord.verification;

import java.util.ArrayList;
import java.util.List;

/** The root of a tree whose leaves come one after the other; it remembers one hash for each bit of their number. */
final class GrowingRoot {

    private final List<byte[]> peaks = new ArrayList<>();
    private long size;

    void add(byte[] leafHash) {
        byte[] hash = leafHash;
        for (long rest = size; (rest & 1) == 1; rest >>= 1) {
            hash = Hashes.node(peaks.remove(peaks.size() - 1), hash);
        }
        peaks.add(hash);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (peaks.isEmpty()) {
            return Hashes.sha256();
        }
        byte[] root = peaks.get(peaks.size() - 1);
        for (int peak = peaks.size() - 2; peak >= 0; peak--) {
            root = Hashes.node(peaks.get(peak), root);
        }
        return root;
    }
}
