package org.accord.verification;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/** Whether a proof holds, by the algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2. */
final class ProofCheck {

    private ProofCheck() {}

    /** Whether the leaf is in the tree of that size and root; false for every path that is not exactly the right one. */
    static boolean includes(byte[] leafHash, long leaf, long size, byte[] root, List<byte[]> path) {
        if (leaf < 0 || leaf >= size) {
            return false;
        }
        long fn = leaf;
        long sn = size - 1;
        byte[] hash = leafHash;
        for (byte[] beside : path) {
            if (sn == 0 || beside.length != root.length) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                hash = Hashes.node(beside, hash);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                hash = Hashes.node(hash, beside);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(hash, root);
    }

    /** Whether the older tree is the beginning of the newer one. */
    static boolean extendsTree(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> path) {
        if (older < 0 || older > newer) {
            return false;
        }
        if (older == 0) {
            return path.isEmpty() && Arrays.equals(olderRoot, Hashes.sha256());
        }
        if (older == newer) {
            return path.isEmpty() && Arrays.equals(olderRoot, newerRoot);
        }
        return grows(older, olderRoot, newer, newerRoot, path);
    }

    private static boolean grows(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> path) {
        long fn = older - 1;
        long sn = newer - 1;
        while ((fn & 1) == 1) {
            fn >>= 1;
            sn >>= 1;
        }
        Iterator<byte[]> hashes = path.iterator();
        if (fn != 0 && !hashes.hasNext()) {
            return false;
        }
        byte[] first = fn == 0 ? olderRoot : hashes.next();
        byte[] small = first;
        byte[] large = first;
        while (hashes.hasNext()) {
            byte[] beside = hashes.next();
            if (sn == 0 || beside.length != newerRoot.length) {
                return false;
            }
            if ((fn & 1) == 1 || fn == sn) {
                small = Hashes.node(beside, small);
                large = Hashes.node(beside, large);
                while ((fn & 1) == 0 && fn != 0) {
                    fn >>= 1;
                    sn >>= 1;
                }
            } else {
                large = Hashes.node(large, beside);
            }
            fn >>= 1;
            sn >>= 1;
        }
        return sn == 0 && Arrays.equals(small, olderRoot) && Arrays.equals(large, newerRoot);
    }
}
