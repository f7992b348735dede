package org.accord.seals;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.Map;
import org.accord.core.CanonicalJson;
import org.accord.core.Digest;

/**
 * What stands in the tree for an entry: its number, and a commitment to its salt and body. Everybody may read it, and
 * learns from it only that there is an entry.
 *
 * @param text a JSON object in the spelling of RFC 8785
 */
record Leaf(String text) {

    private static final int VERSION = 1;

    static Leaf of(long entry, byte[] salt, String body) {
        MessageDigest sha256 = Digest.sha256();
        sha256.update(salt);
        sha256.update(body.getBytes(StandardCharsets.UTF_8));
        Map<String, Object> members = new HashMap<>();
        members.put("commitment", Digest.of(sha256).hex());
        members.put("entry", entry);
        members.put("v", VERSION);
        return new Leaf(CanonicalJson.of(members));
    }

    byte[] hash() {
        return MerkleTree.leaf(text.getBytes(StandardCharsets.UTF_8));
    }
}
