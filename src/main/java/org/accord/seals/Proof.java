package org.accord.seals;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * That an entry is in the tree of a checkpoint. Hashes are lower-case hexadecimal.
 *
 * @param entry its number in the record
 * @param leaf its place in the tree, from 0
 * @param leafText what stands in the tree for it
 * @param body what the leaf's commitment is to, behind the salt
 * @param salt the bytes before the body, in hexadecimal
 * @param path the hashes beside the way from the leaf to the root, lowest first
 * @param checkpoint the signed note, with the cosignatures that there are
 */
public record Proof(
        long entry,
        long leaf,
        String leafText,
        String leafHash,
        String body,
        String salt,
        long treeSize,
        String rootHash,
        List<String> path,
        String checkpoint) {

    /** The proof as a file in the format of C2SP tlog-proof; the leaf's text is its extra data. */
    String file() {
        StringBuilder file = new StringBuilder("c2sp.org/tlog-proof@v1\nextra ")
                .append(Base64.getEncoder().encodeToString(leafText.getBytes(StandardCharsets.UTF_8)))
                .append("\nindex ")
                .append(leaf)
                .append('\n');
        path.forEach(hash -> file.append(
                        Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash)))
                .append('\n'));
        return file.append('\n').append(checkpoint).toString();
    }
}
