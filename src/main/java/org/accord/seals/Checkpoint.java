package org.accord.seals;

import java.util.Base64;
import java.util.List;

/**
 * The head of the tree in the format of C2SP tlog-checkpoint.
 *
 * @param origin names the log, not this size of it
 */
record Checkpoint(String origin, long size, byte[] root) {

    /** The text that is signed. */
    String text() {
        return origin + "\n" + size + "\n" + Base64.getEncoder().encodeToString(root) + "\n";
    }

    /** @throws IllegalArgumentException if it is not the text of a checkpoint */
    static Checkpoint parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.size() != 3 || !lines.get(1).matches("0|[1-9][0-9]{0,17}")) {
            throw new IllegalArgumentException("not the text of a checkpoint");
        }
        byte[] root = Base64.getDecoder().decode(lines.get(2));
        return new Checkpoint(lines.get(0), Long.parseLong(lines.get(1)), root);
    }
}
