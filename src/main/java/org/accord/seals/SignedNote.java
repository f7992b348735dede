package org.accord.seals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A text with signatures below it, in the format of C2SP signed-note.
 *
 * @param text ends with a line break
 */
record SignedNote(String text, List<Line> lines) {

    static final int KEY_ID = 4;

    private static final String MARK = "\u2014 ";

    /** One signature: the key's name, and its four-byte identifier followed by what the key's kind prescribes. */
    record Line(String name, byte[] signature) {

        byte[] keyId() {
            return Arrays.copyOf(signature, KEY_ID);
        }

        byte[] bytes() {
            return Arrays.copyOfRange(signature, KEY_ID, signature.length);
        }

        String written() {
            return MARK + name + " " + Base64.getEncoder().encodeToString(signature) + "\n";
        }

        static Line parse(String line) {
            String[] parts = line.split(" ", -1);
            if (!line.startsWith(MARK) || parts.length != 3 || parts[1].isEmpty()) {
                throw new IllegalArgumentException("not a line of a signature");
            }
            byte[] signature = Base64.getDecoder().decode(parts[2]);
            if (signature.length <= KEY_ID) {
                throw new IllegalArgumentException("a signature is longer than its key's identifier");
            }
            return new Line(parts[1], signature);
        }
    }

    String written() {
        StringBuilder written = new StringBuilder(text).append('\n');
        lines.forEach(line -> written.append(line.written()));
        return written.toString();
    }

    /** @throws IllegalArgumentException if it is not a signed note */
    static SignedNote parse(String written) {
        int end = written.lastIndexOf("\n\n");
        if (end < 0 || !written.endsWith("\n")) {
            throw new IllegalArgumentException("not a signed note");
        }
        List<Line> lines = new ArrayList<>();
        written.substring(end + 2).lines().forEach(line -> lines.add(Line.parse(line)));
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("a note without a signature");
        }
        return new SignedNote(written.substring(0, end + 1), List.copyOf(lines));
    }
}
