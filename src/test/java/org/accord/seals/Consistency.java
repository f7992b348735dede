package org.accord.seals;

import java.util.Base64;
import java.util.List;
import org.accord.verification.PublicProofs;

/** Whether a log grew, as a witness checks it. */
final class Consistency {

    private Consistency() {}

    static boolean holds(Checkpoint older, Checkpoint newer, List<String> proof) {
        List<byte[]> path = proof.stream().map(Base64.getDecoder()::decode).toList();
        byte[] olderRoot = older.size() == 0 ? MerkleTree.root(List.of()) : older.root();
        return PublicProofs.extendsTree(older.size(), olderRoot, newer.size(), newer.root(), path);
    }
}
