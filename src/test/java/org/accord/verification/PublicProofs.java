package org.accord.verification;

import java.util.List;

/** The check of proofs, for tests of other modules. */
public final class PublicProofs {

    private PublicProofs() {}

    /** Whether the older tree is the beginning of the newer one. */
    public static boolean extendsTree(long older, byte[] olderRoot, long newer, byte[] newerRoot, List<byte[]> path) {
        return ProofCheck.extendsTree(older, olderRoot, newer, newerRoot, path);
    }
}
